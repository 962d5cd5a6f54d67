/** Bodies: attributes and blocks. An error costs the item that it stands in; what follows is read. */
import type { Span } from '../source/span.js'
import { CLOSE_BRACE, COMMA, EQUAL, GREATER, OPEN_BRACE, QUOTE } from './characters.js'
import { parseExpression } from './expression.js'
import { parseQuoted } from './quoted.js'
import { indentationAt, recover } from './recovery.js'
import { isSyntaxFailure, type Scanner } from './scanner.js'
import type { Attribute, Block, Body, Expression, Label } from './syntax.js'

interface Contents {
  readonly attributes: Map<string, Attribute>
  readonly blocks: Block[]
}

export const parseFileBody = (scanner: Scanner): Body => {
  const contents: Contents = { attributes: new Map(), blocks: [] }
  for (;;) {
    const unit = scanner.skipLines()
    if (unit === -1) break
    if (unit === CLOSE_BRACE) {
      scanner.report('this brace closes nothing', scanner.position, scanner.position + 1)
      scanner.position += 1
    } else parseItem(scanner, contents)
  }
  return { span: { start: 0, end: scanner.end }, attributes: contents.attributes, blocks: contents.blocks }
}

/** An attribute or a block; the scanner is at something that should be its name. */
const parseItem = (scanner: Scanner, contents: Contents): void => {
  const { position: start, depth } = scanner
  try {
    if (!scanner.atIdentifier()) failItem(scanner)
    const name = scanner.identifier()
    const nameSpan = { start, end: scanner.position }
    const unit = scanner.skip()
    if (unit === EQUAL && isLoneEqual(scanner)) parseAttribute(scanner, contents, name, nameSpan)
    else if (unit === QUOTE || unit === OPEN_BRACE || scanner.atIdentifier()) {
      parseBlock(scanner, contents, name, nameSpan)
    } else {
      const hint = `write "${name} = …" for an argument, or "${name} {" for a block`
      scanner.fail('expected an argument or a block', start, nameSpan.end, hint)
    }
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error
    scanner.depth = depth
    recover(scanner, start, start)
  }
}

const isLoneEqual = (scanner: Scanner): boolean => {
  const next = scanner.at(scanner.position + 1)
  return next !== EQUAL && next !== GREATER
}

const failItem = (scanner: Scanner): never =>
  scanner.peek() === QUOTE
    ? scanner.failHere('the name of an argument or block is not quoted')
    : scanner.failHere('expected an argument or a block')

/** The scanner is at the equals sign. */
const parseAttribute = (scanner: Scanner, { attributes }: Contents, name: string, nameSpan: Span): void => {
  scanner.position += 1
  const expression = parseAttributeExpression(scanner, nameSpan.start)
  const earlier = attributes.get(name)
  if (earlier === undefined) {
    attributes.set(name, { name, nameSpan, expression, span: { start: nameSpan.start, end: expression.span.end } })
    return
  }
  const line = scanner.source.lineIndex(earlier.nameSpan.start) + 1
  scanner.report('this argument is set twice', nameSpan.start, nameSpan.end, `it is set on line ${line} already`)
}

const parseAttributeExpression = (scanner: Scanner, item: number): Expression => {
  const { position, depth } = scanner
  try {
    const expression = parseExpression(scanner)
    expectEnd(scanner)
    return expression
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error
    scanner.depth = depth
    return { kind: 'invalid', span: recover(scanner, position, item) }
  }
}

const expectEnd = (scanner: Scanner): void => {
  const unit = scanner.peek()
  // Whether a brace may stand here is its block's matter.
  if (unit === -1 || scanner.atNewline() || (unit === CLOSE_BRACE && scanner.depth > 0)) return
  if (unit === COMMA) {
    scanner.report('arguments are separated by newlines, not by commas', scanner.position, scanner.position + 1)
    scanner.position += 1
  } else scanner.failHere('expected a newline behind an argument')
}

/** The scanner is at the first label, or at the brace. */
const parseBlock = (scanner: Scanner, outer: Contents, type: string, typeSpan: Span): void => {
  scanner.enter()
  const labels = parseLabels(scanner, type)
  const headerSpan = { start: typeSpan.start, end: labels.at(-1)?.span.end ?? typeSpan.end }
  const inner: Contents = { attributes: new Map(), blocks: [] }
  const bodySpan = parseBlockBody(scanner, inner)
  const closed = scanner.position > bodySpan.end
  const behind = closed ? undefined : splitUnclosed(scanner, inner, typeSpan.start)
  const end = behind?.start ?? scanner.position
  const body = { span: { start: bodySpan.start, end: behind?.start ?? bodySpan.end }, ...inner }
  outer.blocks.push({ type, typeSpan, labels, body, span: { start: typeSpan.start, end }, headerSpan })
  if (!closed) reportUnclosed(scanner, bodySpan.start - 1, behind)
  if (behind) append(outer, behind)
  scanner.leave()
  const unit = scanner.skip()
  if (unit !== -1 && !scanner.atNewline()) {
    scanner.report('expected a newline behind a block', scanner.position, scanner.position + 1)
    if (unit === COMMA) scanner.position += 1
  }
}

/** What stands behind the place where a brace was forgotten. */
interface Behind extends Contents {
  readonly start: number
}

/**
 * A block that is never closed has swallowed what follows it. From the first block on that is indented no deeper than
 * the unclosed one, it is taken out again.
 */
const splitUnclosed = (scanner: Scanner, inner: Contents, block: number): Behind | undefined => {
  const indentation = indentationAt(scanner, block)
  const index = inner.blocks.findIndex(({ span }) => indentationAt(scanner, span.start) <= indentation)
  const start = inner.blocks[index]?.span.start
  if (start === undefined) return undefined
  const attributes = new Map([...inner.attributes].filter(([, { span }]) => span.start > start))
  for (const name of attributes.keys()) inner.attributes.delete(name)
  return { start, attributes, blocks: inner.blocks.splice(index) }
}

const reportUnclosed = (scanner: Scanner, opening: number, behind: Behind | undefined): void => {
  const hint = behind && `its closing brace is missing before line ${scanner.source.lineIndex(behind.start) + 1}`
  scanner.report('this block is never closed', opening, opening + 1, hint)
}

const append = (contents: Contents, { attributes, blocks }: Contents): void => {
  for (const block of blocks) contents.blocks.push(block)
  for (const [name, attribute] of attributes)
    if (!contents.attributes.has(name)) contents.attributes.set(name, attribute)
}

const parseLabels = (scanner: Scanner, type: string): Label[] => {
  const labels: Label[] = []
  for (;;) {
    const unit = scanner.skip()
    if (unit === OPEN_BRACE) return labels
    const start = scanner.position
    if (unit === QUOTE) {
      const label = parseQuoted(scanner)
      if (label.kind === 'template') {
        scanner.fail('a label cannot have interpolations', start, label.span.end, 'a literal ${ is written $${')
      }
      labels.push({ value: String(label.value), span: label.span })
    } else if (scanner.atIdentifier()) {
      const value = scanner.identifier()
      labels.push({ value, span: { start, end: scanner.position } })
    } else if (scanner.atNewline() && scanner.skipLines() === OPEN_BRACE) {
      scanner.report('the brace that opens a block stands on the line of its type', start, scanner.position + 1)
      return labels
    } else scanner.fail(`expected the brace that opens the ${type} block`, start, start + 1)
  }
}

/** The scanner is at the opening brace; it is left behind the closing one, or at the end. Returns what is between. */
const parseBlockBody = (scanner: Scanner, contents: Contents): Span => {
  const opening = scanner.position
  const errors = scanner.diagnostics.length
  scanner.position += 1
  const first = scanner.skip()
  if (first !== -1 && first !== CLOSE_BRACE && !scanner.atNewline()) parseOneLine(scanner, contents)
  parseLines(scanner, contents, errors)
  const end = scanner.position
  if (scanner.peek() === CLOSE_BRACE) scanner.position += 1
  return { start: opening + 1, end }
}

const parseLines = (scanner: Scanner, contents: Contents, errors: number): void => {
  for (;;) {
    const unit = scanner.skipLines()
    if (unit === -1 || unit === CLOSE_BRACE) return
    parseItem(scanner, contents)
    // One complaint about a block's layout is enough.
    if (scanner.peek() === CLOSE_BRACE && scanner.diagnostics.length === errors) {
      scanner.report('expected a newline behind an argument', scanner.position, scanner.position + 1)
    }
  }
}

/** A block that goes on behind its brace holds one argument and closes on the same line. */
const parseOneLine = (scanner: Scanner, contents: Contents): void => {
  const { position, diagnostics } = scanner
  const errors = diagnostics.length
  parseItem(scanner, contents)
  if (diagnostics.length > errors || (scanner.peek() === CLOSE_BRACE && contents.blocks.length === 0)) return
  const hint = 'put every argument and every block on a line of its own'
  scanner.report('a block on one line holds one argument and its closing brace', position, position + 1, hint)
}
