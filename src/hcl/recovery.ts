import type { Span } from '../source/span.js'
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DOLLAR,
  EQUAL,
  HASH,
  LESS,
  MINUS,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  QUOTE,
  RETURN,
  SLASH,
  SPACE,
  TAB,
} from './characters.js'
import { closingName } from './heredoc.js'
import type { Scanner } from './scanner.js'

/**
 * Goes on from `start`, within the broken item that begins at `item`, to where another item can begin: the end of a
 * line on which no bracket is open, the brace that closes the block, or, should a bracket never be closed, a line that
 * looks like an item and is not indented deeper than the broken one. Returns what was passed, without blanks around.
 */
export const recover = (scanner: Scanner, start: number, item: number): Span => {
  scanner.ignoresNewlines = false
  scanner.position = start
  scanner.skip()
  const first = scanner.position
  const end = pass(scanner, indentationAt(scanner, item))
  return { start: Math.min(first, end), end }
}

/** Returns the end of the last thing passed that is neither blank nor comment. */
const pass = (scanner: Scanner, indentation: number): number => {
  /** What closes the brackets that are open; a quote stands for a string. */
  const closers: number[] = []
  let end = scanner.position
  for (;;) {
    const at = scanner.position
    const unit = scanner.peek()
    const closer = closers.at(-1)
    if (unit === -1) return end
    if (unit === NEWLINE) {
      if (closer === QUOTE) closers.pop()
      if (closers.length === 0 || beginsItem(scanner, at + 1, indentation)) return end
      scanner.position = at + 1
      continue
    }
    if (unit === SPACE || unit === TAB || unit === RETURN) {
      scanner.position = at + 1
      continue
    }
    if (closer === QUOTE) passInString(scanner, closers, unit)
    else if (unit === HASH || (unit === SLASH && scanner.opensComment(at))) {
      scanner.position = scanner.comment(at)
      continue
    } else if (unit === closer) {
      closers.pop()
      scanner.position = at + 1
    } else if (unit === CLOSE_BRACE && closers.length === 0 && scanner.depth > 0) return end
    else if (unit === LESS && scanner.at(at + 1) === LESS) passHeredoc(scanner)
    else {
      const opened = closerOf(unit)
      if (opened !== 0) closers.push(opened)
      scanner.position = at + 1
    }
    end = scanner.position
  }
}

const closerOf = (unit: number): number => {
  switch (unit) {
    case OPEN_PARENTHESIS:
      return CLOSE_PARENTHESIS
    case OPEN_BRACKET:
      return CLOSE_BRACKET
    case OPEN_BRACE:
      return CLOSE_BRACE
    case QUOTE:
      return QUOTE
    default:
      return 0
  }
}

const passInString = (scanner: Scanner, closers: number[], unit: number): void => {
  const next = scanner.at(scanner.position + 1)
  const opens = (unit === DOLLAR || unit === PERCENT) && next === OPEN_BRACE
  if (opens) closers.push(CLOSE_BRACE)
  if (unit === QUOTE) closers.pop()
  const pair = opens || (unit === BACKSLASH && next !== NEWLINE && next !== -1)
  scanner.position += pair ? 2 : 1
}

const passHeredoc = (scanner: Scanner): void => {
  scanner.position += scanner.at(scanner.position + 2) === MINUS ? 3 : 2
  if (!scanner.atIdentifier()) return
  const name = scanner.identifier()
  if (!scanner.atNewline()) return
  for (;;) {
    const newline = scanner.text.indexOf('\n', scanner.position)
    if (newline === -1 || newline >= scanner.end) {
      scanner.position = scanner.end
      return
    }
    const closer = closingName(scanner, newline + 1, name)
    scanner.position = closer === -1 ? newline + 1 : closer + name.length
    if (closer !== -1) return
  }
}

const beginsItem = (scanner: Scanner, line: number, indentation: number): boolean => {
  let at = line
  while (isBlank(scanner.at(at)) && at - line <= indentation) at += 1
  const { position } = scanner
  scanner.position = at
  const begins =
    scanner.peek() === CLOSE_BRACE
      ? at - line < indentation
      : at - line <= indentation && scanner.atIdentifier() && goesOnAsItem(scanner)
  scanner.position = position
  return begins
}

const goesOnAsItem = (scanner: Scanner): boolean => {
  scanner.identifier()
  while (isBlank(scanner.peek())) scanner.position += 1
  const unit = scanner.peek()
  return unit === QUOTE || unit === OPEN_BRACE || (unit === EQUAL && scanner.at(scanner.position + 1) !== EQUAL)
}

const isBlank = (unit: number): boolean => unit === SPACE || unit === TAB

/** How far the item is indented; 0 where something stands before it on its line. */
export const indentationAt = (scanner: Scanner, item: number): number => {
  let at = item
  while (at > 0 && isBlank(scanner.at(at - 1))) at -= 1
  return at === 0 || scanner.at(at - 1) === NEWLINE ? item - at : 0
}
