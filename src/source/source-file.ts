import type { Span } from './span.js'

/** A place as people count it: 1-based, columns in Unicode code points (SARIF's `unicodeCodePoints`). */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * One file's text with its name, and the only place that converts between the three ways of counting in it:
 * UTF-16 offsets (ours), lines and code point columns (people's), and bytes of the file on disk (an edit's).
 * A leading BOM stays in `text`, so that offsets and bytes agree; it counts as no column.
 */
export class SourceFile {
  /** As the user knows it: relative to the working directory, `/`-separated. */
  readonly path: string
  readonly text: string
  /** False where the bytes were not UTF-8: byte offsets would lie, so such a file is never edited. */
  readonly faithful: boolean
  #lineStarts: readonly number[] | undefined
  #ascii: boolean | undefined

  constructor(path: string, text: string, faithful = true) {
    this.path = path
    this.text = text
    this.faithful = faithful
  }

  /** Reports are written as JSON, and looked at: the text is not theirs to show. */
  toJSON(): { readonly path: string } {
    return { path: this.path }
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `SourceFile ${this.path}`
  }

  /** Whether it is in JSON syntax: `main.tf.json`, `terraform.tfvars.json`. */
  get isJson(): boolean {
    return this.path.endsWith('.json')
  }

  get lineStarts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts
    const starts = [0]
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#lineStarts = starts
    return starts
  }

  /** The zero-based index of the line that holds the offset. */
  lineIndex(offset: number): number {
    const starts = this.lineStarts
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  position(offset: number): Position {
    const line = this.lineIndex(offset)
    const start = this.lineStarts[line] ?? 0
    return { line: line + 1, column: codePoints(this.text, this.#afterBom(start), offset) + 1 }
  }

  /** A line's text without its terminator and without a BOM. `line` is 1-based. */
  line(line: number): string {
    const start = this.lineStarts[line - 1]
    if (start === undefined) return ''
    let end = this.lineStarts[line] ?? this.text.length
    if (this.text.charCodeAt(end - 1) === 0x0a) end -= 1
    if (this.text.charCodeAt(end - 1) === 0x0d) end -= 1
    return this.text.slice(this.#afterBom(start), Math.max(end, start))
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end)
  }

  /** The offset in bytes of the file on disk (UTF-8, BOM included). */
  byteOffset(offset: number): number {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
    this.#ascii ??= /^[\x00-\x7f]*$/.test(this.text)
    return this.#ascii ? offset : Buffer.byteLength(this.text.slice(0, offset), 'utf8')
  }

  #afterBom(start: number): number {
    return start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : start
  }
}

const codePoints = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    const pair = unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length
    const low = pair ? text.charCodeAt(at + 1) : 0
    if (low >= 0xdc00 && low <= 0xdfff) at += 1
    count += 1
  }
  return count
}

/** Decodes a file's bytes; `faithful` is false where they are not UTF-8 (broken sequences become U+FFFD). */
export const decodeSource = (path: string, bytes: Uint8Array): SourceFile => {
  try {
    return new SourceFile(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return new SourceFile(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), false)
  }
}
