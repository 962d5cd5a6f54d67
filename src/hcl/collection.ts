/** Tuples and objects, and the `for` expressions that share their brackets. */
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, EQUAL, GREATER, OPEN_PARENTHESIS } from './characters.js'
import { parseExpression } from './expression.js'
import type { Scanner } from './scanner.js'
import type { Expression, ForExpression, ObjectConstructor, ObjectItem, Tuple } from './syntax.js'
import { atEllipsis } from './traversal.js'

export const parseTuple = (scanner: Scanner): Tuple | ForExpression => {
  const start = scanner.position
  const { ignoresNewlines } = scanner
  scanner.ignoresNewlines = true
  scanner.position += 1
  scanner.skip()
  if (scanner.atKeyword('for')) return parseFor(scanner, start, CLOSE_BRACKET, ignoresNewlines)
  const items: Expression[] = []
  let height = 0
  while (scanner.skip() !== CLOSE_BRACKET) {
    if (scanner.peek() === -1) failOpen(scanner, start)
    items.push(parseExpression(scanner))
    height = Math.max(height, scanner.height)
    const unit = scanner.peek()
    if (unit === CLOSE_BRACKET) break
    if (unit === -1) failOpen(scanner, start)
    if (unit !== COMMA) scanner.failHere('expected a comma between items')
    scanner.position += 1
  }
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height = height + 1
  return { kind: 'tuple', items, span: { start, end: scanner.position } }
}

export const parseObject = (scanner: Scanner): ObjectConstructor | ForExpression => {
  const start = scanner.position
  const { ignoresNewlines } = scanner
  scanner.position += 1
  scanner.skipLines()
  if (scanner.atKeyword('for')) return parseFor(scanner, start, CLOSE_BRACE, ignoresNewlines)
  scanner.ignoresNewlines = false
  const items: ObjectItem[] = []
  let height = 0
  while (scanner.skipLines() !== CLOSE_BRACE) {
    if (scanner.peek() === -1) failOpen(scanner, start)
    const key = parseKey(scanner, start)
    height = Math.max(height, scanner.height)
    const value = parseExpression(scanner)
    height = Math.max(height, scanner.height)
    items.push({ key, value })
    const unit = scanner.peek()
    if (unit === COMMA) scanner.position += 1
    else if (unit === CLOSE_BRACE) break
    else if (unit === -1) failOpen(scanner, start)
    else if (!scanner.atNewline()) scanner.failHere('expected a comma or a newline between items')
  }
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height = height + 1
  return { kind: 'object', items, span: { start, end: scanner.position } }
}

const failOpen = (scanner: Scanner, opening: number): never =>
  scanner.fail('this bracket is never closed', opening, opening + 1)

/** The key with the sign behind it. A bare word is a string, whatever it means elsewhere. */
const parseKey = (scanner: Scanner, opening: number): Expression => {
  const parenthesised = scanner.peek() === OPEN_PARENTHESIS
  const start = scanner.position
  const key = parseExpression(scanner)
  const unit = scanner.peek()
  const next = scanner.at(scanner.position + 1)
  const sign = unit === EQUAL ? next !== EQUAL && next !== GREATER : unit === COLON && next !== COLON
  if (!sign) {
    if (unit === -1) failOpen(scanner, opening)
    scanner.fail(
      'expected an equals sign or a colon behind the key',
      scanner.position,
      scanner.position + 1,
      'a key with spaces or dots stands in quotes',
    )
  }
  scanner.position += 1
  if (parenthesised) return key
  const word =
    key.kind === 'variable'
      ? key.name
      : key.kind === 'literal' && key.style === undefined && typeof key.value !== 'number'
        ? String(key.value)
        : undefined
  if (word === undefined) return key
  return { kind: 'literal', value: word, style: 'bare', span: { start, end: key.span.end } }
}

const parseFor = (scanner: Scanner, start: number, closer: number, ignoresNewlines: boolean): ForExpression => {
  scanner.ignoresNewlines = true
  scanner.position += 'for'.length
  const { keyName, valueName } = parseForNames(scanner)
  const collection = parseExpression(scanner)
  let height = scanner.height
  if (scanner.peek() !== COLON || scanner.at(scanner.position + 1) === COLON) {
    scanner.failHere('expected a colon behind the collection of a for expression')
  }
  scanner.position += 1
  let value = parseExpression(scanner)
  height = Math.max(height, scanner.height)
  let key: Expression | undefined
  if (scanner.peek() === EQUAL && scanner.at(scanner.position + 1) === GREATER) {
    if (closer === CLOSE_BRACKET) scanner.failHere('a for expression in brackets has no keys', 'use braces')
    scanner.position += 2
    key = value
    value = parseExpression(scanner)
    height = Math.max(height, scanner.height)
  } else if (closer === CLOSE_BRACE) scanner.failHere('expected => and a value in a for expression in braces')
  const grouping = atEllipsis(scanner)
  if (grouping) {
    if (closer === CLOSE_BRACKET) scanner.failHere('a for expression in brackets cannot group')
    scanner.position += 3
    scanner.skip()
  }
  let condition: Expression | undefined
  if (scanner.atKeyword('if')) {
    scanner.position += 'if'.length
    condition = parseExpression(scanner)
    height = Math.max(height, scanner.height)
  }
  if (scanner.peek() !== closer) scanner.failHere('expected the end of the for expression')
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height = height + 1
  return {
    kind: 'for',
    ...(keyName === undefined ? {} : { keyName }),
    valueName,
    collection,
    ...(key === undefined ? {} : { key }),
    value,
    ...(condition === undefined ? {} : { condition }),
    grouping,
    span: { start, end: scanner.position },
  }
}

/** The names between `for` and `in`, and the `in`. */
export const parseForNames = (scanner: Scanner): { keyName: string | undefined; valueName: string } => {
  scanner.skip()
  if (!scanner.atIdentifier()) scanner.failHere('expected a name behind for')
  const first = scanner.identifier()
  let second: string | undefined
  if (scanner.skip() === COMMA) {
    scanner.position += 1
    scanner.skip()
    if (!scanner.atIdentifier()) scanner.failHere('expected a second name behind the comma')
    second = scanner.identifier()
    scanner.skip()
  }
  if (!scanner.atKeyword('in')) scanner.failHere('expected in behind the names of a for')
  scanner.position += 'in'.length
  return second === undefined ? { keyName: undefined, valueName: first } : { keyName: first, valueName: second }
}
