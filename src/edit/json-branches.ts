/** Values to be written under names of which the file may hold some already: those of a block's type and labels. */
import type { Edit } from '../finding.js'
import type { JsonArray, JsonObject } from '../hcl/json-reader.js'
import type { SourceFile } from '../source/source-file.js'
import { addItems, addMembers } from './json-append.js'
import { type JsonDocument, memberOf } from './json-document.js'
import type { NewJson, NewMember } from './json-text.js'

/** Descends through the names that are there, and makes one edit for each object that gets something. */
export class JsonBranches {
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
