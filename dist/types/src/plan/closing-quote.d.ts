/**
 * Where the string that `at` is in ends, given the same bytes twice: the index of its closing quote, or one from `end` on if it
 * does not end before that (`end + 1` where the byte at `end` is escaped). `at` must not be behind a backslash.
 *
 * Most bytes of a plan are in strings, so they are looked at by fours: subtracting one from a byte borrows from its highest bit
 * only where the byte is zero, which after the exclusive or is a quote or a backslash. The lowest bit that is left is exact.
 */
export declare const closingQuote: (bytes: Uint8Array, view: DataView, at: number, end: number) => number;
