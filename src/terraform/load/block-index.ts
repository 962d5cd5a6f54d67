/**
 * What a file of native syntax declares at its top level, found out without parsing it: brackets, quotes, heredocs and comments
 * are followed, all else is skipped. Gives up on whatever is unusual rather than guess.
 */

export interface IndexedBlock {
  readonly kind: 'resource' | 'module' | 'output' | 'local'
  /** As the model has it: `aws_rds_cluster.main`, `data.aws_kms_key.main`, `db` of `module "db"`. */
  readonly name: string
  /** Of a module call. */
  readonly source?: string
}

/** Undefined where the file has to be parsed: it says more than can be put off, or something unusual. */
export const indexBlocks = (bytes: Uint8Array): readonly IndexedBlock[] | undefined => {
  const blocks: IndexedBlock[] = []
  return new Scan(bytes).file(blocks) ? blocks : undefined
}

/** The number of labels of the blocks that can be put off. The last four declare nothing that exists after an apply. */
const labelCounts: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['output', 1],
  ['locals', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
  ['check', 1],
])

const DEEPEST_NESTING = 100

const code = (character: string): number => character.charCodeAt(0)
const TAB = code('\t')
const NEWLINE = code('\n')
const RETURN = code('\r')
const SPACE = code(' ')
const QUOTE = code('"')
const HASH = code('#')
const DOLLAR = code('$')
const PERCENT = code('%')
const APOSTROPHE = code("'")
const STAR = code('*')
const COMMA = code(',')
const DASH = code('-')
const SLASH = code('/')
const LESS = code('<')
const EQUALS = code('=')
const BACKSLASH = code('\\')
const OPEN_BRACE = code('{')
const CLOSE_BRACE = code('}')
const closers: ReadonlyMap<number, number> = new Map(
  ['()', '[]', '{}'].map(([open = '', close = '']) => [code(open), code(close)]),
)

const bytesOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(256)
  for (const character of characters) table[code(character)] = 1
  return table
}
const meansSomething = bytesOf('"#/<\'()[]{}')
const closes = bytesOf(')]}')
const startsName = bytesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_')
const continuesName = bytesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789-')

/** Perhaps one of the blanks that are trimmed from a heredoc's last line and found nowhere else. */
const isOddBlank = (byte: number): boolean => byte >= 0x80 || byte === 0x0b || byte === 0x0c

/** Each method reads on from where the last one stopped, and says whether it met what it was sent for. */
class Scan {
  readonly #bytes: Buffer
  #at = 0
  #depth = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  file(blocks: IndexedBlock[]): boolean {
    const [first, second, third] = this.#bytes
    if (first === 0xef && second === 0xbb && third === 0xbf) this.#at = 3
    while (this.#blank()) {
      if (this.#at === this.#bytes.length) return true
      if (!this.#block(blocks) || !this.#endOfLine()) return false
    }
    return false
  }

  #block(blocks: IndexedBlock[]): boolean {
    const type = this.#name()
    const labels = this.#labels()
    if (type === undefined || labels === undefined || labels.length !== labelCounts.get(type)) return false
    const name = labels.join('.')
    switch (type) {
      case 'locals':
        return this.#body((local) => {
          blocks.push({ kind: 'local', name: local })
          return this.#expression()
        })
      case 'module':
        return this.#call(name, blocks)
      case 'resource':
      case 'output':
        blocks.push({ kind: type, name })
        break
      case 'data':
        blocks.push({ kind: 'resource', name: `data.${name}` })
        break
    }
    return this.#enclosed(CLOSE_BRACE)
  }

  #call(name: string, blocks: IndexedBlock[]): boolean {
    let source: string | undefined
    const isRead = this.#body((argument) => {
      if (argument !== 'source') return this.#expression()
      this.#spaces()
      if (source !== undefined || this.#next() !== QUOTE) return false
      source = this.#plainText()
      return source !== undefined && (this.#next() === CLOSE_BRACE || this.#endOfLine())
    })
    // A call without a source is a mistake, which is to be reported.
    if (!isRead || source === undefined) return false
    blocks.push({ kind: 'module', name, source })
    return true
  }

  /** Behind the brace that opens it; `argument` is to read what stands behind an equals sign. */
  #body(argument: (name: string) => boolean): boolean {
    while (this.#blank()) {
      if (this.#next() === CLOSE_BRACE) {
        this.#at += 1
        return true
      }
      const name = this.#name()
      if (name === undefined) return false
      this.#spaces()
      if (this.#next() === EQUALS) {
        this.#at += 1
        if (this.#next() === EQUALS || !argument(name)) return false
      } else if (this.#labels() === undefined || !this.#enclosed(CLOSE_BRACE)) return false
    }
    return false
  }

  /** To the end of its line, or before the brace that closes a body of one line. */
  #expression(): boolean {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next()
      if (byte === NEWLINE || byte === CLOSE_BRACE) return true
      if (byte === COMMA || closes[byte] === 1) return false
      this.#at += 1
      if (meansSomething[byte] === 1 && !this.#begunWith(byte)) return false
    }
    return false
  }

  /** Behind an opening bracket, to behind the one that closes it. */
  #enclosed(closer: number): boolean {
    this.#depth += 1
    if (this.#depth > DEEPEST_NESTING) return false
    while (this.#at < this.#bytes.length) {
      const byte = this.#next()
      this.#at += 1
      if (meansSomething[byte] !== 1) continue
      if (closes[byte] === 1) {
        this.#depth -= 1
        return byte === closer
      }
      if (!this.#begunWith(byte)) return false
    }
    return false
  }

  /** Behind a byte that means something and closes nothing: to the end of what it begins. */
  #begunWith(byte: number): boolean {
    switch (byte) {
      case QUOTE:
        return this.#quoted()
      case HASH:
        return this.#comment()
      case SLASH:
        return (this.#next() !== SLASH && this.#next() !== STAR) || this.#slashComment()
      case LESS:
        return this.#next() !== LESS || this.#heredoc()
      case APOSTROPHE:
        return false
      default:
        return this.#enclosed(closers.get(byte) ?? CLOSE_BRACE)
    }
  }

  #quoted(): boolean {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next()
      if (byte === NEWLINE) return false
      this.#at += 1
      if (byte === QUOTE) return true
      if (byte === BACKSLASH) {
        if (this.#next() === NEWLINE) return false
        this.#at += 1
      } else if ((byte === DOLLAR || byte === PERCENT) && !this.#template(byte)) return false
    }
    return false
  }

  /** Behind a `$` or `%` within a string: reads the interpolation or directive that it begins, if it does. */
  #template(sign: number): boolean {
    const start = this.#at
    while (this.#next() === sign) this.#at += 1
    if (this.#next() !== OPEN_BRACE) return true
    this.#at += 1
    const doubled = this.#at - start - 1
    // `$${` is text, and what three signs mean is not decided here.
    return doubled === 1 || (doubled === 0 && this.#enclosed(CLOSE_BRACE))
  }

  /** At the second `<`; up to the end of the line that holds the closing marker. */
  #heredoc(): boolean {
    this.#at += 1
    if (this.#next() === DASH) this.#at += 1
    const marker = this.#name()
    if (this.#next() === RETURN) this.#at += 1
    if (marker === undefined || this.#next() !== NEWLINE) return false
    while (this.#next() === NEWLINE) {
      this.#at += 1
      const isClosed = this.#closingMarker(marker)
      if (isClosed !== false) return isClosed === true
      if (!this.#heredocLine()) return false
    }
    return false
  }

  /** Undefined where it cannot be told. */
  #closingMarker(marker: string): boolean | undefined {
    const start = this.#at
    this.#spaces()
    if (isOddBlank(this.#next())) return undefined
    const isMarker = this.#name() === marker
    this.#spaces()
    const end = this.#next()
    if (isOddBlank(end)) return undefined
    if (isMarker && (end === NEWLINE || end === -1)) return true
    this.#at = start
    return false
  }

  #heredocLine(): boolean {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next()
      if (byte === NEWLINE) return true
      this.#at += 1
      if ((byte === DOLLAR || byte === PERCENT) && !this.#template(byte)) return false
    }
    return false
  }

  /** Names or quoted ones, up to behind the opening brace. */
  #labels(): readonly string[] | undefined {
    const labels: string[] = []
    for (;;) {
      this.#spaces()
      if (this.#next() === OPEN_BRACE) {
        this.#at += 1
        return labels
      }
      const label = this.#next() === QUOTE ? this.#plainText() : this.#name()
      if (label === undefined) return undefined
      labels.push(label)
    }
  }

  /** A quoted string of ASCII characters without escapes and templates. */
  #plainText(): string | undefined {
    const start = this.#at + 1
    for (this.#at = start; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#next()
      if (byte === QUOTE) {
        this.#at += 1
        return this.#text(start, this.#at - 1)
      }
      if (byte < SPACE || byte >= 0x80 || byte === BACKSLASH || byte === DOLLAR || byte === PERCENT) return undefined
    }
    return undefined
  }

  #name(): string | undefined {
    const start = this.#at
    if (startsName[this.#next()] !== 1) return undefined
    while (continuesName[this.#next()] === 1) this.#at += 1
    // Letters of other alphabets belong to a name as well.
    return this.#next() >= 0x80 ? undefined : this.#text(start, this.#at)
  }

  /** White space and comments, as many as there are; false for a comment without an end. */
  #blank(): boolean {
    for (;;) {
      const byte = this.#next()
      if (byte === NEWLINE || byte === SPACE || byte === TAB || byte === RETURN) this.#at += 1
      else if (byte === HASH) this.#comment()
      else if (byte === SLASH) {
        this.#at += 1
        if (!this.#slashComment()) return false
      } else return true
    }
  }

  /** Up to the end of the line. */
  #comment(): boolean {
    const end = this.#bytes.indexOf(NEWLINE, this.#at)
    this.#at = end === -1 ? this.#bytes.length : end
    return true
  }

  #slashComment(): boolean {
    if (this.#next() === SLASH) return this.#comment()
    if (this.#next() !== STAR) return false
    for (let star = this.#bytes.indexOf(STAR, this.#at + 1); star !== -1; star = this.#bytes.indexOf(STAR, star + 1)) {
      if (this.#bytes[star + 1] !== SLASH) continue
      this.#at = star + 2
      return true
    }
    return false
  }

  /** Nothing more on the line but a comment. */
  #endOfLine(): boolean {
    this.#spaces()
    const byte = this.#next()
    return byte === NEWLINE || byte === HASH || byte === -1 || (byte === SLASH && this.#bytes[this.#at + 1] === SLASH)
  }

  /** Within a line; a carriage return belongs to the line's end. */
  #spaces(): void {
    for (;;) {
      const byte = this.#next()
      if (byte !== SPACE && byte !== TAB && byte !== RETURN) return
      this.#at += 1
    }
  }

  /** -1 at the end. */
  #next(): number {
    return this.#bytes[this.#at] ?? -1
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end)
  }
}
