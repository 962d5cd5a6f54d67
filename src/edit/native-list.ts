/** Names for a list in native syntax. */
import type { Edit, Unmended } from '../finding.js'
import type { Tuple } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { lengthened, settle } from './alignment.js'
import type { Written } from './change.js'
import { listText, quoted, WIDEST_LIST } from './native.js'
import { BREAK, grown, rowsIn, width } from './rows.js'
import { indentAt, isFirstOnLine, lineEndOf, lineStart, type Style, styleOf } from './style.js'

export const extendNativeList = (
  { source, block }: Written,
  list: Tuple,
  names: readonly string[],
): readonly Edit[] | Unmended => {
  const { items, span } = list
  const isLegacy = items.length > 0 && items.every((item) => source.text[item.span.start] === '"')
  const texts = isLegacy ? names.map(quoted) : names
  const last = items.at(-1)
  const isOneLine = !source.slice(span).includes('\n')
  const style = styleOf(source, block)
  if (isOneLine) return onLine(source, list, texts, style)
  if (!last)
    return isBare(source, list) ? rewritten(source, list, texts, style) : belowComment(source, list, texts, style)
  const isBeforeBracket = source.lineIndex(last.span.end) === source.lineIndex(span.end)
  // Where the bracket has no line of its own, it would draw another line to itself.
  if (isBeforeBracket || !isFirstOnLine(source, last.span.start))
    return [insertion(source, last.span.end, texts.map((text) => `, ${text}`).join(''))]
  return onLines(source, list, texts, last.span)
}

const onLine = (source: SourceFile, list: Tuple, texts: readonly string[], style: Style): readonly Edit[] => {
  const { items, span } = list
  const last = items.at(-1)
  const added = texts.join(', ')
  const rows = rowsIn(source)
  const row = rows.all[rows.at(span.start)]
  const longer = row ? width(source.text.slice(row.span.start, span.end)) + added.length + 2 : 0
  const hasComment = /\/\*/.test(source.slice(span))
  if (longer > WIDEST_LIST && !hasComment && items.length + texts.length > 1)
    return rewritten(source, list, texts, style)
  if (!last && isBare(source, list)) {
    const text = `[${added}]`
    return [{ source, span, text }, ...lengthened(source, span.start, text.length - (span.end - span.start))]
  }
  const edit = last ? insertion(source, last.span.end, `, ${added}`) : insertion(source, span.end - 1, ` ${added}`)
  return [edit, ...lengthened(source, span.start, edit.text.length)]
}

/** Without so much as a comment. */
const isBare = (source: SourceFile, { span }: Tuple): boolean => source.slice(span).slice(1, -1).trim() === ''

/** A line for each of them before the bracket, where that has one of its own. */
const belowComment = (
  source: SourceFile,
  { span }: Tuple,
  texts: readonly string[],
  { indent, lineEnd }: Style,
): readonly Edit[] | Unmended => {
  const bracket = span.end - 1
  if (!isFirstOnLine(source, bracket)) return { reason: 'its list holds nothing but a comment' }
  const own = indentAt(source, bracket)
  const lines = texts.map((text) => `${own}${indent}${text},${lineEnd}`)
  return [insertion(source, lineStart(source, bracket), lines.join(''))]
}

/** A line for each of them behind the last, with the commas that the list has. */
const onLines = (
  source: SourceFile,
  { span }: Tuple,
  texts: readonly string[],
  last: Tuple['span'],
): readonly Edit[] => {
  const rows = rowsIn(source)
  const index = rows.at(last.end)
  const row = rows.all[index]
  const end = row?.span.end ?? last.end
  const start = lineEndOf(source) + indentAt(source, last.start)
  const behind = source.text.slice(last.end, end)
  const comma = /^\s*,/.exec(source.text.slice(last.end, span.end))?.[0]
  if (!row || (behind.trim() === '' && comma === undefined))
    return [insertion(source, last.end, texts.map((text) => `,${start}${text}`).join(''))]
  if (comma !== undefined) {
    const at = behind.trimStart().startsWith(',') ? end : last.end + comma.length
    const { edits } = settle(rows, index + 1, index + 1, [BREAK])
    return [insertion(source, at, texts.map((text) => `${start}${text},`).join('')), ...edits]
  }
  // A comment stands between the name and its comma.
  const { edits } = settle(rows, index, index + 1, [grown(row, 1), BREAK])
  const blanks = edits.find((edit) => edit.span.start === last.end)
  const parted = blanks ? { ...blanks, text: `,${blanks.text}` } : insertion(source, last.end, ',')
  const lines = texts.map((text) => start + text).join(',')
  return [parted, ...edits.filter((edit) => edit !== blanks), insertion(source, end, lines)]
}

const rewritten = (
  source: SourceFile,
  { items, span }: Tuple,
  texts: readonly string[],
  style: Style,
): readonly Edit[] => {
  const own = indentAt(source, span.start)
  const all = [...items.map((item) => source.slice(item.span)), ...texts]
  const rows = rowsIn(source)
  const at = rows.at(span.start)
  const to = rows.at(span.end)
  const { lead = 0, gap } = rows.all[at] ?? {}
  const { hasComment = false, commentGap } = rows.all[to] ?? {}
  // Neither the `=` of its first line is aligned any more, nor is there a comment behind it.
  const first = { lead, hasComment: false, ...(gap && { gap }) }
  const last = { lead: own.length + ']'.length, hasComment, ...(commentGap && { commentGap }) }
  const { edits } = settle(rows, at, to + 1, [first, last])
  return [{ source, span, text: listText(all, style, own) }, ...edits]
}

const insertion = (source: SourceFile, at: number, text: string): Edit => ({
  source,
  span: { start: at, end: at },
  text,
})
