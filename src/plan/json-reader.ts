import { closingQuote } from './closing-quote.js'
import type { JsonValue } from './document.js'
import type { ByteRange, JsonFile } from './json-file.js'

const NEWLINE = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
/** What `peek` gives behind the last byte. */
const END = -1

const FOUR_SPACES = 0x20202020

/** The bit in which `[` and `{`, and `]` and `}`, differ. */
const BRACE_BIT = 0x20

/** Large enough that a system call costs nothing, small enough to stay in the processor's cache. */
const WINDOW_BYTES = 256 * 1024

/** Visiting uses the stack, so there is an end to it; modules in modules come nowhere near. */
const DEEPEST = 400

/** The text is no JSON from `offset` (in bytes) on. */
export class MalformedJson extends Error {
  readonly offset: number
  /** The document ends before it is complete. */
  readonly truncated: boolean

  constructor(offset: number, expected: string, truncated: boolean) {
    super(expected)
    this.offset = offset
    this.truncated = truncated
  }
}

/** `leave` skips what is left of the object or array; `stop` reads no further: the reader is of no use afterwards. */
export type Visit = 'leave' | 'stop' | undefined

/**
 * Walks through a JSON document from front to back, a window of the file at a time. Only what the caller asks for becomes
 * a value; the rest is skipped by counting brackets outside of strings, so its inner syntax is not checked.
 * Every method stands at a value when called (`peek` brings it there) and behind it afterwards.
 * Methods throw `MalformedJson`, and system errors of the file.
 */
export class JsonReader {
  readonly #file: JsonFile
  readonly #window: Buffer
  readonly #view: DataView
  /** The window's offset in the file, and how much of it is filled. */
  #base: number
  #filled = 0
  /** Where we are, within the window; behind `#filled` when an escape straddles two windows. */
  #at = 0
  /** How many objects and arrays we are visiting. */
  #depth = 0

  constructor(file: JsonFile, start = 0, windowBytes = WINDOW_BYTES) {
    this.#file = file
    this.#base = start
    this.#window = Buffer.allocUnsafeSlow(windowBytes)
    this.#view = new DataView(this.#window.buffer)
  }

  /** In bytes of the file. */
  get position(): number {
    return this.#base + this.#at
  }

  /** Skips white space; returns the byte behind it, which is not consumed, or `END`. */
  peek(): number {
    for (;;) {
      while (this.#at < this.#filled) {
        const byte = this.#window[this.#at] ?? END
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte
        this.#at += 1
      }
      if (!this.#refill()) return END
    }
  }

  atEnd(): boolean {
    return this.peek() === END
  }

  atObject(): boolean {
    return this.peek() === OPEN_BRACE
  }

  atArray(): boolean {
    return this.peek() === OPEN_BRACKET
  }

  /**
   * Visits each member of an object, standing at its value, which `visit` may read; if it does not, it is skipped.
   * Anything but an object is skipped.
   */
  members(visit: (key: string) => Visit): void {
    if (!this.#open(OPEN_BRACE, CLOSE_BRACE)) return
    do {
      if (this.peek() !== QUOTE) this.#fail('a key')
      const key = this.#string()
      if (this.peek() !== COLON) this.#fail('":"')
      this.#at += 1
      if (this.#visit(() => visit(key)) !== undefined) return
    } while (this.#continues(CLOSE_BRACE))
  }

  /** Visits each element of an array, as `members` does. */
  elements(visit: () => Visit): void {
    if (!this.#open(OPEN_BRACKET, CLOSE_BRACKET)) return
    do {
      if (this.#visit(visit) !== undefined) return
    } while (this.#continues(CLOSE_BRACKET))
  }

  /** `undefined`, and no complaint, where the value is not a string. */
  string(): string | undefined {
    if (this.peek() === QUOTE) return this.#string()
    this.skip()
    return undefined
  }

  /** `undefined`, and a diagnostic of the file, where the value is not valid JSON. */
  value(): JsonValue | undefined {
    return this.valueOf(this.skip())
  }

  /** The value of a range that was skipped before. */
  valueOf(range: ByteRange): JsonValue | undefined {
    if (range.start < this.#base) return this.#file.value(range)
    return this.#file.parse(this.#text(range), range.start)
  }

  skip(): ByteRange {
    const first = this.peek()
    const start = this.position
    if (first === QUOTE) {
      this.#at += 1
      this.#skipString()
    } else if (first === OPEN_BRACE || first === OPEN_BRACKET) {
      this.#at += 1
      this.#skipOut()
    } else {
      this.#skipScalar()
    }
    return { start, end: this.position }
  }

  /** Enters an object or array; false where there is nothing to visit, and then stands behind the value. */
  #open(open: number, close: number): boolean {
    if (this.peek() !== open) {
      this.skip()
      return false
    }
    if (this.#depth >= DEEPEST) {
      this.#file.report('warning', `what is nested ${DEEPEST} levels deep was not read, at byte ${this.position}`)
      this.skip()
      return false
    }
    this.#at += 1
    this.#depth += 1
    if (this.peek() !== close) return true
    this.#close()
    return false
  }

  #close(): void {
    this.#at += 1
    this.#depth -= 1
  }

  #visit(visit: () => Visit): Visit {
    this.peek()
    const before = this.position
    const after = visit()
    if (after === 'leave') {
      this.#skipOut()
      this.#depth -= 1
    } else if (after === undefined && this.position === before) this.skip()
    return after
  }

  #continues(close: number): boolean {
    const byte = this.peek()
    if (byte !== COMMA && byte !== close) this.#fail(`"," or "${String.fromCharCode(close)}"`)
    if (byte === COMMA) {
      this.#at += 1
      return true
    }
    this.#close()
    return false
  }

  #string(): string {
    const start = this.position
    this.#at += 1
    this.#skipString()
    const range = { start, end: this.position }
    const within = start >= this.#base
    if (within) {
      const text = this.#text({ start: start + 1, end: range.end - 1 })
      if (!text.includes('\\')) return text
    }
    const value = this.valueOf(range)
    return typeof value === 'string' ? value : ''
  }

  /** Of a range within the window. */
  #text(range: ByteRange): string {
    return this.#window.toString('utf8', range.start - this.#base, range.end - this.#base)
  }

  #skipScalar(): void {
    const start = this.position
    do {
      while (this.#at < this.#filled && isScalarByte(this.#window[this.#at] ?? 0)) this.#at += 1
    } while (this.#at === this.#filled && this.#refill())
    // What ends with the document, but within an object or array, may be a part of what it was.
    if (this.position === start || (this.#filled === 0 && this.#depth > 0)) this.#fail('a value')
  }

  /** From within an object or array to behind its end. This loop is what the time goes into. */
  #skipOut(): void {
    const bytes = this.#window
    const view = this.#view
    let at = this.#at
    let filled = this.#filled
    for (let depth = 1; ; ) {
      while (at < filled) {
        const byte = bytes[at] ?? 0
        at += 1
        if (byte === QUOTE) {
          const quote = closingQuote(bytes, view, at, filled)
          if (quote < filled) {
            at = quote + 1
          } else {
            this.#at = quote
            this.#skipString()
            at = this.#at
            filled = this.#filled
          }
        } else if ((byte | BRACE_BIT) === OPEN_BRACE) {
          depth += 1
        } else if ((byte | BRACE_BIT) === CLOSE_BRACE) {
          depth -= 1
          if (depth === 0) {
            this.#at = at
            return
          }
        } else if (byte === NEWLINE) {
          // A plan that was indented by jq is for a good part indentation.
          while (at + 4 <= filled && view.getInt32(at, true) === FOUR_SPACES) at += 4
        }
      }
      this.#at = at
      this.#refillOrFail()
      at = this.#at
      filled = this.#filled
    }
  }

  /** From within a string, not behind a backslash, to behind its closing quote. */
  #skipString(): void {
    for (;;) {
      this.#at = closingQuote(this.#window, this.#view, this.#at, this.#filled)
      if (this.#at < this.#filled) break
      this.#refillOrFail()
    }
    this.#at += 1
  }

  /** The next window; false at the end of the file. A position behind the window's end stays as far behind its start. */
  #refill(): boolean {
    if (this.#at < this.#filled) return true
    this.#base += this.#filled
    this.#at -= this.#filled
    this.#filled = this.#file.read(this.#window, this.#base)
    return this.#filled > 0
  }

  #refillOrFail(): void {
    if (!this.#refill()) throw new MalformedJson(this.#base, 'more', true)
  }

  #fail(expected: string): never {
    const truncated = this.peek() === END
    throw new MalformedJson(this.position, expected, truncated)
  }
}

/** Numbers and the three names are made of these alone; whether it is one of them is seen when it is read. */
const isScalarByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x2b && byte <= 0x39 && byte !== COMMA) || byte === 0x45
