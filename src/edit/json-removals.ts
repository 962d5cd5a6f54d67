/** What goes in JSON syntax, with a comma, so that no two of them at one object can be made together. */
import type { Edit, Unmended } from '../finding.js'
import type { JsonArray, JsonObject, JsonValue } from '../hcl/json-reader.js'
import type { Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Written } from './change.js'
import { bodyOf, NO_OBJECT } from './json-body.js'
import { memberOf } from './json-document.js'

export const removeJsonMember = (written: Written, name: string): readonly Edit[] | Unmended => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const member = memberOf(found.body, name)
  return member ? [removal(written.source, found.body, member.value)] : []
}

/** With the objects of its labels and its type where it was all that they held. */
export const removeJsonBlock = (written: Written): readonly Edit[] | Unmended => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const { path } = found
  for (let at = path.length - 1; at > 0; at -= 1) {
    const value = path[at]
    const holder = path[at - 1]
    if (!value || !holder || (holder.kind !== 'object' && holder.kind !== 'array')) break
    const isAlone = holder.kind === 'object' ? holder.members.length === 1 : holder.items.length === 1
    if (!isAlone || at === 1 || isArgumentsOf(written.block, holder)) return [removal(written.source, holder, value)]
  }
  return NO_OBJECT
}

/** A nested block goes alone, though it be the only thing in the block around it. */
const isArgumentsOf = ({ labels, type }: Block, holder: JsonValue): boolean =>
  labels.length === 0 && holder.kind === 'object' && memberOf(holder, type) !== undefined

/** With the comma that parts it from the next, else from the one before. */
const removal = (source: SourceFile, holder: JsonObject | JsonArray, value: JsonValue): Edit => {
  const values = holder.kind === 'array' ? holder.items : holder.members.map((member) => member.value)
  const starts = holder.kind === 'array' ? holder.items : holder.members.map((member) => member.name)
  const at = values.indexOf(value)
  const start = starts[at]?.span.start ?? value.span.start
  const next = starts[at + 1]?.span.start
  const before = values[at - 1]?.span.end
  if (next !== undefined) return { source, span: { start, end: next }, text: '' }
  if (before !== undefined) return { source, span: { start: before, end: value.span.end }, text: '' }
  return { source, span: { start: holder.span.start + 1, end: holder.span.end - 1 }, text: '' }
}
