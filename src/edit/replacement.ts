import type { Edit, Unmended } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { settle } from './alignment.js'
import { type BlockPlace, type Change, changeOf } from './change.js'
import { replaceJsonValue } from './json-replacements.js'
import { valueText } from './native.js'
import { argument, type NewValue } from './new-text.js'
import { BREAK, grown, type Row, rowsIn, type WrittenRow, width } from './rows.js'
import { snippetOf } from './snippet.js'
import { indentAt, styleOfFile } from './style.js'

/**
 * Writes another value where one stands: an expression, or a part of one. `shown` is for where there may be no file: a text of
 * the caller's, or the argument that the value is of.
 */
export const replaceValue = (
  place: { readonly source: SourceFile; readonly span: Span } | undefined,
  value: NewValue,
  shown: string | { readonly place: BlockPlace; readonly name: string } = '',
): Change | Unmended => {
  const snippet = typeof shown === 'string' ? shown : snippetOf(shown.place, argument(shown.name, value))
  if (!place) return { edits: [], snippet }
  const { source, span } = place
  if (/^<<-?/.test(source.slice(span))) return { reason: 'it is a heredoc' }
  return changeOf(source.isJson ? replaceJsonValue(source, span, value) : replaceNative(source, span, value), snippet)
}

const replaceNative = (source: SourceFile, span: Span, value: NewValue): readonly Edit[] => {
  const own = indentAt(source, span.start)
  const rows = rowsIn(source)
  const from = rows.at(span.start)
  const to = rows.at(span.end)
  const row = rows.all[from]
  const text = valueText(
    value,
    styleOfFile(source),
    own,
    row ? width(source.text.slice(row.span.start, span.start)) : 0,
  )
  const edit = { source, span, text }
  const last = rows.all[to]
  // Within a heredoc nothing is aligned.
  if (!row || !last || source.lineIndex(row.span.start) < source.lineIndex(span.start)) return [edit]
  return [edit, ...settle(rows, from, to + 1, rowsWith(source, row, last, span, text)).edits]
}

/** The lines that stand there with the text in the place of what was there. */
const rowsWith = (
  source: SourceFile,
  first: WrittenRow,
  last: WrittenRow,
  span: Span,
  text: string,
): readonly Row[] => {
  const isOneLine = !text.includes('\n')
  if (first === last && isOneLine) return [grown(first, width(text) - width(source.slice(span)))]
  const { assignment } = first
  const isWhole = assignment?.expression.span.start === span.start && assignment.expression.span.end === span.end
  const gap = isWhole ? blanksBehind(source, assignment.nameSpan.end) : undefined
  const { hasComment, commentGap } = last
  const ofComment = { hasComment, ...(commentGap && { commentGap }) }
  const behind = width(source.text.slice(span.end, commentGap?.start ?? last.span.end))
  if (!gap) return [BREAK, { lead: width(text.slice(text.lastIndexOf('\n') + 1)) + behind, ...ofComment }]
  const lead = width(source.text.slice(first.span.start, gap.start))
  if (isOneLine) return [{ lead, gap, assign: '= '.length + width(text) + behind, ...ofComment }]
  const ending = { lead: width(text.slice(text.lastIndexOf('\n') + 1)) + behind, ...ofComment }
  return [{ lead, gap, hasComment: false }, ending]
}

const blanksBehind = ({ text }: SourceFile, offset: number): Span | undefined => {
  const blanks = /^[ \t]*(?==)/.exec(text.slice(offset, offset + MOST_BLANKS))?.[0]
  return blanks === undefined ? undefined : { start: offset, end: offset + blanks.length }
}

const MOST_BLANKS = 1000
