import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { visible } from './control-characters.js'
import { characterWidth } from './display-width.js'

const MASK = '***'
const TAB = 2
/** Of a longer line, a part is shown: beyond any terminal's width, and no more work for a line of a hundred megabytes. */
const PART = 4096

/** One character of a source line as it is shown, or the mask that stands for many. */
export interface Glyph {
  readonly text: string
  /** In columns of a terminal. */
  readonly width: number
  /** What of the source it stands for. */
  readonly span: Span
}

/**
 * A line of the source as it is shown: tabs become blanks, control characters escapes, and what must not be read `***`.
 * `line` is 1-based; `masks` are sorted and do not overlap. A mask that began on an earlier line leaves nothing of this one.
 * Of a line that is very long, the part that begins `from` units into it.
 */
export const glyphs = (source: SourceFile, line: number, masks: readonly Span[], from = 0): readonly Glyph[] => {
  const text = source.line(line)
  const bom = line === 1 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0
  const first = (source.lineStarts[line - 1] ?? 0) + bom
  const last = first + text.length
  const start = Math.min(first + from, last)
  const end = Math.min(start + 3 * PART, last)
  // A file of values has a mask a line.
  const near = masks.filter((mask) => mask.start < end && mask.end > start)
  const shown: Glyph[] = []
  let column = 0
  const push = (text: string, width: number, span: Span): void => {
    shown.push({ text, width, span })
    column += width
  }
  for (let at = start; at < end; ) {
    const mask = near.find((each) => each.start <= at && at < each.end)
    if (mask) {
      const isFirstLine = mask.start >= first
      push(isFirstLine ? MASK : '', isFirstLine ? MASK.length : 0, { start: at, end: mask.end })
      at = mask.end
      continue
    }
    const character = String.fromCodePoint(source.text.codePointAt(at) ?? 0)
    const span = { start: at, end: at + character.length }
    const escaped = visible(character)
    if (character === '\t') push(' '.repeat(TAB - (column % TAB)), TAB - (column % TAB), span)
    else if (escaped !== character) push(escaped, escaped.length, span)
    else push(character, characterWidth(character), span)
    at = span.end
  }
  return shown
}

/** In columns. */
export const width = (line: readonly Glyph[]): number => line.reduce((sum, glyph) => sum + glyph.width, 0)

/** Where the part of a line begins that is to be shown for the sake of `offset`, in units from the line's start. */
export const partAround = (source: SourceFile, line: number, offset: number): number => {
  const start = source.lineStarts[line - 1] ?? 0
  const from = Math.max(0, offset - start - PART)
  const splitsPair = from > 0 && isLowSurrogate(source.text.charCodeAt(start + from))
  return splitsPair ? from - 1 : from
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
