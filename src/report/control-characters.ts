/**
 * What a terminal would act on instead of showing: C0 and C1 controls, DEL, and the marks that reorder or hide text
 * (a name with U+202E reads as another one). Tabs and line feeds are here too: whoever wants them handles them first.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the pattern is for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** The text with every control character as a visible escape (`\u001b`). Same length in no unit: apply it last. */
export const visible = (text: string): string => text.replace(UNSAFE, escaped)

/** JSON in which no string holds a raw control character: `JSON.stringify` leaves those above U+001F alone. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) =>
          escaped(String.fromCharCode(character.charCodeAt(at))),
        ).join(''),
  )
