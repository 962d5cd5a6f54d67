import type { Comment, ParsedFile } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { PREFIX } from './directive.js'

/** A comment that begins with the tool's name, or a line of a block comment that does. */
export interface WrittenDirective {
  readonly comment: Comment
  /** From the prefix to the end of its line, or of the comment. */
  readonly span: Span
  /** What stands behind the prefix, with the options on the lines below. */
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
  if (style !== 'block')
    return inLine(comment, source.slice(span), span.start, LINE).map((begun) => withLinesBelow(begun, source))
  const found: WrittenDirective[] = []
  let start = span.start
  let open: WrittenDirective | undefined
  for (const line of source.slice(span).replace(/\*\/$/, '').split('\n')) {
    const [begun] = inLine(comment, line, start, start === span.start ? FIRST_OF_BLOCK : NEXT_OF_BLOCK)
    const continued = open && withLine(open, line, OPTION_OF_BLOCK)
    if (continued) found.pop()
    open = begun ?? continued
    if (open) found.push(open)
    start += line.length + 1
  }
  return found
}

// An `until` that nobody reads would let a suppression hold for ever.
const OPTION_OF_LINE = /^[ \t]*(?:#|\/\/)\s*(?=(?:reason|until)=)/
const OPTION_OF_BLOCK = /^\s*\**\s*(?=(?:reason|until)=)/

const withLinesBelow = (begun: WrittenDirective, source: SourceFile): WrittenDirective => {
  let open = begun
  for (let index = source.lineIndex(begun.span.start) + 1; index < source.lineStarts.length; index += 1) {
    const continued = withLine(open, source.line(index + 1), OPTION_OF_LINE)
    if (!continued) break
    open = continued
  }
  return open
}

/** `undefined` where the line has no option. The place stays that of the first line. */
const withLine = (open: WrittenDirective, line: string, opening: RegExp): WrittenDirective | undefined => {
  const before = opening.exec(line)?.[0]
  return before === undefined ? undefined : { ...open, text: `${open.text} ${line.slice(before.length).trimEnd()}` }
}

const inLine = (comment: Comment, line: string, start: number, opening: RegExp): readonly WrittenDirective[] => {
  const before = opening.exec(line)?.[0] ?? ''
  if (!line.startsWith(PREFIX, before.length)) return []
  const written = line.slice(before.length).trimEnd()
  const from = start + before.length
  return [{ comment, span: { start: from, end: from + written.length }, text: written.slice(PREFIX.length) }]
}
