/** The characters that mean something in HCL, as UTF-16 code units. */
export declare const TAB = 9;
export declare const NEWLINE = 10;
export declare const RETURN = 13;
export declare const SPACE = 32;
export declare const BANG = 33;
export declare const QUOTE = 34;
export declare const HASH = 35;
export declare const DOLLAR = 36;
export declare const PERCENT = 37;
export declare const AMPERSAND = 38;
export declare const OPEN_PARENTHESIS = 40;
export declare const CLOSE_PARENTHESIS = 41;
export declare const STAR = 42;
export declare const PLUS = 43;
export declare const COMMA = 44;
export declare const MINUS = 45;
export declare const DOT = 46;
export declare const SLASH = 47;
export declare const COLON = 58;
export declare const LESS = 60;
export declare const EQUAL = 61;
export declare const GREATER = 62;
export declare const QUESTION = 63;
export declare const OPEN_BRACKET = 91;
export declare const BACKSLASH = 92;
export declare const CLOSE_BRACKET = 93;
export declare const OPEN_BRACE = 123;
export declare const PIPE = 124;
export declare const CLOSE_BRACE = 125;
export declare const TILDE = 126;
export declare const BYTE_ORDER_MARK = 65279;
export declare function isDigit(unit: number): boolean;
export declare const isHexDigit: (unit: number) => boolean;
export declare const isAsciiIdentifierStart: (unit: number) => boolean;
export declare const isAsciiIdentifierPart: (unit: number) => boolean;
/** Whether a character stands for itself in quotes, whatever follows it. */
export declare const isPlainInQuotes: (unit: number) => boolean;
/** For code points beyond ASCII. */
export declare const isUnicodeIdentifierStart: (codePoint: number) => boolean;
/** For code points beyond ASCII. */
export declare const isUnicodeIdentifierPart: (codePoint: number) => boolean;
/** White space as template trimming and heredoc markers see it: Unicode's White_Space. */
export declare const isWhiteSpace: (unit: number) => boolean;
