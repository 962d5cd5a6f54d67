import type { Edit, Unmended } from '../finding.js'
import type { Attribute } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { settle } from './alignment.js'
import { type BlockPlace, type Change, changeOf } from './change.js'
import { withEmptyLine } from './empty-line.js'
import { replaceJsonMembers } from './json-replacements.js'
import { valueText } from './native.js'
import type { NewArgument } from './new-text.js'
import { BREAK, type Row, type Rows, rowsIn, width } from './rows.js'
import { snippetOf, snippetRemark } from './snippet.js'
import { indentAt, type Style, styleOf } from './style.js'

/** Takes arguments out of a block, as far as they are there. Comments stay. */
export const removeArguments = (place: BlockPlace, names: readonly string[]): Change | Unmended =>
  replaceArguments(place, names, [])

/** The same, with others where the first of them was. */
export const replaceArguments = (
  place: BlockPlace,
  names: readonly string[],
  added: readonly NewArgument[],
): Change | Unmended => {
  const { written } = place
  const snippet = added.length > 0 ? snippetOf(place, ...added) : snippetRemark(place, `without ${names.join(', ')}`)
  if (!written) return { edits: [], snippet }
  const { source, block } = written
  if (source.isJson) return changeOf(replaceJsonMembers(written, names, added), snippet)
  const attributes = names
    .flatMap((name) => block.body.attributes.get(name) ?? [])
    .toSorted((a, b) => a.span.start - b.span.start)
  return changeOf(replaceRows(source, attributes, added, styleOf(source, block)), snippet)
}

const replaceRows = (
  source: SourceFile,
  attributes: readonly Attribute[],
  added: readonly NewArgument[],
  style: Style,
): readonly Edit[] | Unmended => {
  const rows = rowsIn(source)
  const [first] = attributes
  const last = attributes.at(-1)
  if (!first || !last) return { reason: 'there is nothing to be replaced' }
  if (attributes.some(({ span }) => !isFirstOfRow(rows, span.start)))
    return { reason: 'it shares its line with something else' }
  const own = indentAt(source, first.span.start)
  const texts = added.map(({ name, value }) => ({
    before: own + name,
    text: valueText(value, style, own, own.length + name.length),
  }))
  const left = remaining(rows, attributes)
  const isAll = texts.length === 0 && left.others.length === 0
  const [from, to] = isAll ? withEmptyLine(rows, left.from, left.to) : [left.from, left.to]
  const news = texts.map(
    ({ before, text }): Row =>
      text.includes('\n') ? BREAK : { lead: width(before), assign: width(text) + '= '.length, hasComment: false },
  )
  const { edits, gaps } = settle(rows, from, to + 1, [...news, ...left.others])
  const lines = texts.map(
    ({ before, text }, at) =>
      `${before}${' '.repeat(text.includes('\n') ? 1 : (gaps[at] ?? 1))}= ${text}${style.lineEnd}`,
  )
  const [cut, ...cuts] = left.cuts
  if (!cut) return { reason: 'there is nothing to be replaced' }
  const start = rows.all[from]?.span.start ?? cut.span.start
  const isWhole = cut.span.start !== first.span.start
  const whole = {
    ...cut,
    span: { start: isWhole ? Math.min(start, cut.span.start) : cut.span.start, end: cut.span.end },
  }
  // A comment behind the first of them goes to a line of its own.
  const text = isWhole || lines.length === 0 ? lines.join('') : lines.join('').slice(own.length) + own
  const final = cuts.at(-1)
  const end = rows.next(to)
  const all: readonly Edit[] = [{ ...whole, text }, ...cuts]
  const extended = all.map((edit) => {
    const isLast = edit === (final ?? all[0])
    return isLast && left.others.length === 0 ? { ...edit, span: { start: edit.span.start, end } } : edit
  })
  return [...edits, ...extended]
}

interface Remaining {
  readonly from: number
  readonly to: number
  /** What there is between the arguments, and the comments behind them. */
  readonly others: readonly Row[]
  readonly cuts: readonly Edit[]
}

const remaining = (rows: Rows, attributes: readonly Attribute[]): Remaining => {
  const { source } = rows
  const from = rows.at(attributes[0]?.span.start ?? 0)
  const to = rows.at(attributes.at(-1)?.span.end ?? 0)
  const others: Row[] = []
  const cuts: Edit[] = []
  for (let at = from; at <= to; at += 1) {
    const attribute = attributes.find(({ span }) => rows.at(span.start) <= at && at <= rows.at(span.end))
    const row = rows.all[at]
    if (!row) continue
    if (!attribute) {
      others.push(row)
      continue
    }
    const { span } = attribute
    if (rows.at(span.end) !== at) continue
    const behind = source.text.slice(span.end, row.span.end)
    const start = rows.all[rows.at(span.start)]?.span.start ?? span.start
    if (behind.trim() === '') {
      cuts.push({ source, span: { start, end: rows.next(at) }, text: '' })
      continue
    }
    // The comment behind it takes its place.
    others.push(BREAK)
    const blanks = behind.length - behind.trimStart().length
    cuts.push({ source, span: { start: span.start, end: span.end + blanks }, text: '' })
  }
  return { from, to, others, cuts }
}

const isFirstOfRow = (rows: Rows, offset: number): boolean => {
  const start = rows.all[rows.at(offset)]?.span.start ?? offset
  return rows.source.text.slice(start, offset).trim() === ''
}
