import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { type Glyph, glyphs, partAround, width } from './glyphs.js'
import type { Style } from './style.js'

/** Lines shown before and after the one that is meant. */
const CONTEXT = 1
const ELLIPSIS = '…'
/** Columns kept to the left of a span that would else lie off the screen. */
const LEAD = 12

export interface FrameOptions {
  readonly style: Style
  /** The width of the terminal. */
  readonly columns: number
  /** The width of the column of line numbers. */
  readonly gutter: number
  /** What must not be shown, sorted, without overlaps. */
  readonly masks: readonly Span[]
}

/**
 * The lines around a span with the span underlined. A span of several lines is underlined on its first.
 * Of lines that are too long, the part with the span is shown.
 */
export const codeFrame = (
  source: SourceFile,
  span: Span,
  mark: (text: string) => string,
  { style, columns, gutter, masks }: FrameOptions,
): readonly string[] => {
  const room = Math.max(columns - gutter - 3, 20)
  const line = source.lineIndex(span.start) + 1
  const part = partAround(source, line, span.start)
  const target = glyphs(source, line, masks, part)
  const { from, to } = columnsOf(target, span)
  const offset = offsetFor(from, to, width(target), room)
  const edge = (number = ''): string => style.frame(`${number.padStart(gutter)} |`)
  const rows = [edge()]
  for (let number = Math.max(1, line - CONTEXT); number <= line + CONTEXT; number += 1) {
    const shown = cut(number === line ? target : glyphs(source, number, masks, part), offset, room)
    if (number !== line && shown.trim() === '') continue
    rows.push(`${edge(String(number))} ${shown}`.trimEnd())
    if (number !== line) continue
    const begin = Math.max(from - offset, 0)
    rows.push(`${edge()} ${' '.repeat(begin)}${mark('^'.repeat(Math.max(Math.min(to - offset, room) - begin, 1)))}`)
  }
  return rows
}

/**
 * How many columns of a line of `whole` to leave out on the left: as few as show those between `from` and `to`, for what a line
 * is about stands at its left. Where they are too many, their first are shown, and the left too where both have room.
 */
export const offsetFor = (from: number, to: number, whole: number, room: number): number => {
  // Behind them stands an ellipsis, if there is more.
  const least = Math.min(to + 1, whole) - room
  if (least <= 0) return 0
  if (least <= from - LEAD) return least
  return from <= room / 2 ? 0 : Math.max(0, from - LEAD)
}

/** The columns, from 0, in which a span begins and ends in a line. */
const columnsOf = (line: readonly Glyph[], span: Span): { readonly from: number; readonly to: number } => {
  let column = 0
  let from: number | undefined
  let to: number | undefined
  for (const glyph of line) {
    if (glyph.span.end > span.start) from ??= column
    column += glyph.width
    if (glyph.span.start < span.end) to = column
  }
  const begin = from ?? column
  return { from: begin, to: Math.max(to ?? begin, begin) }
}

/** The columns from `offset` on, at most `room` of them; an ellipsis stands where something was left out. */
export const cut = (line: readonly Glyph[], offset: number, room: number): string => {
  const whole = width(line)
  const isLong = whole - offset > room
  const last = isLong ? offset + room - 1 : whole
  let text = ''
  let column = 0
  for (const glyph of line) {
    const start = column
    column += glyph.width
    if (column > last) break
    // What the left edge cuts through keeps its columns, or the underline would not fit.
    if (start >= offset + 1 || offset === 0) text += glyph.text
    else if (column > offset) text += `${ELLIPSIS}${' '.repeat(column - offset - 1)}`
  }
  return isLong ? `${text}${ELLIPSIS}` : text
}
