/** The characters that mean something in HCL, as UTF-16 code units. */
export const TAB = 0x09
export const NEWLINE = 0x0a
export const RETURN = 0x0d
export const SPACE = 0x20
export const BANG = 0x21
export const QUOTE = 0x22
export const HASH = 0x23
export const DOLLAR = 0x24
export const PERCENT = 0x25
export const AMPERSAND = 0x26
export const OPEN_PARENTHESIS = 0x28
export const CLOSE_PARENTHESIS = 0x29
export const STAR = 0x2a
export const PLUS = 0x2b
export const COMMA = 0x2c
export const MINUS = 0x2d
export const DOT = 0x2e
export const SLASH = 0x2f
export const COLON = 0x3a
export const LESS = 0x3c
export const EQUAL = 0x3d
export const GREATER = 0x3e
export const QUESTION = 0x3f
export const OPEN_BRACKET = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const PIPE = 0x7c
export const CLOSE_BRACE = 0x7d
export const TILDE = 0x7e
export const BYTE_ORDER_MARK = 0xfeff

const IDENTIFIER_START = 1
const IDENTIFIER_PART = 2
const SPECIAL_IN_QUOTES = 4

/** Characters below are never changed by Unicode normalization (NFC), which HCL applies to strings. */
const FIRST_COMPOSING = 0x300

const ASCII_CLASSES = new Uint8Array(128)
for (let unit = 0; unit < 128; unit += 1) {
  const letter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f
  if (letter) ASCII_CLASSES[unit] = IDENTIFIER_START | IDENTIFIER_PART
  else if (isDigit(unit) || unit === MINUS) ASCII_CLASSES[unit] = IDENTIFIER_PART
}

for (const unit of [QUOTE, BACKSLASH, NEWLINE, RETURN, DOLLAR, PERCENT]) ASCII_CLASSES[unit] = SPECIAL_IN_QUOTES

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

export const isHexDigit = (unit: number): boolean =>
  isDigit(unit) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66)

export const isAsciiIdentifierStart = (unit: number): boolean =>
  unit < 128 && unit >= 0 && ((ASCII_CLASSES[unit] as number) & IDENTIFIER_START) !== 0

export const isAsciiIdentifierPart = (unit: number): boolean =>
  unit < 128 && unit >= 0 && ((ASCII_CLASSES[unit] as number) & IDENTIFIER_PART) !== 0

/** Whether a character stands for itself in quotes, whatever follows it. */
export const isPlainInQuotes = (unit: number): boolean =>
  unit < 128 ? ((ASCII_CLASSES[unit] as number) & SPECIAL_IN_QUOTES) === 0 : unit < FIRST_COMPOSING

/** For code points beyond ASCII. */
export const isUnicodeIdentifierStart = (codePoint: number): boolean =>
  codePoint >= 128 && /\p{ID_Start}/u.test(String.fromCodePoint(codePoint))

/** For code points beyond ASCII. */
export const isUnicodeIdentifierPart = (codePoint: number): boolean =>
  codePoint >= 128 && /\p{ID_Continue}/u.test(String.fromCodePoint(codePoint))

/** White space as template trimming and heredoc markers see it: Unicode's White_Space. */
export const isWhiteSpace = (unit: number): boolean =>
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === SPACE ||
  unit === 0x85 ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000
