import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { visible } from './control-characters.js'
import { characterWidth } from './display-width.js'

const MASK = '***'
const TAB = 2

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
 */
export const glyphs = (source: SourceFile, line: number, masks: readonly Span[]): readonly Glyph[] => {
  const text = source.line(line)
  const bom = line === 1 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0
  const start = (source.lineStarts[line - 1] ?? 0) + bom
  const end = start + text.length
  const shown: Glyph[] = []
  let column = 0
  const push = (text: string, width: number, span: Span): void => {
    shown.push({ text, width, span })
    column += width
  }
  for (let at = start; at < end; ) {
    const mask = masks.find((each) => each.start <= at && at < each.end)
    if (mask) {
      push(mask.start >= start ? MASK : '', mask.start >= start ? MASK.length : 0, { start: at, end: mask.end })
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
