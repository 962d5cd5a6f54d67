import type { Edit } from '../finding.js'
import { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { cut, type FrameOptions, offsetFor } from './code-frame.js'
import { visible } from './control-characters.js'
import { type Glyph, glyphs, partAround, width } from './glyphs.js'

/** A run of whole lines and what they become. `first` is the 1-based number of the first of them. */
interface Change {
  readonly source: SourceFile
  readonly first: number
  readonly removed: number
  readonly added: { readonly source: SourceFile; readonly length: number }
  readonly addedMasks: readonly Span[]
}

/** What a diff looks like beneath a finding. */
export interface DiffOptions extends Omit<FrameOptions, 'masks'> {
  /** The file that the reader has before him: only others are named. */
  readonly file: string | undefined
}

/**
 * The lines that a fix takes away (`-`, by the numbers that they have) and puts in (`+`, by those that they will have); nothing
 * around them.
 */
export const diffSnippet = (
  edits: readonly Edit[],
  masksOf: (source: SourceFile) => readonly Span[],
  options: DiffOptions,
): readonly string[] => {
  const sources = [...new Set(edits.map(({ source }) => source))]
  const isNamed = sources.some(({ path }) => path !== options.file)
  return sources.flatMap((source) => {
    const own = edits.filter((edit) => edit.source === source)
    const rows = fileRows(changes(source, own, masksOf(source)), masksOf(source), options)
    const name = `${' '.repeat(options.gutter)}${options.style.frame('-->')} ${visible(source.path)}`
    return isNamed ? [name, ...rows] : rows
  })
}

/** What to write, where there is no file at hand that it could be shown in. */
export const textSnippet = (text: string, options: DiffOptions): readonly string[] => {
  const source = new SourceFile('', text)
  return source.lineStarts.flatMap((_, index) => newRows('', glyphs(source, index + 1, []), options))
}

const fileRows = (all: readonly Change[], masks: readonly Span[], options: DiffOptions): readonly string[] => {
  const room = roomOf(options)
  const rows: string[] = []
  let moved = 0
  for (const change of all) {
    const { source, first, removed, added, addedMasks } = change
    const { part, offset } = view(change, masks, room)
    for (let line = first; line < first + removed; line += 1) {
      rows.push(row(String(line), '-', cut(glyphs(source, line, masks, part), offset, room), options))
    }
    for (let line = 1; line <= added.length; line += 1) {
      const number = String(first + moved + line - 1)
      const fresh = glyphs(added.source, line, addedMasks, part)
      if (removed === 0) rows.push(...newRows(number, fresh, options))
      else rows.push(row(number, '+', cut(fresh, offset, room), options))
    }
    moved += added.length - removed
  }
  return rows
}

const row = (number: string, sign: '-' | '+' | ' ', text: string, { style, gutter }: DiffOptions): string => {
  const paint = sign === '-' ? style.removed : style.added
  return `${style.frame(`${number.padStart(gutter)} |`)} ${paint(`${sign} ${text}`.trimEnd())}`
}

/** What is new as a whole is to be read as a whole: where it is too long, it goes on in the next row. */
const newRows = (number: string, line: readonly Glyph[], options: DiffOptions): readonly string[] => {
  const parts = broken(line, roomOf(options))
  return parts.map((part, index) => row(index === 0 ? number : '', index === 0 ? '+' : ' ', part, options))
}

/** At least one part. */
const broken = (line: readonly Glyph[], room: number): readonly string[] => {
  const parts: string[] = []
  let part = ''
  let column = 0
  for (const glyph of line) {
    if (column + glyph.width > room) {
      parts.push(part)
      part = ''
      column = 0
    }
    part += glyph.text
    column += glyph.width
  }
  return [...parts, part]
}

const roomOf = ({ columns, gutter }: DiffOptions): number => Math.max(columns - gutter - 5, 20)

/** Where the lines are cut: of a line that becomes another one, what differs is shown. */
const view = (
  { source, first, removed, added, addedMasks }: Change,
  masks: readonly Span[],
  room: number,
): { readonly part: number; readonly offset: number } => {
  if (removed !== 1 || added.length !== 1) return { part: 0, offset: 0 }
  const before = source.line(first)
  const after = added.source.line(1)
  const same = commonStart(before, after)
  const sameEnd = commonEnd(before.slice(same), after.slice(same))
  const part = partAround(added.source, 1, same)
  const start = source.lineStarts[first - 1] ?? 0
  const old = glyphs(source, first, masks, part)
  const fresh = glyphs(added.source, 1, addedMasks, part)
  const from = columnsTo(fresh, same)
  const to = Math.max(columnsTo(fresh, after.length - sameEnd), columnsTo(old, start + before.length - sameEnd))
  return { part, offset: offsetFor(from, to, Math.max(width(fresh), width(old)), room) }
}

const columnsTo = (line: readonly Glyph[], end: number): number => width(line.filter(({ span }) => span.end <= end))

interface Sequence {
  readonly length: number
  readonly at: (index: number) => string | undefined
}

const commonStart = (a: Sequence, b: Sequence): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.at(length) === b.at(length)) length += 1
  return length
}

const commonEnd = (a: Sequence, b: Sequence): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}

const changes = (source: SourceFile, edits: readonly Edit[], masks: readonly Span[]): readonly Change[] => {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start)
  return byLines(source, inOrder).map((group) => change(source, group, masks))
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
  return trimmed(
    source,
    { first, end, startsLine: edits[0]?.span.start === start },
    new SourceFile(source.path, text),
    kept,
  )
}

/** An insertion of whole lines leaves the line that it stands at as it was: that one is not part of the change. */
const trimmed = (
  source: SourceFile,
  { first, end, startsLine }: { readonly first: number; readonly end: number; readonly startsLine: boolean },
  added: SourceFile,
  masks: readonly Span[],
): Change => {
  const before = linesOf(new SourceFile(source.path, source.text.slice(source.lineStarts[first], end)))
  const after = linesOf(added)
  // What is written at the beginning of a line stands before it, even where both begin alike.
  const least = startsLine ? commonEnd(before, after) : 0
  const head = commonStart(before.slice(0, before.length - least), after.slice(0, after.length - least))
  const tail = commonEnd(before.slice(head), after.slice(head))
  const from = added.lineStarts[head] ?? added.text.length
  const to = added.lineStarts[after.length - tail] ?? added.text.length
  return {
    source,
    first: first + 1 + head,
    removed: before.length - head - tail,
    added: { source: new SourceFile(source.path, added.text.slice(from, to)), length: after.length - head - tail },
    addedMasks: shifted(masks, from, to, -from),
  }
}

/** Behind the last line end there is no line. */
const linesOf = (source: SourceFile): readonly string[] => {
  const lines = source.lineStarts.map((_, index) => source.line(index + 1))
  return source.text === '' || source.text.endsWith('\n') ? lines.slice(0, -1) : lines
}

/** The masks within a range, moved by `by`. */
const shifted = (masks: readonly Span[], from: number, to: number, by: number): readonly Span[] =>
  masks
    .filter((mask) => mask.start < to && mask.end > from)
    .map((mask) => ({ start: Math.max(mask.start, from) + by, end: Math.min(mask.end, to) + by }))
