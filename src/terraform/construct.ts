/** Makes values in their normal form: known parts joined, arms flattened, keys in order. */
import { compact, identity } from './identity.js'
import type { Choice, Known, List, Mapping, Primitive, Repeated, Unknown, Value } from './value.js'

/** More alternatives than this say nothing any more. */
export const MAXIMUM_ARMS = 16

export const known = (value: Primitive): Known => ({ kind: 'known', value })

export const unknown = (because: readonly string[] | string, id?: string): Unknown => ({
  kind: 'unknown',
  because: typeof because === 'string' ? [because] : because,
  ...(id === undefined ? {} : { id: compact(id) }),
})

/** What Terraform would refuse; `because` is one sentence. */
export const failure = (because: string): Unknown => ({ kind: 'unknown', because: [because], failed: true })

export const hasFailed = (value: Value): value is Unknown & { readonly failed: true } =>
  value.kind === 'unknown' && value.failed === true

export const list = (type: List['type'], items: readonly Value[]): List => ({ kind: 'list', type, items })

export const mapping = (type: Mapping['type'], entries: Iterable<readonly [string, Value]>): Mapping => ({
  kind: 'mapping',
  type,
  entries: new Map([...new Map(entries)].sort(([left], [right]) => compareCodePoints(left, right))),
})

export const repeated = (
  type: Repeated['type'],
  element: Value,
  keys: string,
  because: readonly string[],
): Repeated => ({ kind: 'repeated', type, element, keys, because })

export const markSensitive = <T extends Value>(value: T): T => (value.sensitive ? value : { ...value, sensitive: true })

/**
 * One of `arms`, of which there must be one at least: equal ones become one, and beyond {@link MAXIMUM_ARMS} nothing is known.
 * `id` is the same for choices of the same arms that are certain to fall alike.
 */
export const choice = (arms: readonly Value[], because: readonly string[], id?: string): Value => {
  const distinct = new Map<string | symbol, Value>()
  const reasons = new Set(because)
  for (const arm of arms.flatMap((value) => (value.kind === 'choice' ? armsOf(value) : [value]))) {
    const same = identity(arm) ?? Symbol('unlike any other')
    const earlier = distinct.get(same)
    if (earlier === undefined) distinct.set(same, arm)
    else if (arm.sensitive) distinct.set(same, markSensitive(earlier))
  }
  for (const arm of arms) if (arm.kind === 'choice') for (const reason of arm.because) reasons.add(reason)
  const [first, ...others] = distinct.values()
  if (first === undefined) return unknown([...reasons])
  if (others.length === 0) return first
  const undecided = {
    because: [...reasons],
    ...(id === undefined ? {} : { id: compact(id) }),
    ...([first, ...others].some((arm) => arm.sensitive) ? sensitiveMark : {}),
  }
  if (distinct.size > MAXIMUM_ARMS) return { kind: 'unknown', ...undecided }
  return { kind: 'choice', arms: [first, ...others], ...undecided }
}

const sensitiveMark = { sensitive: true } as const

/** What a choice is between, each marked as the choice is. */
export const armsOf = (value: Choice): readonly Value[] =>
  value.sensitive ? value.arms.map(markSensitive) : value.arms

/** The parts of a string in their normal form: texts within it opened, neighbours that are known joined, nothing empty. */
export const joinedParts = (parts: readonly (string | Value)[]): readonly (string | Value)[] => {
  const joined: (string | Value)[] = []
  for (const part of parts.flatMap((one) => (typeof one !== 'string' && one.kind === 'text' ? one.parts : [one]))) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (part !== '') joined.push(part)
  }
  return joined
}

/** By Unicode code point, as Terraform sorts; UTF-16 order differs beyond the basic plane. */
export const compareCodePoints = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at += 1) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/** Moves surrogates, which stand for the highest code points, behind the rest of the basic plane. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)
