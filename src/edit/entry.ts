import type { Edit, Unmended } from '../finding.js'
import type { ObjectConstructor } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { lengthened, settle } from './alignment.js'
import { type Change, changeOf } from './change.js'
import { joined } from './column.js'
import { addJsonEntry } from './json-additions.js'
import { argumentLines, valueText } from './native.js'
import type { NewArgument } from './new-text.js'
import { replaceValue } from './replacement.js'
import { BREAK, rowsIn, width } from './rows.js'
import { indentAt, isFirstOnLine, styleOfFile } from './style.js'

/** An object is short, and read as a whole: its entries keep together. A longer one is not moved for the sake of one name. */
const MOST_MOVED = 8

/** Adds an entry behind the others of an object, as they are written: on a line of its own, or on theirs. */
export const addEntry = (
  { source, expression }: { readonly source: SourceFile; readonly expression: ObjectConstructor },
  added: NewArgument,
  snippet: string,
): Change | Unmended => {
  if (expression.items.length === 0)
    return replaceValue({ source, span: expression.span }, { kind: 'object', entries: [added] }, snippet)
  if (source.isJson) {
    return changeOf(addJsonEntry(source, expression.span, added), snippet)
  }
  return { edits: nativeEntries(source, expression, added), snippet }
}

const nativeEntries = (source: SourceFile, { items, span }: ObjectConstructor, added: NewArgument): readonly Edit[] => {
  const { name, value } = added
  const last = items.at(-1)
  const style = styleOfFile(source)
  const outer = indentAt(source, span.start)
  const isOneLine = !source.slice(span).includes('\n')
  const [comma = ''] = /^[ \t]*,/.exec(source.text.slice(last?.value.span.end)) ?? []
  if (!last) return []
  const at = last.value.span.end
  const sign = source.text.slice(last.key.span.end, last.value.span.start).includes(':') ? ':' : '='
  const isBeforeBrace = source.lineIndex(at) === source.lineIndex(span.end)
  if (isOneLine || isBeforeBrace || !isFirstOnLine(source, last.key.span.start)) {
    const text = `, ${name} ${sign} ${valueText(value, style, outer, 0)}`
    return [{ source, span: { start: at, end: at }, text }, ...lengthened(source, at, width(text))]
  }
  const own = indentAt(source, last.key.span.start)
  const rows = rowsIn(source)
  const index = rows.at(at)
  const behind = comma.trim()
  const edits = sign === '=' ? joined(rows, index, [added], style, own, { behind, mostMoved: MOST_MOVED }) : undefined
  if (edits) return edits
  const [line = ''] =
    sign === '=' ? argumentLines([added], style, own) : [`${own}${name} : ${valueText(value, style, own, 0)}`]
  const gap = sign === '=' && rows.all[index]?.assign !== undefined ? style.lineEnd : ''
  const start = rows.all[index]?.span.end ?? at
  const insertion = { source, span: { start, end: start }, text: `${style.lineEnd}${gap}${line}${behind}` }
  return [insertion, ...settle(rows, index + 1, index + 1, [BREAK]).edits]
}
