/** Arguments in the column of those that stand there. */
import type { Edit } from '../finding.js'
import { settle } from './alignment.js'
import { insertion } from './change.js'
import { valueText } from './native.js'
import type { NewArgument } from './new-text.js'
import { type Row, type Rows, width } from './rows.js'
import type { Style } from './style.js'

/**
 * On lines behind a row, in its column; `undefined` where they do not fit there, or only if more than so many others are moved.
 * `behind` is what each ends with.
 */
export const joined = (
  rows: Rows,
  index: number,
  added: readonly NewArgument[],
  style: Style,
  own: string,
  { behind = '', mostMoved = 0 }: { readonly behind?: string; readonly mostMoved?: number } = {},
): readonly Edit[] | undefined => {
  const { source, all } = rows
  const anchored = all[index]
  const texts = added.map(({ name, value }) => ({
    before: own + name,
    text: valueText(value, style, own, own.length + name.length) + behind,
  }))
  if (anchored?.assign === undefined || texts.some(({ text }) => text.includes('\n'))) return undefined
  const others = texts.map(
    ({ before, text }): Row => ({ lead: width(before), assign: width(text) + '= '.length, hasComment: false }),
  )
  const { edits, gaps, wasAligned } = settle(rows, index + 1, index + 1, others)
  const column = anchored.lead + (anchored.gap ? anchored.gap.end - anchored.gap.start : 0)
  const fits = others.every(({ lead }) => lead < column)
  if (wasAligned ? edits.length > mostMoved : !fits) return undefined
  const lines = texts.map(({ before, text }, at) => `${before}${' '.repeat(gaps[at] ?? 1)}= ${text}`)
  const { end } = anchored.span
  const text = lines.map((line) => style.lineEnd + line).join('')
  if (edits.length === 0) return [insertion(source, end, text)]
  // What another puts here would have to know of the new column.
  return [...edits, { source, span: { start: end, end }, text }]
}
