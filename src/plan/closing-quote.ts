const QUOTE = 0x22
const BACKSLASH = 0x5c
/** The byte in each of a word's four. */
const QUOTES = 0x22222222
const BACKSLASHES = 0x5c5c5c5c

/**
 * Where the string that `at` is in ends, given the same bytes twice: the index of its closing quote, or one from `end` on if it
 * does not end before that (`end + 1` where the byte at `end` is escaped). `at` must not be behind a backslash.
 *
 * Most bytes of a plan are in strings, so they are looked at by fours: subtracting one from a byte borrows from its highest bit
 * only where the byte is zero, which after the exclusive or is a quote or a backslash. The lowest bit that is left is exact.
 */
export const closingQuote = (bytes: Uint8Array, view: DataView, at: number, end: number): number => {
  let index = at
  while (index < end) {
    if (index + 4 <= end) {
      const word = view.getInt32(index, true)
      const quotes = word ^ QUOTES
      const backslashes = word ^ BACKSLASHES
      const marks = (((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & 0x80808080
      if (marks === 0) {
        index += 4
        continue
      }
      index += (31 - Math.clz32(marks & -marks)) >> 3
    }
    const byte = bytes[index]
    if (byte === QUOTE) return index
    index += byte === BACKSLASH ? 2 : 1
  }
  return index
}
