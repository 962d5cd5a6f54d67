import type { JsonMember, JsonObject, JsonValue } from '../hcl/json-reader.js'
import type { SourceFile } from '../source/source-file.js'

/** What a JSON or YAML document holds, with the place of everything in it. */
export interface LocatedJson {
  readonly source: SourceFile
  readonly root: JsonValue
}

/** The value alone. `__proto__` is a key like any other. */
export const plain = (value: JsonValue): unknown => {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.members.map((member) => [member.name.value, plain(member.value)]))
    case 'array':
      return value.items.map(plain)
    case 'string':
    case 'scalar':
      return value.value
    default:
      return value satisfies never
  }
}

export const memberOf = (object: JsonValue | undefined, name: string): JsonMember | undefined =>
  object?.kind === 'object' ? object.members.findLast((member) => member.name.value === name) : undefined

/** What stands at a path of keys and indexes. */
export const valueAt = (root: JsonValue, path: readonly string[]): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (value, step) => (value?.kind === 'array' ? value.items[Number(step)] : memberOf(value, step)?.value),
    root,
  )

/** Keys that stand twice in one object: readers disagree about which of the two counts. */
export function* repeatedMembers(value: JsonValue): Generator<JsonMember> {
  if (value.kind === 'array') for (const item of value.items) yield* repeatedMembers(item)
  if (value.kind !== 'object') return
  yield* repeatedIn(value)
  for (const member of value.members) yield* repeatedMembers(member.value)
}

function* repeatedIn({ members }: JsonObject): Generator<JsonMember> {
  const seen = new Set<string>()
  for (const member of members) {
    if (seen.has(member.name.value)) yield member
    seen.add(member.name.value)
  }
}
