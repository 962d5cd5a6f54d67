import type { Edit, Unmended } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { settle } from './alignment.js'
import { type BlockPlace, type Change, changeOf } from './change.js'
import { withEmptyLine } from './empty-line.js'
import { removeJsonBlock, removeJsonMember } from './json-removals.js'
import { BREAK, type Rows, rowsIn, width } from './rows.js'
import { snippetRemark } from './snippet.js'

/** Takes an argument out of a block. Comments stay. */
export const removeArgument = (place: BlockPlace, name: string): Change | Unmended => {
  const { written } = place
  const snippet = snippetRemark(place, `without ${name}`)
  if (!written) return { edits: [], snippet }
  if (written.source.isJson) return changeOf(removeJsonMember(written, name), snippet)
  const attribute = written.block.body.attributes.get(name)
  return attribute ? { edits: removeLines(written.source, attribute.span), snippet } : notThere(name)
}

/** Takes a block out; `within` is the one around a nested block. */
export const removeBlock = ({ written, type, labels }: BlockPlace, within?: BlockPlace): Change | Unmended => {
  const remark = `without ${[type, ...labels.map((label) => JSON.stringify(label))].join(' ')}`
  const snippet = within ? snippetRemark(within, remark) : `# ${remark}`
  if (!written) return { edits: [], snippet }
  const { source, block } = written
  return changeOf(source.isJson ? removeJsonBlock(written) : removeLines(source, block.span), snippet)
}

export const renameArgument = (place: BlockPlace, name: string, to: string): Change | Unmended => {
  const { written } = place
  const attribute = written?.block.body.attributes.get(name)
  const snippet = snippetRemark(place, `${to} in place of ${name}`)
  if (!written) return { edits: [], snippet }
  if (!attribute) return notThere(name)
  const { source } = written
  const { nameSpan } = attribute
  if (source.isJson) return { edits: [{ source, span: nameSpan, text: JSON.stringify(to) }], snippet }
  const rows = rowsIn(source)
  const at = rows.at(nameSpan.start)
  const row = rows.all[at]
  const moved = row ? settle(rows, at, at + 1, [{ ...row, lead: row.lead + width(to) - width(name) }]).edits : []
  return { edits: [{ source, span: nameSpan, text: to }, ...moved], snippet }
}

const notThere = (name: string): Unmended => ({ reason: `there is no ${name} to be edited` })

/** The whole lines where nothing else stands on them, with an empty line that has nothing to part any more. */
const removeLines = (source: SourceFile, span: Span): readonly Edit[] => {
  const rows = rowsIn(source)
  const first = rows.at(span.start)
  const last = rows.at(span.end)
  const before = source.text.slice(rows.all[first]?.span.start, span.start)
  const behind = source.text.slice(span.end, rows.all[last]?.span.end)
  if (before.trim() !== '') return removeWithin(rows, last, span, before, behind)
  if (behind.trim() !== '') {
    // The comment behind it takes its place.
    const blanks = behind.length - behind.trimStart().length
    const { edits } = settle(rows, first, last + 1, [BREAK])
    return [{ source, span: { start: span.start, end: span.end + blanks }, text: '' }, ...edits]
  }
  const [from, to] = withEmptyLine(rows, first, last)
  const isAtEnd = to === rows.all.length - 1 && from > 0
  const start = isAtEnd ? (rows.all[from - 1]?.span.end ?? 0) : (rows.all[from]?.span.start ?? 0)
  const { edits } = settle(rows, from, to + 1, [])
  return [{ source, span: { start, end: rows.next(to) }, text: '' }, ...edits]
}

/** From a line on which other things stand. */
const removeWithin = (
  rows: Rows,
  index: number,
  { start, end }: Span,
  before: string,
  behind: string,
): readonly Edit[] => {
  const { source } = rows
  const isInBraces = before.trimEnd().endsWith('{') && behind.trimStart().startsWith('}')
  const from = start - (before.length - before.trimEnd().length)
  const to = isInBraces ? end + (behind.length - behind.trimStart().length) : end
  const row = rows.all[index]
  const lead = width(before.trimEnd()) + (row ? row.lead - width(source.text.slice(row.span.start, to)) : 0)
  const { hasComment = false, commentGap } = row ?? {}
  const { edits } = settle(rows, index, index + 1, [{ lead, hasComment, ...(commentGap && { commentGap }) }])
  return [{ source, span: { start: from, end: to }, text: '' }, ...edits]
}
