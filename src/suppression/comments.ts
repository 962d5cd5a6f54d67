import type { Comment, ParsedFile } from '../hcl/syntax.js'
import type { Span } from '../source/span.js'
import { PREFIX } from './directive.js'

/** A comment that begins with the tool's name, or a line of a block comment that does. */
export interface WrittenDirective {
  readonly comment: Comment
  /** From the prefix to the end of the line, or of the comment. */
  readonly span: Span
  /** What stands behind the prefix. */
  readonly text: string
}

/** In order of appearance. A file without the prefix costs one search. */
export const directivesIn = (file: ParsedFile): readonly WrittenDirective[] =>
  file.source.text.includes(PREFIX)
    ? file.comments.flatMap((comment) =>
        file.syntax === 'json' ? inProperty(file, comment) : inComment(file, comment),
      )
    : []

/** A `"//"` property. */
const inProperty = ({ source }: ParsedFile, comment: Comment): readonly WrittenDirective[] => {
  const text = unescaped(source.slice(comment.span)).trim()
  return text.startsWith(PREFIX) ? [{ comment, span: comment.span, text: text.slice(PREFIX.length) }] : []
}

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    // It is reported as what it is: broken JSON.
    return text
  }
}

// One marker alone: behind a second one stands what was commented out.
const LINE = /^(?:#|\/\/)\s*/
const FIRST_OF_BLOCK = /^\/\*+\s*/
const NEXT_OF_BLOCK = /^\s*\**\s*/

const inComment = ({ source }: ParsedFile, comment: Comment): readonly WrittenDirective[] => {
  const { span, style } = comment
  if (style !== 'block') return inLine(comment, source.slice(span), span.start, LINE)
  const found: WrittenDirective[] = []
  let start = span.start
  for (const line of source.slice(span).replace(/\*\/$/, '').split('\n')) {
    found.push(...inLine(comment, line, start, start === span.start ? FIRST_OF_BLOCK : NEXT_OF_BLOCK))
    start += line.length + 1
  }
  return found
}

const inLine = (comment: Comment, line: string, start: number, opening: RegExp): readonly WrittenDirective[] => {
  const before = opening.exec(line)?.[0] ?? ''
  if (!line.startsWith(PREFIX, before.length)) return []
  const written = line.slice(before.length).trimEnd()
  const from = start + before.length
  return [{ comment, span: { start: from, end: from + written.length }, text: written.slice(PREFIX.length) }]
}
