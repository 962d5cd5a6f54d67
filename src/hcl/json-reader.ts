import type { Span } from '../source/span.js'
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isAsciiIdentifierPart,
  isAsciiIdentifierStart,
  isDigit,
  isHexDigit,
  MINUS,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from './characters.js'
import { MAXIMUM_DEPTH, type Scanner } from './scanner.js'

/** A JSON document with the place of each of its values. Members stand in their order, repeated names and all. */
export type JsonValue = JsonString | JsonScalar | JsonArray | JsonObject

export interface JsonString {
  readonly kind: 'string'
  readonly value: string
  /** Where each code unit of `value` begins in the source, and where the closing quote is; absent without escapes. */
  readonly offsets: readonly number[] | undefined
  /** With the quotes. */
  readonly span: Span
}

export interface JsonScalar {
  readonly kind: 'scalar'
  readonly value: number | boolean | null
  readonly span: Span
}

export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonValue[]
  readonly span: Span
}

export interface JsonObject {
  readonly kind: 'object'
  readonly members: readonly JsonMember[]
  readonly span: Span
}

export interface JsonMember {
  readonly name: JsonString
  readonly value: JsonValue
}

/** Reads a document up to its end or its first error, which is reported; what stands before the error is returned. */
export const readJson = (scanner: Scanner): JsonValue | undefined => {
  const reader = new JsonReader(scanner)
  const value = reader.value()
  if (reader.broken) return value
  if (reader.skip() !== -1) scanner.report('expected the end of the file', scanner.position, scanner.position + 1)
  return value
}

class JsonReader {
  broken = false
  readonly #scanner: Scanner
  #depth = 0

  constructor(scanner: Scanner) {
    this.#scanner = scanner
  }

  value(): JsonValue | undefined {
    const unit = this.skip()
    const scanner = this.#scanner
    if (unit === QUOTE) return this.#string()
    if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (this.#depth === MAXIMUM_DEPTH) return this.#break('nested too deeply')
      this.#depth += 1
      const value = unit === OPEN_BRACE ? this.#object() : this.#array()
      this.#depth -= 1
      return value
    }
    if (isDigit(unit) || unit === MINUS) return this.#number()
    if (isAsciiIdentifierStart(unit)) return this.#word()
    return this.#break(
      unit === -1 ? 'expected a JSON value, but the file ends' : 'expected a JSON value',
      scanner.position,
    )
  }

  skip(): number {
    const scanner = this.#scanner
    let unit = scanner.peek()
    while (unit === SPACE || unit === TAB || unit === NEWLINE || unit === RETURN) {
      scanner.position += 1
      unit = scanner.peek()
    }
    return unit
  }

  #break(message: string, start = this.#scanner.position, end = start + 1): undefined {
    if (!this.broken) this.#scanner.report(message, start, end)
    this.broken = true
    return undefined
  }

  #object(): JsonObject {
    const scanner = this.#scanner
    const start = scanner.position
    const members: JsonMember[] = []
    scanner.position += 1
    let unit = this.skip()
    while (unit !== CLOSE_BRACE) {
      if (unit !== QUOTE) {
        this.#break(
          unit === -1 ? 'this brace is never closed' : 'expected a property name in double quotes',
          ...this.#where(start),
        )
        break
      }
      const name = this.#string()
      if (this.broken) break
      if (this.skip() !== COLON) {
        this.#break('expected a colon behind the property name')
        break
      }
      scanner.position += 1
      const value = this.value()
      if (value) members.push({ name, value })
      unit = this.#separator(CLOSE_BRACE, start)
      if (this.broken) break
    }
    if (!this.broken) scanner.position += 1
    return { kind: 'object', members, span: { start, end: scanner.position } }
  }

  #array(): JsonArray {
    const scanner = this.#scanner
    const start = scanner.position
    const items: JsonValue[] = []
    scanner.position += 1
    let unit = this.skip()
    while (unit !== CLOSE_BRACKET) {
      const item = this.value()
      if (item) items.push(item)
      unit = this.#separator(CLOSE_BRACKET, start)
      if (this.broken) break
    }
    if (!this.broken) scanner.position += 1
    return { kind: 'array', items, span: { start, end: scanner.position } }
  }

  /** Where an unexpected character is reported: the opening bracket if it is the end of the file. */
  #where(opening: number): [number, number] {
    const scanner = this.#scanner
    return scanner.peek() === -1 ? [opening, opening + 1] : [scanner.position, scanner.position + 1]
  }

  /** Passes a comma; returns what follows. */
  #separator(closer: number, opening: number): number {
    if (this.broken) return -1
    const unit = this.skip()
    if (unit === closer) return unit
    if (unit !== COMMA) {
      this.#break(unit === -1 ? 'this bracket is never closed' : 'expected a comma', ...this.#where(opening))
      return unit
    }
    const comma = this.#scanner.position
    this.#scanner.position += 1
    const next = this.skip()
    if (next === closer) this.#break('JSON allows no comma behind the last item', comma)
    return next
  }

  #number(): JsonScalar | undefined {
    const scanner = this.#scanner
    const start = scanner.position
    let end = start + 1
    while (isNumberPart(scanner.at(end))) end += 1
    const written = scanner.text.slice(start, end)
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(written)) return this.#break('this is not a number', start, end)
    scanner.position = end
    return { kind: 'scalar', value: Number(written), span: { start, end } }
  }

  #word(): JsonScalar | undefined {
    const scanner = this.#scanner
    const start = scanner.position
    let end = start + 1
    while (isAsciiIdentifierPart(scanner.at(end))) end += 1
    const word = scanner.text.slice(start, end)
    if (word !== 'true' && word !== 'false' && word !== 'null') {
      return this.#break('expected a JSON value; an expression stands in double quotes', start, end)
    }
    scanner.position = end
    return { kind: 'scalar', value: word === 'null' ? null : word === 'true', span: { start, end } }
  }

  #string(): JsonString {
    const scanner = this.#scanner
    const start = scanner.position
    let at = start + 1
    let unit = scanner.at(at)
    while (unit !== QUOTE && unit !== BACKSLASH && unit >= SPACE) {
      at += 1
      unit = scanner.at(at)
    }
    let value = scanner.text.slice(start + 1, at)
    let offsets: number[] | undefined
    if (unit === BACKSLASH) {
      offsets = []
      for (let offset = start + 1; offset < at; offset += 1) offsets.push(offset)
      const pieces = [value]
      while (unit !== QUOTE && unit >= SPACE) {
        offsets.push(at)
        const end = unit === BACKSLASH ? this.#escapeEnd(at) : at + 1
        if (this.broken) break
        pieces.push(unit === BACKSLASH ? unescapeJson(scanner.text, at, end) : scanner.text.charAt(at))
        at = end
        unit = scanner.at(at)
      }
      offsets.push(at)
      value = pieces.join('')
    }
    if (unit !== QUOTE) this.#break('this string is never closed', start, start + 1)
    scanner.position = this.broken ? at : at + 1
    return { kind: 'string', value, offsets, span: { start, end: scanner.position } }
  }

  #escapeEnd(backslash: number): number {
    const scanner = this.#scanner
    const letter = scanner.at(backslash + 1)
    if (letter === 0x75) {
      let end = backslash + 2
      while (end < backslash + 6 && isHexDigit(scanner.at(end))) end += 1
      if (end < backslash + 6) this.#break('this escape sequence takes four hexadecimal digits', backslash, end)
      return end
    }
    if (!ESCAPES.has(letter)) this.#break('this is no escape sequence of JSON', backslash, backslash + 2)
    return backslash + 2
  }
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [QUOTE, '"'],
  [BACKSLASH, '\\'],
  [0x2f, '/'],
  [0x62, '\b'],
  [0x66, '\f'],
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
])

const unescapeJson = (text: string, backslash: number, end: number): string =>
  ESCAPES.get(text.charCodeAt(backslash + 1)) ??
  String.fromCharCode(Number.parseInt(text.slice(backslash + 2, end), 16))

const isNumberPart = (unit: number): boolean => isAsciiIdentifierPart(unit) || unit === 0x2b || unit === 0x2e
