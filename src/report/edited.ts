import type { Edit } from '../finding.js'
import type { Span } from '../source/span.js'

/** What edits without overlaps, in whatever order they come, make of a text, or of a part of it that holds them all. */
export const edited = (
  text: string,
  edits: readonly Edit[],
  { start, end }: Span = { start: 0, end: text.length },
): string => {
  const pieces: string[] = []
  let at = start
  for (const { span, text: written } of edits.toSorted(byPlace)) {
    pieces.push(text.slice(at, span.start), written)
    at = span.end
  }
  return pieces.join('') + text.slice(at, end)
}

const byPlace = (a: Edit, b: Edit): number => a.span.start - b.span.start || a.span.end - b.span.end
