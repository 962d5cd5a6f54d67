import {
  BACKSLASH,
  DOLLAR,
  isHexDigit,
  isPlainInQuotes,
  NEWLINE,
  OPEN_BRACE,
  PERCENT,
  QUOTE,
  RETURN,
} from './characters.js'
import type { Scanner } from './scanner.js'
import type { Literal, Template } from './syntax.js'
import { TemplatePieces } from './template.js'

/** A string in double quotes. */
export const parseQuoted = (scanner: Scanner): Literal | Template => {
  const { text, end, position: start } = scanner
  for (let at = start + 1; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (isPlainInQuotes(unit)) continue
    if (unit === QUOTE) {
      scanner.position = at + 1
      scanner.height = 1
      return { kind: 'literal', value: text.slice(start + 1, at), style: 'quoted', span: { start, end: at + 1 } }
    }
    if ((unit !== DOLLAR && unit !== PERCENT) || scanner.at(at + 1) === OPEN_BRACE) break
  }
  return parseQuotedTemplate(scanner)
}

/** The same for strings with escapes, interpolations or directives. */
const parseQuotedTemplate = (scanner: Scanner): Literal | Template => {
  const start = scanner.position
  const pieces = new TemplatePieces(scanner)
  let from = start + 1
  let at = from
  const take = (to: number): void => {
    if (to > from) pieces.text(unescapeQuoted(scanner, from, to), from, to)
  }
  for (;;) {
    const unit = scanner.at(at)
    if (unit === QUOTE) break
    if (unit === -1) scanner.fail('this string is never closed', start, start + 1)
    if (unit === NEWLINE || unit === RETURN) failLine(scanner, start, at)
    if (unit === BACKSLASH) at += endsLine(scanner.at(at + 1)) ? 1 : 2
    else if (unit === DOLLAR || unit === PERCENT) {
      take(at)
      at = from = pieces.dollarOrPercent(at)
    } else at += 1
  }
  take(at)
  scanner.position = at + 1
  return pieces.finish('quoted', start, at + 1)
}

const endsLine = (unit: number): boolean => unit === NEWLINE || unit === RETURN || unit === -1

const failLine = (scanner: Scanner, start: number, at: number): never =>
  scanner.fail('a string in quotes cannot span lines', start, at, 'close the quote, or write \\n or a heredoc')

/** The text of a quoted string with its backslash sequences replaced. */
const unescapeQuoted = (scanner: Scanner, start: number, end: number): string => {
  const { text } = scanner
  const written = text.slice(start, end)
  // Looked for in the string alone: the next one of the file may be far away, and this is asked of every string.
  if (!written.includes('\\')) return written
  let backslash = text.indexOf('\\', start)
  let value = ''
  let from = start
  while (backslash !== -1 && backslash < end) {
    value += text.slice(from, backslash)
    const letter = text.charAt(backslash + 1)
    from = letter === 'u' || letter === 'U' ? hexEnd(scanner, backslash, end) : backslash + 2
    value += escaped(scanner, backslash, from)
    backslash = text.indexOf('\\', from)
  }
  return value + text.slice(from, end)
}

const hexEnd = (scanner: Scanner, backslash: number, end: number): number => {
  const most = Math.min(end, backslash + (scanner.text.charAt(backslash + 1) === 'u' ? 6 : 10))
  let at = backslash + 2
  while (at < most && isHexDigit(scanner.at(at))) at += 1
  return at
}

const escaped = (scanner: Scanner, start: number, end: number): string => {
  const sequence = scanner.text.slice(start, end)
  switch (sequence.charAt(1)) {
    case 'n':
      return '\n'
    case 'r':
      return '\r'
    case 't':
      return '\t'
    case '"':
      return '"'
    case '\\':
      return '\\'
    case 'u':
    case 'U':
      return escapedCodePoint(scanner, sequence, start, end)
    default:
      scanner.report('this is no escape sequence', start, end, 'a backslash itself is written \\\\')
      return sequence.slice(1)
  }
}

const escapedCodePoint = (scanner: Scanner, sequence: string, start: number, end: number): string => {
  const long = sequence.charAt(1) === 'U'
  const codePoint = Number.parseInt(sequence.slice(2), 16)
  if (sequence.length !== (long ? 10 : 6)) {
    scanner.report(`this escape sequence takes ${long ? 'eight' : 'four'} hexadecimal digits`, start, end)
  } else if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    scanner.report('there is no such character', start, end, 'write characters beyond U+FFFF as \\UXXXXXXXX')
  } else return String.fromCodePoint(codePoint)
  return sequence
}
