// Making one takes 45 ms: only text beyond ASCII pays for it.
let segmenter: Intl.Segmenter | undefined

/** The characters as people count them, which is how Terraform does. */
export const graphemes = (text: string): readonly string[] => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  if (/^[\x00-\x7f]*$/.test(text) && !text.includes('\r\n')) return text.split('')
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
