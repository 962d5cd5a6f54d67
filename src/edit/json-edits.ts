/** Edits in JSON syntax. They need the commas around them, so that no two of them at one object can be made together. */
import type { Edit, Unmended } from '../finding.js'
import type { JsonArray, JsonObject, JsonValue } from '../hcl/json-reader.js'
import type { Block, Tuple } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Written } from './change.js'
import { documentOf, type JsonDocument, memberOf, pathTo } from './json-document.js'
import {
  jsonOfBody,
  jsonOfLabelled,
  jsonOfValue,
  jsonText,
  membersOf,
  memberText,
  type NewJson,
  type NewMember,
  type Position,
} from './json-text.js'
import { valueText } from './native.js'
import type { NewArgument, NewBlock, NewValue } from './new-text.js'
import { FMT, indentAt, isFirstOnLine } from './style.js'

type Edits = readonly Edit[] | Unmended

export const addJsonArguments = (written: Written, added: readonly NewArgument[]): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const members = membersOf(added)
  if ('reason' in members) return members
  return [addMembers(written.source, found.document, found.body, members)]
}

export const addJsonBlock = (written: Written, added: NewBlock): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  if (memberOf(found.body, added.type)) return { reason: `there is a ${added.type} already` }
  const value = jsonOfLabelled(added)
  if ('reason' in value) return value
  return [addMembers(written.source, found.document, found.body, [{ name: added.type, value }])]
}

/** Within the object that an argument is. */
export const addJsonEntry = (source: SourceFile, span: Span, { name, value }: NewArgument): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const object = pathTo(document.root, span).at(-1)
  const json = jsonOfValue(value)
  if ('reason' in json) return json
  return object?.kind === 'object' ? [addMembers(source, document, object, [{ name, value: json }])] : NO_OBJECT
}

/** Behind the others of their types, in the object of the file that holds the block. */
export const addJsonBlocks = ({ source, block }: Written, added: readonly NewBlock[]): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const root = pathTo(document.root, block.span).find((value) => value.kind === 'object')
  if (!root) return NO_OBJECT
  const additions = new Additions(source, document)
  for (const each of added) {
    const body = jsonOfBody(each)
    if ('reason' in body) return body
    additions.add(root, [each.type, ...each.labels], body)
  }
  return additions.edits()
}

export const extendJsonList = (source: SourceFile, { span }: Tuple, texts: readonly string[]): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const list = pathTo(document.root, span).at(-1)
  if (list?.kind !== 'array') return { reason: 'it is no list in place' }
  const items = texts.map((text): NewJson => ({ kind: 'raw', text: JSON.stringify(text) }))
  return [addItems(source, document, list, items)]
}

export const removeJsonMember = (written: Written, name: string): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const member = memberOf(found.body, name)
  return member ? [removal(written.source, found.body, member.value)] : []
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

/** With the objects of its labels and its type where it was all that they held. */
export const removeJsonBlock = (written: Written): Edits => {
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

const NO_JSON: Unmended = { reason: 'its file is no valid JSON' }
const NO_OBJECT: Unmended = { reason: 'it is no object of its own' }

interface Found {
  readonly document: JsonDocument
  readonly body: JsonObject
  /** The values around it, itself the last. */
  readonly path: readonly JsonValue[]
}

const bodyOf = ({ source, block }: Written): Found | Unmended => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const path = pathTo(document.root, block.body.span)
  const body = path.at(-1)
  return body?.kind === 'object' ? { document, body, path } : NO_OBJECT
}

/** Descends through the names that are there, and makes one edit for each object that gets something. */
class Additions {
  readonly #source: SourceFile
  readonly #document: JsonDocument
  readonly #members = new Map<JsonObject, NewMember[]>()
  readonly #items = new Map<JsonArray, NewJson[]>()

  constructor(source: SourceFile, document: JsonDocument) {
    this.#source = source
    this.#document = document
  }

  add(into: JsonObject, [name = '', ...others]: readonly string[], body: NewJson): void {
    const there = others.length > 0 ? memberOf(into, name)?.value : undefined
    if (there?.kind === 'object') this.add(there, others, body)
    else if (there?.kind === 'array') put(this.#items, there, nested(others, body))
    else merge(listOf(this.#members, into), name, nested(others, body))
  }

  edits(): readonly Edit[] {
    return [
      ...[...this.#members].map(([object, members]) => addMembers(this.#source, this.#document, object, members)),
      ...[...this.#items].map(([list, items]) => addItems(this.#source, this.#document, list, items)),
    ]
  }
}

const nested = (names: readonly string[], body: NewJson): NewJson =>
  names.reduceRight<NewJson>((value, name) => ({ kind: 'object', members: [{ name, value }] }), body)

/** Into the object of that name, if one is to be written already. */
const merge = (members: NewMember[], name: string, value: NewJson): void => {
  const at = members.findIndex((member) => member.name === name)
  const there = members[at]?.value
  if (there?.kind !== 'object' || value.kind !== 'object') {
    members.push({ name, value })
    return
  }
  const all = [...there.members]
  for (const member of value.members) merge(all, member.name, member.value)
  members[at] = { name, value: { kind: 'object', members: all } }
}

const listOf = <K, V>(lists: Map<K, V[]>, key: K): V[] => {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

const put = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  listOf(lists, key).push(value)
}

const addMembers = (
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

const addItems = (source: SourceFile, document: JsonDocument, list: JsonArray, items: readonly NewJson[]): Edit =>
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
