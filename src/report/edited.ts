import type { Edit } from '../finding.js'

/** What edits of one text, sorted and without overlaps, make of it. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  const pieces: string[] = []
  let at = 0
  for (const { span, text: written } of edits) {
    pieces.push(text.slice(at, span.start), written)
    at = span.end
  }
  return pieces.join('') + text.slice(at)
}
