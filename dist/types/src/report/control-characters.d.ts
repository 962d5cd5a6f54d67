/** The text with every control character as a visible escape (`\u001b`). Same length in no unit: apply it last. */
export declare const visible: (text: string) => string;
/** JSON in which no string holds a raw control character: `JSON.stringify` leaves those above U+001F alone. */
export declare const safeJson: (value: unknown) => string;
