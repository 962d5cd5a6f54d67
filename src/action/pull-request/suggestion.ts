import type { Edit } from '../../finding.js'
import type { Patch } from '../../fix/patch.js'
import { visible } from '../../report/control-characters.js'
import { edited } from '../../report/edited.js'
import type { ShownChange } from '../../report/shown-diff.js'
import type { SourceFile } from '../../source/source-file.js'
import { type Hunk, hunkAround } from './hunk.js'

/** Whole lines, and what they become. */
export interface Replacement {
  /** 1-based, both inclusive. */
  readonly startLine: number
  readonly endLine: number
  /** Without their ends. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What one click puts into the head of the pull request. */
export interface Suggestion extends Replacement {
  readonly patch: Patch
  /** The same for the eye. */
  readonly change: ShownChange
  /** From the root of the repository. */
  readonly path: string
  /** As the lines there end. */
  readonly lineEnd: '\n' | '\r\n'
}

/** The lines that a patch changes, in the ways it can be said; an insertion is said by the line before it or by the one behind it. */
export const replacementsOf = (source: SourceFile, edits: readonly Edit[]): readonly Replacement[] => {
  const first = source.lineIndex(Math.min(...edits.map(({ span }) => span.start)))
  const last = source.lineIndex(Math.max(...edits.map(({ span }) => span.end)))
  const start = source.lineStarts[first] ?? 0
  const end = source.lineStarts[last + 1] ?? source.text.length
  const before = rows(source.text.slice(start, end))
  const after = rows(edited(source.text, edits, { start, end }))
  const head = commonStart(before, after)
  const tail = commonEnd(before, after, head)
  const line = first + 1 + head
  const old = before.slice(head, before.length - tail)
  const fresh = after.slice(head, after.length - tail)
  if (old.length > 0) {
    return [{ startLine: line, endLine: line + old.length - 1, before: old.map(bare), after: fresh.map(bare) }]
  }
  return [
    ...beside(source, line - 1, (own) => [own, ...fresh.map(bare)]),
    ...beside(source, line, (own) => [...fresh.map(bare), own]),
  ]
}

const beside = (
  source: SourceFile,
  line: number,
  after: (own: string) => readonly string[],
): readonly Replacement[] => {
  const start = source.lineStarts[line - 1]
  if (start === undefined || start === source.text.length) return []
  const own = bare(source.text.slice(start, source.lineStarts[line] ?? source.text.length))
  return [{ startLine: line, endLine: line, before: [own], after: after(own) }]
}

/** Each with its end. */
const rows = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const bare = (row: string): string => row.replace(/\r?\n$|\r$/, '')

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length += 1
  return length
}

const commonEnd = (a: readonly string[], b: readonly string[], kept: number): number => {
  const most = Math.min(a.length, b.length) - kept
  let length = 0
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}

/** GitHub takes 65,536 characters for a comment, and a line of JSON may be a whole file. */
const MOST_CHARACTERS = 50_000

/** Why lines cannot be suggested that may be suggested already. */
export const BEHIND = 'the file is another one here than in the pull request: its branch is behind the base'

/** How the lines end where they can be suggested; else why they cannot, a clause. */
export const placed = (
  source: SourceFile,
  { startLine, endLine, after }: Replacement,
  hunks: readonly Hunk[],
): { readonly lineEnd: Suggestion['lineEnd'] } | { readonly because: string } => {
  const hunk = hunkAround(hunks, startLine, endLine)
  if (!hunk) return { because: 'it is outside of the lines that the pull request changes' }
  // The runner checks out the merge with the base: there, lines may stand elsewhere than in the head that the diff is of.
  if (!hunk.lines.every((line, index) => bare(line) === rowAt(source, hunk.start + index))) {
    return { because: BEHIND }
  }
  for (let line = startLine + 1; line <= endLine; line += 1) {
    if (hunk.behindDeleted.has(line)) return { because: 'GitHub takes no suggestion across lines that were deleted' }
  }
  if (after.reduce((length, line) => length + line.length + 2, 0) > MOST_CHARACTERS) {
    return { because: 'its lines are too long for a comment' }
  }
  if (after.some((line) => visible(line.replaceAll('\t', '')) !== line.replaceAll('\t', ''))) {
    return { because: 'its lines hold characters that nobody would see' }
  }
  return { lineEnd: hunk.lines[startLine - hunk.start]?.endsWith('\r') ? '\r\n' : '\n' }
}

const rowAt = (source: SourceFile, line: number): string | undefined => {
  const start = source.lineStarts[line - 1]
  if (start === undefined) return undefined
  return bare(source.text.slice(start, source.lineStarts[line] ?? source.text.length))
}
