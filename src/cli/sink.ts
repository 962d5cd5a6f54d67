import { fstatSync, statSync, writeSync } from 'node:fs'
import type { Sink } from './io.js'

/**
 * Standard output or standard error. A stream is opened for terminals, and where the descriptor would have to be waited for: opening one
 * takes a tenth of the time to start. `failed` is told what is wrong with a write, and may throw.
 */
export const sink = (
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  failed: (error: NodeJS.ErrnoException) => void,
): Sink => {
  let opened: NodeJS.WriteStream | undefined
  const open = (): NodeJS.WriteStream => {
    if (opened) return opened
    opened = stream()
    // What is wrong with a write is told to the writer.
    opened.on('error', () => {})
    return opened
  }
  // A reader that went away (`| head`) has all that it wanted: no reason to complain, nor to change the verdict.
  const complain = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') failed(error)
  }
  const writeToStream = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      open().write(bytes, (error) => {
        try {
          if (error) complain(error)
          resolve()
        } catch (mistake) {
          reject(mistake)
        }
      })
    })
  let isDirect: boolean | undefined
  const takesText = (): boolean => {
    isDirect ??= !mayBeTerminal(descriptor)
    return isDirect && !opened
  }
  return {
    write: async (text) => {
      const bytes = Buffer.from(text)
      const rest = takesText() ? written(descriptor, bytes, complain) : bytes
      // What has begun as a stream goes on as one, or the order would be lost.
      if (rest.length > 0) await writeToStream(rest)
    },
    get isTerminal() {
      return !takesText() && open().isTTY === true
    },
    get columns() {
      return takesText() ? undefined : open().columns
    },
  }
}

/** Files, pipes and the null device are none. */
const mayBeTerminal = (descriptor: number): boolean => {
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev
  } catch {
    return true
  }
}

/** Writes what the descriptor takes at once, and returns the rest: a full pipe may be one that does not block. */
const written = (
  descriptor: number,
  bytes: Uint8Array,
  complain: (error: NodeJS.ErrnoException) => void,
): Uint8Array => {
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if ('code' in error && error.code === 'EAGAIN') return bytes.subarray(at)
      complain(error)
      break
    }
  }
  return new Uint8Array()
}
