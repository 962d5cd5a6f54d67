import type { Span } from '../source/span.js'
import { CLOSE_BRACE, DOLLAR, isWhiteSpace, OPEN_BRACE, TILDE } from './characters.js'
import { parseForNames } from './collection.js'
import { parseExpression } from './expression.js'
import { MAXIMUM_DEPTH, type Scanner } from './scanner.js'
import type { Expression, Literal, Template, TemplatePart } from './syntax.js'

interface Text {
  readonly kind: 'text'
  value: string
  span: Span
}

/** A directive before it is matched with its end. */
type Marker =
  | { readonly kind: 'marker'; readonly keyword: 'if'; readonly condition: Expression; readonly span: Span }
  | {
      readonly kind: 'marker'
      readonly keyword: 'for'
      readonly keyName: string | undefined
      readonly valueName: string
      readonly collection: Expression
      readonly span: Span
    }
  | { readonly kind: 'marker'; readonly keyword: 'else' | 'endif' | 'endfor'; readonly span: Span }

type Interpolation = Extract<TemplatePart, { kind: 'interpolation' }>
type Piece = Text | Interpolation | Marker

/**
 * The flat contents of a template while it is read: texts, interpolations and directives. Texts come in the pieces in
 * which HCL's scanner cuts them (a line of a heredoc, a lone dollar sign), because `~` trims and `<<-` counts by piece.
 */
export class TemplatePieces {
  readonly #scanner: Scanner
  #pieces: Piece[] = []
  #trimsNext = false
  #height = 0

  constructor(scanner: Scanner) {
    this.#scanner = scanner
  }

  text(value: string, start: number, end: number): void {
    const trimmed = this.#trimsNext ? trimStart(value) : value
    this.#trimsNext = false
    this.#pieces.push({ kind: 'text', value: trimmed, span: { start, end } })
  }

  /** Reads what begins with a `$` or `%`: a sequence, its escape, or the character itself. Returns the offset behind. */
  dollarOrPercent(at: number): number {
    const scanner = this.#scanner
    const sign = scanner.at(at)
    const next = scanner.at(at + 1)
    if (next === OPEN_BRACE) {
      this.#sequence(at, sign)
      return scanner.position
    }
    const escaped = next === sign && scanner.at(at + 2) === OPEN_BRACE
    this.text(sign === DOLLAR ? (escaped ? '${' : '$') : escaped ? '%{' : '%', at, escaped ? at + 3 : at + 1)
    return escaped ? at + 3 : at + 1
  }

  #sequence(start: number, sign: number): void {
    const scanner = this.#scanner
    const { ignoresNewlines } = scanner
    scanner.ignoresNewlines = true
    scanner.position = start + 2
    this.#trimsNext = false
    if (scanner.peek() === TILDE) {
      scanner.position += 1
      const last = this.#pieces.at(-1)
      if (last?.kind === 'text') last.value = trimEnd(last.value)
    }
    const marker = sign === DOLLAR ? undefined : this.#directive(start)
    const expression = marker === undefined ? this.#expression() : undefined
    const unit = scanner.skip()
    const trims = unit === TILDE && scanner.at(scanner.position + 1) === CLOSE_BRACE
    if (!trims && unit !== CLOSE_BRACE) {
      const sequence = sign === DOLLAR ? '${' : '%{'
      const hint = `text that is not meant as a template is escaped as ${sequence.charAt(0)}${sequence}`
      if (unit === -1) scanner.fail(`this ${sequence} is never closed`, start, start + 2, hint)
      scanner.failHere(`expected the brace that closes ${sequence}`, hint)
    }
    scanner.position += trims ? 2 : 1
    scanner.ignoresNewlines = ignoresNewlines
    this.#trimsNext = trims
    const span = { start, end: scanner.position }
    if (expression !== undefined) this.#pieces.push({ kind: 'interpolation', expression, span })
    else if (marker !== undefined) this.#pieces.push({ ...marker, span })
  }

  #expression(): Expression {
    const expression = parseExpression(this.#scanner)
    this.#height = Math.max(this.#height, this.#scanner.height)
    return expression
  }

  #directive(start: number): Marker {
    const scanner = this.#scanner
    scanner.skip()
    const from = scanner.position
    const keyword = scanner.atIdentifier() ? scanner.identifier() : ''
    const span = { start, end: scanner.position }
    switch (keyword) {
      case 'if':
        return { kind: 'marker', keyword, condition: this.#expression(), span }
      case 'for': {
        const names = parseForNames(scanner)
        return { kind: 'marker', keyword, ...names, collection: this.#expression(), span }
      }
      case 'else':
      case 'endif':
      case 'endfor':
        return { kind: 'marker', keyword, span }
      default: {
        const hint = 'a directive is if, else, endif, for or endfor; text is escaped as %%{'
        return scanner.fail('this is no template directive', from, Math.max(scanner.position, from + 1), hint)
      }
    }
  }

  finish(style: 'quoted' | 'heredoc' | 'indented-heredoc', start: number, end: number): Literal | Template {
    if (style === 'indented-heredoc') removeIndentation(this.#pieces)
    this.#pieces = joinTexts(this.#pieces)
    const span = { start, end }
    const first = this.#pieces[0]
    this.#scanner.height = this.#height + 1
    if (first === undefined) return { kind: 'literal', value: '', style, span }
    if (first.kind === 'text' && this.#pieces.length === 1) return { kind: 'literal', value: first.value, style, span }
    return { kind: 'template', style, parts: this.#nested(), span }
  }

  /** Matches directives with their ends. */
  #nested(): TemplatePart[] {
    const scanner = this.#scanner
    const outermost: TemplatePart[] = []
    const open: OpenDirective[] = []
    let parts = outermost
    for (const piece of this.#pieces) {
      if (piece.kind !== 'marker') {
        parts.push(piece)
        continue
      }
      const innermost = open.at(-1)
      switch (piece.keyword) {
        case 'if':
        case 'for':
          if (scanner.depth + open.length >= MAXIMUM_DEPTH) scanner.failDepth()
          open.push({ marker: piece, around: parts, inside: [], otherwise: undefined })
          parts = open.at(-1)?.inside ?? parts
          scanner.height = Math.max(scanner.height, this.#height + open.length + 1)
          break
        case 'else':
          if (innermost?.marker.keyword !== 'if' || innermost.otherwise) return failUnmatched(scanner, piece)
          parts = innermost.otherwise = []
          break
        case 'endif':
        case 'endfor':
          if (innermost === undefined || piece.keyword !== `end${innermost.marker.keyword}`) {
            return failUnmatched(scanner, piece)
          }
          open.pop()
          parts = innermost.around
          parts.push(closed(innermost, piece.span.end))
          break
      }
    }
    const unclosed = open.at(-1)?.marker
    if (unclosed) {
      const { keyword, span } = unclosed
      scanner.fail(`this ${keyword} directive has no end${keyword}`, span.start, span.end)
    }
    return outermost
  }
}

interface OpenDirective {
  readonly marker: Extract<Marker, { keyword: 'if' | 'for' }>
  /** The parts that the directive stands among. */
  readonly around: TemplatePart[]
  /** What stands up to its `else` or end. */
  readonly inside: TemplatePart[]
  otherwise: TemplatePart[] | undefined
}

const failUnmatched = (scanner: Scanner, { keyword, span }: Marker): never =>
  scanner.fail(`nothing that ${keyword} could belong to is open here`, span.start, span.end)

const closed = ({ marker, inside, otherwise }: OpenDirective, end: number): TemplatePart => {
  const span = { start: marker.span.start, end }
  if (marker.keyword === 'if') {
    // biome-ignore lint/suspicious/noThenProperty: the tree is data that nobody awaits
    return { kind: 'if', condition: marker.condition, then: inside, otherwise: otherwise ?? [], span }
  }
  const { keyName, valueName, collection } = marker
  const names = keyName === undefined ? { valueName } : { keyName, valueName }
  return { kind: 'for', ...names, collection, body: inside, span }
}

/**
 * What `<<-` asks for: the smallest indentation of a line is removed from every line. A line that begins with a
 * sequence has none; lines of nothing but blanks do not count and stay as they are.
 */
const removeIndentation = (pieces: readonly Piece[]): void => {
  const indented: Text[] = []
  let smallest = Number.POSITIVE_INFINITY
  let startsLine = true
  for (const piece of pieces) {
    if (startsLine && piece.kind === 'text') {
      const width = piece.value.length - trimStart(piece.value).length
      if (width < piece.value.length || !piece.value.endsWith('\n')) {
        indented.push(piece)
        smallest = Math.min(smallest, width)
      }
    } else if (startsLine) smallest = 0
    startsLine = piece.kind === 'text' && piece.value.endsWith('\n')
  }
  if (smallest === 0) return
  for (const text of indented) {
    text.value = text.value.slice(smallest)
    text.span = { start: text.span.start + smallest, end: text.span.end }
  }
}

const joinTexts = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = []
  let text: Text | undefined
  for (const piece of pieces) {
    if (piece.kind === 'text' && text) {
      text.value += piece.value
      text.span = { start: text.span.start, end: piece.span.end }
    } else {
      if (text) text.value = text.value.normalize('NFC')
      text = piece.kind === 'text' ? piece : undefined
      joined.push(piece)
    }
  }
  if (text) text.value = text.value.normalize('NFC')
  return joined
}

const trimStart = (text: string): string => {
  let at = 0
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at += 1
  return text.slice(at)
}

const trimEnd = (text: string): string => {
  let end = text.length
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(0, end)
}
