import { DOLLAR, isWhiteSpace, LESS, MINUS, NEWLINE, OPEN_BRACE, PERCENT, RETURN } from './characters.js'
import type { Scanner } from './scanner.js'
import type { Literal, Template } from './syntax.js'
import { TemplatePieces } from './template.js'

/** `<<NAME` or `<<-NAME`, up to the line that holds nothing but the name. The scanner is at the first sign. */
export const parseHeredoc = (scanner: Scanner): Literal | Template => {
  const start = scanner.position
  if (scanner.at(start + 1) !== LESS) scanner.failHere('expected an expression')
  const indented = scanner.at(start + 2) === MINUS
  scanner.position = start + (indented ? 3 : 2)
  const hint = 'a heredoc opens with << or <<- and a name, and its text begins on the next line'
  if (!scanner.atIdentifier()) scanner.fail('expected the name of a heredoc', start, scanner.position, hint)
  const name = scanner.identifier()
  if (!scanner.atNewline()) scanner.failHere('expected the end of the line behind the name of a heredoc', hint)
  scanner.position += scanner.peek() === RETURN ? 2 : 1
  return indented
    ? parseTemplate(scanner, start, name, 'indented-heredoc')
    : (parsePlain(scanner, start, name) ?? parseTemplate(scanner, start, name, 'heredoc'))
}

/** A heredoc without sequences is one piece of the source; undefined where it is none. */
const parsePlain = (scanner: Scanner, start: number, name: string): Literal | undefined => {
  const { text, end, position } = scanner
  let at = position
  while (at < end) {
    const closer = closingName(scanner, at, name)
    if (closer !== -1) {
      const value = text.slice(position, at).normalize('NFC')
      scanner.height = 1
      return { kind: 'literal', value, style: 'heredoc', span: { start, end: close(scanner, closer, name) } }
    }
    let unit = text.charCodeAt(at)
    while (unit !== NEWLINE) {
      if ((unit === DOLLAR || unit === PERCENT) && scanner.at(at + 1) === OPEN_BRACE) return undefined
      if (unit === RETURN && isLoneReturn(scanner, at)) return undefined
      at += 1
      if (at >= end) return undefined
      unit = text.charCodeAt(at)
    }
    at += 1
  }
  return undefined
}

const parseTemplate = (
  scanner: Scanner,
  start: number,
  name: string,
  style: 'heredoc' | 'indented-heredoc',
): Literal | Template => {
  const pieces = new TemplatePieces(scanner)
  for (;;) {
    const closer = closingName(scanner, scanner.position, name)
    if (closer !== -1) return pieces.finish(style, start, close(scanner, closer, name))
    if (!readLine(scanner, pieces)) {
      scanner.fail('this heredoc is never closed', start, start + 2, `it ends with a line that holds only ${name}`)
    }
  }
}

/** Takes the rest of a line with its newline, and the lines that sequences in it span. False at the end of the text. */
export const readLine = (scanner: Scanner, pieces: TemplatePieces): boolean => {
  const { text, end } = scanner
  let from = scanner.position
  let at = from
  while (at < end) {
    const unit = text.charCodeAt(at)
    if (unit === NEWLINE) {
      pieces.text(text.slice(from, at + 1), from, at + 1)
      scanner.position = at + 1
      return true
    }
    if (unit === RETURN && isLoneReturn(scanner, at)) {
      scanner.fail('a carriage return stands only before a newline', at, at + 1)
    }
    if (unit === DOLLAR || unit === PERCENT) {
      if (at > from) pieces.text(text.slice(from, at), from, at)
      at = from = pieces.dollarOrPercent(at)
    } else at += 1
  }
  if (at > from) pieces.text(text.slice(from, at), from, at)
  scanner.position = at
  return false
}

/** Where the name stands, if the line that begins at the offset holds nothing else; -1 if not. */
export const closingName = (scanner: Scanner, line: number, name: string): number => {
  let at = line
  let unit = scanner.at(at)
  while (isWhiteSpace(unit) && !endsLine(scanner, at)) {
    at += 1
    unit = scanner.at(at)
  }
  if (!scanner.text.startsWith(name, at)) return -1
  let behind = at + name.length
  unit = scanner.at(behind)
  while (isWhiteSpace(unit) && !endsLine(scanner, behind)) {
    behind += 1
    unit = scanner.at(behind)
  }
  return behind < scanner.end && endsLine(scanner, behind) && !isLoneReturn(scanner, behind) ? at : -1
}

const endsLine = (scanner: Scanner, at: number): boolean => scanner.at(at) === NEWLINE || scanner.at(at) === RETURN

const isLoneReturn = (scanner: Scanner, at: number): boolean =>
  scanner.at(at) === RETURN && scanner.at(at + 1) !== NEWLINE

/** Goes to the end of the closing line, whose newline still counts as one. Returns the end of the name. */
const close = (scanner: Scanner, closer: number, name: string): number => {
  const end = closer + name.length
  const newline = scanner.text.indexOf('\n', end)
  scanner.position = scanner.at(newline - 1) === RETURN ? newline - 1 : newline
  return end
}
