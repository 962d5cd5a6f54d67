import type { Comment, ParsedFile } from '../hcl/syntax.js'
import type { Span } from '../source/span.js'
import { PREFIX } from './directive.js'

/** A comment that begins with the tool's name, or a line of a block comment that does, with the options on the lines below. */
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
  let open: WrittenDirective | undefined
  for (const line of source.slice(span).replace(/\*\/$/, '').split('\n')) {
    const [begun] = inLine(comment, line, start, start === span.start ? FIRST_OF_BLOCK : NEXT_OF_BLOCK)
    const continued = open && OPTION_OF_BLOCK.test(line) ? withLine(open, line, start) : undefined
    if (continued) found.pop()
    open = begun ?? continued
    if (open) found.push(open)
    start += line.length + 1
  }
  return found
}

const OPTION_OF_BLOCK = /^\s*\**\s*(?:reason|until)=/

const withLine = ({ comment, span, text }: WrittenDirective, line: string, start: number): WrittenDirective => {
  const blanks = NEXT_OF_BLOCK.exec(line)?.[0].length ?? 0
  const end = start + line.trimEnd().length
  return { comment, span: { start: span.start, end }, text: `${text} ${line.slice(blanks).trimEnd()}` }
}

const inLine = (comment: Comment, line: string, start: number, opening: RegExp): readonly WrittenDirective[] => {
  const before = opening.exec(line)?.[0] ?? ''
  if (!line.startsWith(PREFIX, before.length)) return []
  const written = line.slice(before.length).trimEnd()
  const from = start + before.length
  return [{ comment, span: { start: from, end: from + written.length }, text: written.slice(PREFIX.length) }]
}
