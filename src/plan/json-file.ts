import { constants } from 'node:buffer'
import type { Diagnostic } from '../source/diagnostic.js'
import type { RandomAccess } from '../source/file-system.js'
import type { JsonValue } from './document.js'

/** Offsets in bytes of the file; `end` is exclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** A JSON document on disk, read in ranges. Whatever goes wrong is reported in `diagnostics`, never thrown. */
export class JsonFile {
  /** As the user knows it. */
  readonly path: string
  readonly diagnostics: Diagnostic[] = []
  readonly #access: RandomAccess
  #closed = false

  constructor(access: RandomAccess, path: string) {
    this.#access = access
    this.path = path
  }

  report(severity: Diagnostic['severity'], message: string, hint?: string): void {
    this.diagnostics.push({ severity, message, ...(hint === undefined ? {} : { hint }), file: this.path })
  }

  /** Fills `into` as far as the file goes; returns how many bytes were read. Throws Node's system errors. */
  read(into: Uint8Array, position: number): number {
    let filled = 0
    while (filled < into.length) {
      const count = this.#access.read(into.subarray(filled), position + filled)
      if (count === 0) break
      filled += count
    }
    return filled
  }

  /** The value whose text is the range; `undefined`, and a diagnostic, where it is none. */
  value(range: ByteRange): JsonValue | undefined {
    if (this.#closed) return undefined
    const length = range.end - range.start
    if (length > constants.MAX_STRING_LENGTH) {
      this.report('error', `the value at byte ${range.start} is too large to be read`)
      return undefined
    }
    try {
      const bytes = Buffer.allocUnsafe(length)
      const count = this.read(bytes, range.start)
      return this.parse(bytes.toString('utf8', 0, count), range.start)
    } catch (error) {
      this.report('error', `this cannot be read at byte ${range.start}: ${systemErrorCode(error)}`)
      return undefined
    }
  }

  /** `start` is the byte offset of `text`, for the diagnostic. */
  parse(text: string, start: number): JsonValue | undefined {
    try {
      return JSON.parse(text) as JsonValue
    } catch {
      this.report('error', `a value is not valid JSON, at byte ${start}`)
      return undefined
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#access.close()
  }
}

/** `EIO`, say; throws on what is no system error. */
export const systemErrorCode = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
