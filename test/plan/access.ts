import type { RandomAccess } from '../../src/source/file-system.js'

/** A document in memory; `most` is how many bytes one read gives at the most. */
export const accessTo = (content: string | Uint8Array, most = Number.MAX_SAFE_INTEGER): RandomAccess => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    size: bytes.length,
    read(into, position) {
      const piece = bytes.subarray(position, position + Math.min(into.length, most))
      into.set(piece)
      return piece.length
    },
    close() {},
  }
}
