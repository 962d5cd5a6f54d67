import type { JsonObject, JsonValue } from './document.js'

// What a document should hold and what it holds may differ: these read a value as what it should be, or as nothing.

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asObject = (value: JsonValue | undefined): JsonObject | undefined => (isObject(value) ? value : undefined)

export const asArray = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : []

export const asString = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

export const asStrings = (value: JsonValue | undefined): readonly string[] =>
  asArray(value).filter((element) => typeof element === 'string')

/** The object's own members only: `constructor` is a legal name. */
export const asMap = (value: JsonValue | undefined): ReadonlyMap<string, JsonValue> => {
  const members = new Map<string, JsonValue>()
  for (const [name, member] of Object.entries(asObject(value) ?? {}))
    if (member !== undefined) members.set(name, member)
  return members
}

export const asMode = (value: JsonValue | undefined): 'managed' | 'data' | undefined =>
  value === 'managed' || value === 'data' ? value : undefined

export const asIndex = (value: JsonValue | undefined): string | number | undefined =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined
