/** What takes the place of something else in JSON syntax. */
import type { Edit, Unmended } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Written } from './change.js'
import { bodyOf, NO_JSON, NO_OBJECT } from './json-body.js'
import { documentOf, pathTo } from './json-document.js'
import { jsonOfValue, jsonText, membersOf, memberText } from './json-text.js'
import { valueText } from './native.js'
import type { NewArgument, NewValue } from './new-text.js'
import { FMT, indentAt, isFirstOnLine } from './style.js'

type Edits = readonly Edit[] | Unmended

/** Instead of a whole value, or within a string of native syntax. */
export const replaceJsonValue = (source: SourceFile, span: Span, value: NewValue): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const old = pathTo(document.root, span).at(-1)
  if (old && old.span.start === span.start && old.span.end === span.end) {
    const json = jsonOfValue(value)
    if ('reason' in json) return json
    const position = { own: indentAt(source, span.start), isInline: document.style.indent === undefined }
    return [{ source, span, text: jsonText(json, document.style, position) }]
  }
  if (old?.kind !== 'string') return NO_OBJECT
  return [{ source, span, text: JSON.stringify(valueText(value, FMT, '', 0)).slice(1, -1) }]
}

/** The first gives its place to those that are added; each takes the comma with it that parts it from what stays. */
export const replaceJsonMembers = (
  written: Written,
  names: readonly string[],
  added: readonly NewArgument[],
): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const { body, document } = found
  const { source } = written
  const gone = body.members.filter(({ name }) => names.includes(name.value))
  const kept = body.members.filter((member) => !gone.includes(member))
  const [first, ...others] = gone
  if (!first) return { reason: 'there is nothing to be replaced' }
  const members = membersOf(added)
  if ('reason' in members) return members
  const own = indentAt(source, first.name.span.start)
  const isInline = !isFirstOnLine(source, first.name.span.start)
  const between = isInline ? document.style.comma : `,${document.style.lineEnd}${own}`
  const text = members.map((member) => memberText(member, document.style, { own, isInline })).join(between)
  const span = { start: first.name.span.start, end: first.value.span.end }
  const head: readonly Edit[] = members.length > 0 ? [{ source, span, text }] : []
  const removed = members.length > 0 ? others : gone
  const stays = members.length > 0 ? [...kept, first] : kept
  if (stays.length === 0) return [{ source, span: { start: body.span.start + 1, end: body.span.end - 1 }, text: '' }]
  const cuts = removed.map(({ name, value }): Edit => {
    const at = body.members.findIndex((member) => member.name === name)
    const isBeforeStaying = body.members.slice(at + 1).some((member) => stays.includes(member))
    const next = body.members[at + 1]?.name.span.start
    const before = body.members[at - 1]?.value.span.end
    // Up to the next one where something stays behind it, else from the one before.
    return isBeforeStaying
      ? { source, span: { start: name.span.start, end: next ?? value.span.end }, text: '' }
      : { source, span: { start: before ?? name.span.start, end: value.span.end }, text: '' }
  })
  return [...head, ...cuts]
}
