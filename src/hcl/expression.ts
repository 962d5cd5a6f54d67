/**
 * Expressions. Every function here leaves the scanner at the next token: blanks, comments, and newlines where they are
 * white space, are passed already.
 */
import { parseCall } from './call.js'
import {
  AMPERSAND,
  BANG,
  CLOSE_PARENTHESIS,
  COLON,
  EQUAL,
  GREATER,
  isDigit,
  LESS,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  PIPE,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  STAR,
} from './characters.js'
import { parseObject, parseTuple } from './collection.js'
import { parseHeredoc } from './heredoc.js'
import { parseQuoted } from './quoted.js'
import { MAXIMUM_HEIGHT, type Scanner } from './scanner.js'
import type { BinaryOperator, Expression, Literal, Parentheses } from './syntax.js'
import { parseSteps } from './traversal.js'

export const parseExpression = (scanner: Scanner): Expression => {
  scanner.enter()
  scanner.skip()
  const condition = parseOperation(scanner, 1)
  if (scanner.peek() !== QUESTION) {
    scanner.leave()
    return condition
  }
  let height = scanner.height
  scanner.position += 1
  const then = parseExpression(scanner)
  height = Math.max(height, scanner.height)
  if (scanner.peek() !== COLON || scanner.at(scanner.position + 1) === COLON) {
    scanner.failHere('expected a colon and what the condition yields otherwise', 'a condition is "test ? then : else"')
  }
  scanner.position += 1
  const otherwise = parseExpression(scanner)
  scanner.height = Math.max(height, scanner.height) + 1
  scanner.leave()
  const span = { start: condition.span.start, end: otherwise.span.end }
  return { kind: 'conditional', condition, then, otherwise, span }
}

interface Operator {
  readonly symbol: BinaryOperator
  /** Higher binds tighter. */
  readonly precedence: number
}

const OR: Operator = { symbol: '||', precedence: 1 }
const AND: Operator = { symbol: '&&', precedence: 2 }
const IS_EQUAL: Operator = { symbol: '==', precedence: 3 }
const IS_UNEQUAL: Operator = { symbol: '!=', precedence: 3 }
const IS_LESS: Operator = { symbol: '<', precedence: 4 }
const IS_AT_MOST: Operator = { symbol: '<=', precedence: 4 }
const IS_GREATER: Operator = { symbol: '>', precedence: 4 }
const IS_AT_LEAST: Operator = { symbol: '>=', precedence: 4 }
const ADD: Operator = { symbol: '+', precedence: 5 }
const SUBTRACT: Operator = { symbol: '-', precedence: 5 }
const MULTIPLY: Operator = { symbol: '*', precedence: 6 }
const DIVIDE: Operator = { symbol: '/', precedence: 6 }
const REMAINDER: Operator = { symbol: '%', precedence: 6 }

const isNext = (scanner: Scanner, unit: number): boolean => scanner.at(scanner.position + 1) === unit

const operatorAt = (scanner: Scanner, unit: number): Operator | undefined => {
  switch (unit) {
    case EQUAL:
      return isNext(scanner, EQUAL) ? IS_EQUAL : undefined
    case BANG:
      return isNext(scanner, EQUAL) ? IS_UNEQUAL : undefined
    case LESS:
      return isNext(scanner, EQUAL) ? IS_AT_MOST : IS_LESS
    case GREATER:
      return isNext(scanner, EQUAL) ? IS_AT_LEAST : IS_GREATER
    case AMPERSAND:
      return isNext(scanner, AMPERSAND) ? AND : undefined
    case PIPE:
      return isNext(scanner, PIPE) ? OR : undefined
    case PLUS:
      return ADD
    case MINUS:
      return SUBTRACT
    case STAR:
      return MULTIPLY
    case SLASH:
      return DIVIDE
    case PERCENT:
      return REMAINDER
    default:
      return undefined
  }
}

/** Operands joined by operators of at least the given precedence, grouped from the left. */
const parseOperation = (scanner: Scanner, minimum: number): Expression => {
  let left = parseOperand(scanner)
  for (;;) {
    const operator = operatorAt(scanner, scanner.peek())
    if (operator === undefined || operator.precedence < minimum) return left
    const height = scanner.height
    scanner.position += operator.symbol.length
    scanner.skip()
    const right = parseOperation(scanner, operator.precedence + 1)
    scanner.height = Math.max(height, scanner.height) + 1
    if (scanner.height > MAXIMUM_HEIGHT) scanner.failDepth()
    const span = { start: left.span.start, end: right.span.end }
    left = { kind: 'binary', operator: operator.symbol, left, right, span }
  }
}

const parseOperand = (scanner: Scanner): Expression => {
  const start = scanner.position
  const unit = scanner.peek()
  if (unit !== MINUS && (unit !== BANG || scanner.at(start + 1) === EQUAL)) {
    return parseSteps(scanner, parseTerm(scanner, unit))
  }
  scanner.enter()
  scanner.position += 1
  scanner.skip()
  const operand = parseOperand(scanner)
  scanner.height += 1
  scanner.leave()
  return { kind: 'unary', operator: unit === MINUS ? '-' : '!', operand, span: { start, end: operand.span.end } }
}

const parseTerm = (scanner: Scanner, unit: number): Expression => {
  switch (unit) {
    case QUOTE:
      return parseQuoted(scanner)
    case OPEN_BRACKET:
      return parseTuple(scanner)
    case OPEN_BRACE:
      return parseObject(scanner)
    case OPEN_PARENTHESIS:
      return parseParentheses(scanner)
    case LESS:
      return parseHeredoc(scanner)
    default:
      if (scanner.atIdentifier()) return parseName(scanner)
      if (isDigit(unit)) return parseNumber(scanner)
      return failTerm(scanner, unit)
  }
}

const failTerm = (scanner: Scanner, unit: number): never => {
  if (unit === 0x27 || unit === 0x60) scanner.failHere('expected an expression', 'strings stand in double quotes')
  if (unit === -1) scanner.failHere('expected an expression, but the file ends')
  if (scanner.atNewline()) scanner.failHere('expected an expression, but the line ends')
  return scanner.failHere('expected an expression')
}

/** A variable, a keyword, or a call. */
const parseName = (scanner: Scanner): Expression => {
  const start = scanner.position
  const name = scanner.identifier()
  const span = { start, end: scanner.position }
  const unit = scanner.skip()
  if (unit === OPEN_PARENTHESIS || (unit === COLON && scanner.at(scanner.position + 1) === COLON)) {
    return parseCall(scanner, name, span)
  }
  scanner.height = 1
  if (name === 'true') return { kind: 'literal', value: true, span }
  if (name === 'false') return { kind: 'literal', value: false, span }
  if (name === 'null') return { kind: 'literal', value: null, span }
  return { kind: 'variable', name, span }
}

const parseNumber = (scanner: Scanner): Literal => {
  const start = scanner.position
  const end = scanner.number()
  const value = Number(scanner.text.slice(start, end))
  if (Number.isNaN(value)) scanner.fail('this is not a number', start, end)
  scanner.height = 1
  return { kind: 'literal', value, span: { start, end } }
}

const parseParentheses = (scanner: Scanner): Parentheses => {
  const start = scanner.position
  const { ignoresNewlines } = scanner
  scanner.ignoresNewlines = true
  scanner.position += 1
  const inner = parseExpression(scanner)
  if (scanner.peek() !== CLOSE_PARENTHESIS) {
    scanner.failHere('expected a closing parenthesis')
  }
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height += 1
  return { kind: 'parentheses', inner, span: { start, end: scanner.position } }
}
