/** How values are taken apart and combined; see `value.ts` for what they mean, `construct.ts` for how they are made. */
import {
  armsOf as armsOfChoice,
  choice,
  hasFailed,
  joinedParts,
  known,
  list,
  mapping,
  markSensitive,
  unknown,
} from './construct.js'
import { compact } from './identity.js'
import { reasons as reasonsOf } from './reasons.js'
import type { Origin } from './reference.js'
import type { Primitive, Text, Unknown, Value } from './value.js'

export {
  choice,
  compareCodePoints,
  failure,
  hasFailed,
  known,
  list,
  mapping,
  markSensitive,
  unknown,
} from './construct.js'
export { equal, equalInTypeToo } from './equality.js'
export { identity } from './identity.js'
export { symbolicName } from './reasons.js'

export const isKnown = (value: Value, expected: Primitive): boolean =>
  value.kind === 'known' && value.value === expected

/** Follows a reference to what the configuration says that it is; a reference known only after apply stays itself. */
export const resolve = (value: Value): Value => {
  let current = value
  while (current.kind === 'symbolic' && current.value) current = current.value
  return value.sensitive ? markSensitive(current) : current
}

export const knownString = (value: Value | undefined): string | undefined => {
  const resolved = value && resolve(value)
  return resolved?.kind === 'known' && typeof resolved.value === 'string' ? resolved.value : undefined
}

/** The first origin wins: it is where the value was written, what follows only passed it on. */
export const withOrigin = (value: Value, origin: Origin | undefined): Value =>
  origin === undefined || value.origin ? value : { ...value, origin }

export const armsOf = (value: Value): readonly Value[] => (value.kind === 'choice' ? armsOfChoice(value) : [value])

/** The result of a condition that nobody can decide. An arm that Terraform would refuse is not the one taken. */
export const either = (values: readonly Value[], because: readonly string[], id?: string): Value => {
  const arms = values.flatMap(armsOf)
  const possible = arms.filter((arm) => !hasFailed(arm))
  return choice(possible.length === 0 ? arms : possible, merged(because, ...values.map(choiceReasons)), id)
}

const choiceReasons = (value: Value): readonly string[] => (value.kind === 'choice' ? value.because : [])

/** Applies `change` to every arm. */
export const mapArms = (value: Value, change: (arm: Value) => Value): Value =>
  value.kind === 'choice' ? either(armsOf(value).map(change), value.because) : change(value)

/** Why the value is not known; empty where it is. */
export const reasons = (value: Value): readonly string[] => reasonsOf([value])

export const merged = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())]

/** The same unknown seen through a further step or function of it. */
export const derived = (value: Unknown, step: string): Unknown => {
  const { kind, because, failed } = value
  return {
    kind,
    because,
    ...(failed && { failed }),
    ...(value.id !== undefined && { id: compact(`${value.id}${step}`) }),
    ...(value.sensitive && { sensitive: true }),
  }
}

/** Strings that grow beyond this, in parts or characters, say nothing that anybody asks about. */
const MOST_PARTS = 64
const LONGEST_TEXT = 1 << 20

/** A string of known and unknown parts; known as a whole where all parts are. */
export const text = (parts: readonly (string | Value)[]): Value => {
  const joined = joinedParts(parts)
  const length = joined.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
  if (joined.length > MOST_PARTS || length > LONGEST_TEXT) return unknown('the text is too long to be looked at')
  const [only] = joined
  if (joined.length === 0) return known('')
  // Nothing but the one part is left of it.
  if (only !== undefined && joined.length === 1) return typeof only === 'string' ? known(only) : only
  const made: Text = { kind: 'text', parts: joined }
  return made
}

const DEEPEST_JSON = 200

/** A plain JSON value (a plan's) as a value. */
export const fromJson = (json: unknown, depth = 0): Value => {
  if (depth > DEEPEST_JSON) return unknown('it is nested too deeply')
  const inner = (value: unknown): Value => fromJson(value, depth + 1)
  if (Array.isArray(json)) return list('tuple', json.map(inner))
  if (json !== null && typeof json === 'object') {
    return mapping(
      'object',
      Object.entries(json).map(([key, value]) => [key, inner(value)] as const),
    )
  }
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') return known(json)
  return known(null)
}
