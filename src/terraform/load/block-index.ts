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

/** The number of labels of the blocks that can be put off. The last two declare nothing that exists after an apply. */
const labelCounts: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['output', 1],
  ['locals', 0],
  ['import', 0],
  ['check', 1],
])

const DEEPEST_NESTING = 100

// Patterns pass over what a file consists of for the most part: while the program is young, that is eight times as fast as
// looking at each byte. They match in one way only, so they never go back; the bound keeps them from filling the stack.
/** A string in quotes without anything in it that could hold quotes. */
const plainString = /"[^"\\$%\n]*(?:(?:\\[^\n]|[$%](?![{$%])|[$%]\{[^"#/<'{}]*\})[^"\\$%\n]*){0,1000}"/.source
const PLAIN = new RegExp(String.raw`(?:[^"#/<'()[\]{}]+|${plainString}|/(?![/*])|<(?!<)|#[^\n]*|//[^\n]*){0,1000}`, 'y')
const PLAIN_IN_LINE = new RegExp(
  String.raw`(?:[^"#/<'()[\]{},\n]+|${plainString}|/(?![/*])|<(?!<)|#[^\n]*|//[^\n]*){0,1000}`,
  'y',
)
const PLAIN_IN_QUOTES = /(?:[^"\\$%\n]+|\\[^\n]|[$%](?![{$%])){0,1000}/y
const PLAIN_IN_HEREDOC = /(?:[^$%\n]+|[$%](?![{$%])){0,1000}/y
const BLANK = /(?:[ \t\r\n]+|#[^\n]*|\/\/[^\n]*){0,1000}/y
const SPACES = /[ \t\r]*/y
const END_OF_LINE = /[ \t\r]*(?![^\n#/]|\/(?!\/))/y
const NAME = /[A-Za-z_][\w-]*/y
// ASCII without escapes and templates.
const PLAIN_LABEL = /"[ !#&-[\]-~]*"/y
const REST_OF_LINE = /[^\n]*/y
const SIGNS = /[$%]+/y
const HEREDOC = /-?([A-Za-z_][\w-]*)\r?(?=\n)/y

/** Each method reads on from where the last one stopped, and says whether it met what it was sent for. */
class Scan {
  /** A character for each byte. */
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  }

  file(blocks: IndexedBlock[]): boolean {
    if (this.#text.startsWith('\xef\xbb\xbf')) this.#at = 3
    while (this.#blank()) {
      if (this.#at === this.#text.length) return true
      if (!this.#block(blocks) || !this.#pass(END_OF_LINE)) return false
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
    return this.#enclosed('}')
  }

  #call(name: string, blocks: IndexedBlock[]): boolean {
    let source: string | undefined
    const isRead = this.#body((argument) => {
      if (argument !== 'source') return this.#expression()
      if (source !== undefined) return false
      this.#pass(SPACES)
      source = this.#match(PLAIN_LABEL)?.slice(1, -1)
      const isWhole = this.#pass(END_OF_LINE) || (this.#pass(SPACES) && this.#next === '}')
      return source !== undefined && isWhole
    })
    // A call without a source is a mistake, which is to be reported.
    if (!isRead || source === undefined) return false
    blocks.push({ kind: 'module', name, source })
    return true
  }

  /** Behind the brace that opens it; `argument` is to read what stands behind an equals sign. */
  #body(argument: (name: string) => boolean): boolean {
    while (this.#blank()) {
      if (this.#skip('}')) return true
      const name = this.#name()
      if (name === undefined) return false
      this.#pass(SPACES)
      if (this.#skip('=')) {
        if (this.#next === '=' || !argument(name)) return false
      } else if (this.#labels() === undefined || !this.#enclosed('}')) return false
    }
    return false
  }

  /** To the end of its line, or before the brace that closes a body of one line. */
  #expression(): boolean {
    for (;;) {
      this.#pass(PLAIN_IN_LINE)
      const next = this.#next
      if (next === '\n' || next === '}') return true
      if (next === ',' || !this.#structure(next)) return false
    }
  }

  /** Behind an opening bracket, to behind the one that closes it. */
  #enclosed(closer: string): boolean {
    this.#depth += 1
    if (this.#depth > DEEPEST_NESTING) return false
    for (;;) {
      this.#pass(PLAIN)
      if (this.#skip(closer)) break
      if (!this.#structure(this.#next)) return false
    }
    this.#depth -= 1
    return true
  }

  /** To the end of what begins here, or of one character that begins nothing. */
  #structure(first: string): boolean {
    this.#at += 1
    switch (first) {
      case '"':
        return this.#quoted()
      case '#':
        return this.#pass(REST_OF_LINE)
      case '/':
        if (this.#next === '/') return this.#pass(REST_OF_LINE)
        return this.#next !== '*' || this.#longComment()
      case '<':
        return this.#next !== '<' || this.#heredoc()
      case '{':
        return this.#enclosed('}')
      case '[':
        return this.#enclosed(']')
      case '(':
        return this.#enclosed(')')
      case '':
      case '}':
      case ']':
      case ')':
      // No part of the language.
      case "'":
        return false
      default:
        return true
    }
  }

  #quoted(): boolean {
    for (;;) {
      this.#pass(PLAIN_IN_QUOTES)
      if (this.#skip('"')) return true
      if (!this.#template()) return false
    }
  }

  /** An interpolation or directive within a string; false for what is neither. */
  #template(): boolean {
    const signs = this.#match(SIGNS)
    // The bound of the pattern was met.
    if (signs === undefined) return this.#next !== '' && this.#next !== '\n' && this.#next !== '\\'
    if (!this.#skip('{')) return true
    // `$${` is text, and what three signs mean is not decided here.
    return (signs.length === 1 && this.#enclosed('}')) || signs === '$$' || signs === '%%'
  }

  /** At the second `<`; up to the end of the line that holds the closing marker. */
  #heredoc(): boolean {
    this.#at += 1
    const marker = this.#match(HEREDOC)?.replace(/^-|\r$/g, '')
    if (marker === undefined) return false
    while (this.#skip('\n')) {
      const isClosed = this.#closingMarker(marker)
      if (isClosed !== false) return isClosed === true
      for (this.#pass(PLAIN_IN_HEREDOC); this.#next !== '\n'; this.#pass(PLAIN_IN_HEREDOC)) {
        if (!this.#template()) return false
      }
    }
    return false
  }

  /** Undefined where it cannot be told. */
  #closingMarker(marker: string): boolean | undefined {
    const start = this.#at
    this.#pass(SPACES)
    if (isOddBlank(this.#next)) return undefined
    const isMarker = this.#match(NAME) === marker
    this.#pass(SPACES)
    if (isOddBlank(this.#next)) return undefined
    if (isMarker && (this.#next === '\n' || this.#next === '')) return true
    this.#at = start
    return false
  }

  /** Names or quoted ones, up to behind the opening brace. */
  #labels(): readonly string[] | undefined {
    const labels: string[] = []
    for (;;) {
      this.#pass(SPACES)
      if (this.#skip('{')) return labels
      const label = this.#match(PLAIN_LABEL)?.slice(1, -1) ?? this.#name()
      if (label === undefined) return undefined
      labels.push(label)
    }
  }

  #name(): string | undefined {
    const name = this.#match(NAME)
    // Letters of other alphabets belong to a name as well.
    return this.#next >= '\x80' ? undefined : name
  }

  /** White space and comments, as many as there are; false for a comment without an end. */
  #blank(): boolean {
    for (;;) {
      const start = this.#at
      this.#pass(BLANK)
      if (this.#skip('/')) {
        if (!this.#longComment()) return false
      } else if (this.#at === start) return true
    }
  }

  /** Behind the slash. */
  #longComment(): boolean {
    const end = this.#next === '*' ? this.#text.indexOf('*/', this.#at + 1) : -1
    this.#at = end + 2
    return end !== -1
  }

  #skip(character: string): boolean {
    if (this.#next !== character) return false
    this.#at += 1
    return true
  }

  /** Empty at the end. */
  get #next(): string {
    return this.#text.charAt(this.#at)
  }

  /** What matches here, and is passed. */
  #match(pattern: RegExp): string | undefined {
    const start = this.#at
    return this.#pass(pattern) ? this.#text.slice(start, this.#at) : undefined
  }

  #pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text)) return false
    this.#at = pattern.lastIndex
    return true
  }
}

/** Perhaps one of the blanks that are trimmed from a heredoc's last line and found nowhere else. */
const isOddBlank = (character: string): boolean => character >= '\x80' || character === '\v' || character === '\f'
