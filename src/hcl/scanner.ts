import type { Diagnostic } from '../source/diagnostic.js'
import type { SourceFile } from '../source/source-file.js'
import {
  BYTE_ORDER_MARK,
  DOT,
  HASH,
  isAsciiIdentifierPart,
  isAsciiIdentifierStart,
  isDigit,
  isUnicodeIdentifierPart,
  isUnicodeIdentifierStart,
  MINUS,
  NEWLINE,
  PLUS,
  RETURN,
  SLASH,
  SPACE,
  STAR,
  TAB,
} from './characters.js'
import type { Comment } from './syntax.js'

/** Expressions, templates and blocks may nest this deep; beyond it a file is refused rather than the stack overflown. */
export const MAXIMUM_DEPTH = 250

/**
 * An expression's tree may be this high: chains of operators are parsed in a loop, but whoever evaluates them
 * descends into their left operands.
 */
export const MAXIMUM_HEIGHT = 500

/** Who opens a picture by mistake wants to see some errors, not one for each of its lines. */
const MAXIMUM_DIAGNOSTICS = 100

/** Ends the construct at hand after its error was reported; caught where parsing can go on, never beyond the parser. */
class SyntaxFailure extends Error {}
const failure = new SyntaxFailure('a syntax error was reported')

/** Where the parser stands in the text, and what it has collected beside the tree. */
export class Scanner {
  readonly source: SourceFile
  readonly text: string
  /** Where the text to parse ends. */
  readonly end: number
  position: number
  /** Within (), [] and ${} a newline is white space; elsewhere it ends attributes and object items. */
  ignoresNewlines = false
  depth = 0
  /** The height of the expression parsed last. */
  height = 0
  readonly comments: Comment[] = []
  readonly diagnostics: Diagnostic[] = []

  /** `text` is the source's, unless offsets are translated afterwards. */
  constructor(source: SourceFile, text: string, start: number, end: number) {
    this.source = source
    this.text = text
    this.position = start
    this.end = end
  }

  /** The code unit at the offset, -1 behind the end. */
  at(offset: number): number {
    return offset < this.end ? this.text.charCodeAt(offset) : -1
  }

  /** The code unit at the position, -1 at the end. */
  peek(): number {
    return this.position < this.end ? this.text.charCodeAt(this.position) : -1
  }

  /** Passes blanks and comments, and newlines where they are white space; returns the code unit behind them. */
  skip(): number {
    const { text, end } = this
    let at = this.position
    while (at < end) {
      const unit = text.charCodeAt(at)
      if (unit === SPACE || unit === TAB) at += 1
      else if (unit === NEWLINE) {
        if (!this.ignoresNewlines) break
        at += 1
      } else if (unit === RETURN) {
        if (!this.ignoresNewlines || this.at(at + 1) !== NEWLINE) break
        at += 2
      } else if (unit === HASH || (unit === SLASH && this.opensComment(at))) at = this.comment(at)
      else {
        this.position = at
        return unit
      }
    }
    this.position = at
    return at < end ? text.charCodeAt(at) : -1
  }

  /** Passes blanks, comments and newlines. */
  skipLines(): number {
    const ignored = this.ignoresNewlines
    this.ignoresNewlines = true
    const unit = this.skip()
    this.ignoresNewlines = ignored
    return unit
  }

  /** Whether a line ends at the position. */
  atNewline(): boolean {
    const unit = this.peek()
    return unit === NEWLINE || (unit === RETURN && this.at(this.position + 1) === NEWLINE)
  }

  /** Whether a slash at the offset opens a comment. */
  opensComment(at: number): boolean {
    const next = this.at(at + 1)
    return next === SLASH || next === STAR
  }

  /** Collects the comment at the offset, once however often it is passed. Returns its end, before the newline. */
  comment(start: number): number {
    const hash = this.text.charCodeAt(start) === HASH
    if (!hash && this.at(start + 1) === STAR) {
      const closer = this.text.indexOf('*/', start + 2)
      const closed = closer !== -1 && closer + 2 <= this.end
      const end = closed ? closer + 2 : this.end
      const first = this.#collect(start, end, 'block')
      if (!closed && first) this.report('this comment is never closed', start, start + 2, 'close it with */')
      return end
    }
    let end = this.text.indexOf('\n', start)
    if (end === -1 || end > this.end) end = this.end
    else if (this.text.charCodeAt(end - 1) === RETURN) end -= 1
    this.#collect(start, end, hash ? 'hash' : 'slashes')
    return end
  }

  #collect(start: number, end: number, style: Comment['style']): boolean {
    const last = this.comments.at(-1)
    if (last && last.span.end > start) return false
    this.comments.push({ span: { start, end }, style })
    return true
  }

  atIdentifier(): boolean {
    const unit = this.peek()
    return unit < 128 ? isAsciiIdentifierStart(unit) : isUnicodeIdentifierStart(this.#codePoint(this.position))
  }

  /** Reads an identifier; the caller knows that there is one. */
  identifier(): string {
    const { text, end } = this
    const start = this.position
    let at = start
    while (at < end) {
      const unit = text.charCodeAt(at)
      if (unit < 128) {
        if (!isAsciiIdentifierPart(unit)) break
        at += 1
      } else {
        const codePoint = this.#codePoint(at)
        const starts = at === start && isUnicodeIdentifierStart(codePoint)
        if (!starts && !isUnicodeIdentifierPart(codePoint)) break
        at += codePoint > 0xffff ? 2 : 1
      }
    }
    this.position = at
    return text.slice(start, at)
  }

  /** Whether the identifier at the position is this keyword. */
  atKeyword(keyword: string): boolean {
    const behind = this.position + keyword.length
    if (!this.text.startsWith(keyword, this.position) || behind > this.end) return false
    const unit = this.at(behind)
    return !isAsciiIdentifierPart(unit) && !(unit >= 128 && isUnicodeIdentifierPart(this.#codePoint(behind)))
  }

  /** Passes a number: digits, dots and exponents in any mixture that does not end with a dot. Returns its end. */
  number(): number {
    let at = this.position + 1
    let behind = at
    for (;;) {
      const unit = this.at(at)
      if (isDigit(unit)) behind = at += 1
      else if (unit === DOT) at += 1
      else if (unit === 0x45 || unit === 0x65) {
        const sign = this.at(at + 1)
        const digit = sign === PLUS || sign === MINUS ? at + 2 : at + 1
        if (!isDigit(this.at(digit))) break
        behind = at = digit + 1
      } else break
    }
    this.position = behind
    return behind
  }

  #codePoint(offset: number): number {
    return offset < this.end ? (this.text.codePointAt(offset) as number) : -1
  }

  /** Counts one level of nesting; every call has its `leave`, but for those that a failure ends. */
  enter(): void {
    this.depth += 1
    if (this.depth > MAXIMUM_DEPTH) this.failDepth()
  }

  leave(): void {
    this.depth -= 1
  }

  failDepth(): never {
    this.fail(
      'nested too deeply',
      this.position,
      this.position + 1,
      'no more than 250 levels and chains of 500 operators are read',
    )
  }

  report(message: string, start: number, end: number, hint?: string): void {
    if (this.diagnostics.length >= MAXIMUM_DIAGNOSTICS) return
    const first = Math.min(start, this.end)
    const span = { start: first, end: Math.max(first, Math.min(end, this.end)) }
    const { source } = this
    const base = { severity: 'error', message, file: source.path, source, span } as const
    this.diagnostics.push(hint === undefined ? base : { ...base, hint })
  }

  /** Takes over what was found in a text within this one. */
  adopt(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics.push(...diagnostics.slice(0, MAXIMUM_DIAGNOSTICS - this.diagnostics.length))
  }

  fail(message: string, start: number, end: number, hint?: string): never {
    this.report(message, start, end, hint)
    throw failure
  }

  /** Fails at the character at the position, which `message` does not name. */
  failHere(message: string, hint?: string): never {
    this.fail(message, this.position, this.position + 1, hint)
  }
}

/** A scanner of a whole file; a BOM is passed. */
export const scannerOf = (source: SourceFile): Scanner => {
  const { text } = source
  return new Scanner(source, text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, text.length)
}

export const isSyntaxFailure = (error: unknown): boolean => error === failure
