import type { Unmended } from '../finding.js'
import type { ObjectConstructor } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Change } from './change.js'
import { addJsonEntry } from './json-edits.js'
import { valueText } from './native.js'
import type { NewArgument } from './new-text.js'
import { FMT, indentAt, isFirstOnLine, isJson, lineEndOf } from './style.js'

/** Adds an entry behind the others of an object, as they are written: on a line of its own, or on theirs. */
export const addEntry = (
  { source, expression }: { readonly source: SourceFile; readonly expression: ObjectConstructor },
  added: NewArgument,
  snippet: string,
): Change | Unmended => {
  if (isJson(source)) {
    const edits = addJsonEntry(source, expression.span, added)
    return 'reason' in edits ? edits : { edits, snippet }
  }
  return { edits: [nativeEntry(source, expression, added)], snippet }
}

const nativeEntry = (source: SourceFile, { items, span }: ObjectConstructor, { name, value }: NewArgument) => {
  const last = items.at(-1)
  const text = valueText(value, FMT, indentAt(source, span.start), 0)
  if (!last) return { source, span, text: `{ ${name} = ${text} }` }
  const between = source.text.slice(last.key.span.end, last.value.span.start)
  const sign = between.includes(':') ? ':' : '='
  const behind = source.text.indexOf('\n', last.value.span.end)
  if (!isFirstOnLine(source, last.key.span.start) || behind === -1 || behind > span.end) {
    const at = last.value.span.end
    return { source, span: { start: at, end: at }, text: `, ${name} ${sign} ${text}` }
  }
  const own = indentAt(source, last.key.span.start)
  const column = last.key.span.end - last.key.span.start + between.indexOf(sign) - 1
  const isAligned = !source.slice(last.value.span).includes('\n')
  // What does not fit in the column of the others would move them all.
  const gap = isAligned && name.length > column ? lineEndOf(source) : ''
  const padded = isAligned && gap === '' ? name.padEnd(column) : name
  const at = behind + 1
  return {
    source,
    span: { start: at, end: at },
    text: `${gap}${own}${padded} ${sign} ${text}${lineEndOf(source)}`,
    isWhole: true as const,
  }
}
