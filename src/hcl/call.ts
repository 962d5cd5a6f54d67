import type { Span } from '../source/span.js'
import { CLOSE_PARENTHESIS, COLON, COMMA, OPEN_PARENTHESIS } from './characters.js'
import { parseExpression } from './expression.js'
import type { Scanner } from './scanner.js'
import type { Call, Expression } from './syntax.js'
import { atEllipsis } from './traversal.js'

/** A call whose first name is read; the scanner is at the parenthesis, or at the colons of a namespace. */
export const parseCall = (scanner: Scanner, first: string, firstSpan: Span): Call => {
  let name = first
  let nameSpan = firstSpan
  while (scanner.peek() === COLON && scanner.at(scanner.position + 1) === COLON) {
    scanner.position += 2
    scanner.skip()
    if (!scanner.atIdentifier()) scanner.failHere('expected a function name behind ::')
    name += `::${scanner.identifier()}`
    nameSpan = { start: firstSpan.start, end: scanner.position }
    scanner.skip()
  }
  if (scanner.peek() !== OPEN_PARENTHESIS) scanner.failHere('expected an opening parenthesis behind a function name')
  const { ignoresNewlines } = scanner
  scanner.ignoresNewlines = true
  scanner.position += 1
  const args: Expression[] = []
  let height = 0
  let expandFinal = false
  while (scanner.skip() !== CLOSE_PARENTHESIS) {
    args.push(parseExpression(scanner))
    height = Math.max(height, scanner.height)
    if (scanner.peek() === COMMA) {
      scanner.position += 1
      continue
    }
    if (atEllipsis(scanner)) {
      expandFinal = true
      scanner.position += 3
      scanner.skip()
    }
    if (scanner.peek() === CLOSE_PARENTHESIS) break
    if (expandFinal) scanner.failHere('expected a closing parenthesis behind ...', 'only the last argument can expand')
    if (scanner.peek() === -1) scanner.fail('this call is never closed', firstSpan.start, nameSpan.end)
    scanner.failHere('expected a comma between arguments')
  }
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height = height + 1
  return { kind: 'call', name, nameSpan, args, expandFinal, span: { start: firstSpan.start, end: scanner.position } }
}
