/** New members and items behind those that an object or a list has. */
import type { Edit } from '../finding.js'
import type { JsonArray, JsonObject } from '../hcl/json-reader.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { JsonDocument } from './json-document.js'
import { jsonText, memberText, type NewJson, type NewMember, type Position } from './json-text.js'
import { indentAt, isFirstOnLine } from './style.js'

export const addMembers = (
  source: SourceFile,
  document: JsonDocument,
  object: JsonObject,
  members: readonly NewMember[],
): Edit => {
  const ends = object.members.map(({ name, value }) => ({ start: name.span.start, end: value.span.end }))
  return append(source, document, object, ends, (position) =>
    members.map((member) => memberText(member, document.style, position)),
  )
}

export const addItems = (
  source: SourceFile,
  document: JsonDocument,
  list: JsonArray,
  items: readonly NewJson[],
): Edit =>
  append(
    source,
    document,
    list,
    list.items.map(({ span }) => span),
    (position) => items.map((item) => jsonText(item, document.style, position)),
  )

/** Behind the last of the parts, in its way: on lines of their own, or on its line. */
const append = (
  source: SourceFile,
  { style }: JsonDocument,
  { kind, span }: JsonObject | JsonArray,
  parts: readonly Span[],
  texts: (position: Position) => readonly string[],
): Edit => {
  const { lineEnd, indent, comma } = style
  const last = parts.at(-1)
  if (last) {
    const at = { start: last.end, end: last.end }
    const own = indentAt(source, last.start)
    const isInline = !isFirstOnLine(source, last.start)
    const between = isInline ? comma : `,${lineEnd}${own}`
    return {
      source,
      span: at,
      text: texts({ own, isInline })
        .map((text) => between + text)
        .join(''),
    }
  }
  const inside = { start: span.start + 1, end: span.end - 1 }
  if (indent === undefined || kind === 'array') {
    const padding = kind === 'array' ? '' : style.padding
    const text = texts({ own: '', isInline: true }).join(comma)
    return { source, span: inside, text: `${padding}${text}${padding}` }
  }
  const outer = indentAt(source, span.start)
  const own = outer + indent
  const lines = texts({ own, isInline: false }).map((text) => own + text)
  return { source, span: inside, text: `${lineEnd}${lines.join(`,${lineEnd}`)}${lineEnd}${outer}` }
}
