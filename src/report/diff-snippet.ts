import type { Edit } from '../finding.js'
import { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { cut, type FrameOptions, offsetFor } from './code-frame.js'
import { type Glyph, glyphs, partAround, width } from './glyphs.js'

/** A run of whole lines and what they become. `first` is the 1-based number of the first of them. */
interface Change {
  readonly source: SourceFile
  readonly first: number
  readonly removed: number
  readonly added: SourceFile
  readonly addedMasks: readonly Span[]
}

/** The lines that a fix takes away (`-`) and puts in (`+`), with their numbers; nothing around them. */
export const diffSnippet = (
  edits: readonly Edit[],
  masksOf: (source: SourceFile) => readonly Span[],
  options: Omit<FrameOptions, 'masks'>,
): readonly string[] => {
  const { style, gutter } = options
  const room = Math.max(options.columns - gutter - 5, 20)
  const rows: string[] = []
  for (const change of changes(edits, masksOf)) {
    const { source, first, removed, added, addedMasks } = change
    const { part, offset } = view(change, masksOf(source), room)
    const row = (number: number, sign: '-' | '+', text: string): string => {
      const paint = sign === '+' ? style.added : style.removed
      return `${style.frame(`${String(number).padStart(gutter)} |`)} ${paint(`${sign} ${text}`.trimEnd())}`
    }
    for (let line = first; line < first + removed; line += 1) {
      rows.push(row(line, '-', cut(glyphs(source, line, masksOf(source), part), offset, room)))
    }
    for (let line = 1; line <= added.lineStarts.length; line += 1) {
      const shown = cut(glyphs(added, line, addedMasks, part), offset, room)
      if (line < added.lineStarts.length || shown !== '') rows.push(row(first + line - 1, '+', shown))
    }
  }
  return rows
}

/** Where the lines are cut: of a line that becomes another one, what differs is shown. */
const view = (
  { source, first, removed, added, addedMasks }: Change,
  masks: readonly Span[],
  room: number,
): { readonly part: number; readonly offset: number } => {
  const isOneLine = removed === 1 && added.line(2) === ''
  if (!isOneLine) return { part: 0, offset: 0 }
  const before = source.line(first)
  const after = added.line(1)
  const same = commonStart(before, after)
  const sameEnd = commonEnd(before.slice(same), after.slice(same))
  const part = partAround(added, 1, same)
  const start = source.lineStarts[first - 1] ?? 0
  const old = glyphs(source, first, masks, part)
  const fresh = glyphs(added, 1, addedMasks, part)
  const from = columnsTo(fresh, same)
  const to = Math.max(columnsTo(fresh, after.length - sameEnd), columnsTo(old, start + before.length - sameEnd))
  return { part, offset: offsetFor(from, to, Math.max(width(fresh), width(old)), room) }
}

const columnsTo = (line: readonly Glyph[], end: number): number => width(line.filter(({ span }) => span.end <= end))

const commonStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

const commonEnd = (a: string, b: string): number => {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}

const changes = (edits: readonly Edit[], masksOf: (source: SourceFile) => readonly Span[]): readonly Change[] => {
  const result: Change[] = []
  for (const source of new Set(edits.map((edit) => edit.source))) {
    const own = edits.filter((edit) => edit.source === source).sort((a, b) => a.span.start - b.span.start)
    for (const group of byLines(source, own)) result.push(change(source, group, masksOf(source)))
  }
  return result
}

/** Edits that touch the same lines belong together. */
const byLines = (source: SourceFile, edits: readonly Edit[]): readonly (readonly Edit[])[] => {
  const groups: Edit[][] = []
  let last = -1
  for (const edit of edits) {
    const group = groups.at(-1)
    if (group && source.lineIndex(edit.span.start) <= last) group.push(edit)
    else groups.push([edit])
    last = source.lineIndex(edit.span.end)
  }
  return groups
}

const change = (source: SourceFile, edits: readonly Edit[], masks: readonly Span[]): Change => {
  const first = source.lineIndex(edits[0]?.span.start ?? 0)
  const last = source.lineIndex(edits.at(-1)?.span.end ?? 0)
  const start = source.lineStarts[first] ?? 0
  const end = source.lineStarts[last + 1] ?? source.text.length
  let text = ''
  let at = start
  const kept: Span[] = []
  for (const edit of edits) {
    kept.push(...shifted(masks, at, edit.span.start, text.length - at))
    text += source.text.slice(at, edit.span.start) + edit.text
    at = edit.span.end
  }
  kept.push(...shifted(masks, at, end, text.length - at))
  text += source.text.slice(at, end)
  return trimmed(source, first, last - first + 1, new SourceFile(source.path, text), kept)
}

/** An insertion of whole lines leaves the line that it stands at as it was: that one is not part of the change. */
const trimmed = (
  source: SourceFile,
  first: number,
  removed: number,
  added: SourceFile,
  masks: readonly Span[],
): Change => {
  const before = Array.from({ length: removed }, (_, index) => source.line(first + 1 + index))
  const after = added.lineStarts.map((_, index) => added.line(index + 1))
  if (added.text.endsWith('\n')) after.pop()
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1
  }
  const from = added.lineStarts[head] ?? added.text.length
  const to = added.lineStarts[after.length - tail] ?? added.text.length
  return {
    source,
    first: first + 1 + head,
    removed: before.length - head - tail,
    added: new SourceFile(source.path, added.text.slice(from, to)),
    addedMasks: shifted(masks, from, to, -from),
  }
}

/** The masks within a range, moved by `by`. */
const shifted = (masks: readonly Span[], from: number, to: number, by: number): readonly Span[] =>
  masks
    .filter((mask) => mask.start < to && mask.end > from)
    .map((mask) => ({ start: Math.max(mask.start, from) + by, end: Math.min(mask.end, to) + by }))
