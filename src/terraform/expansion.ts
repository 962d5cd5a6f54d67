import { compact, eachKeyIdentity, identity, spelledOut } from './identity.js'
import type { InstanceKey } from './reference.js'
import type { Repetition } from './scope.js'
import type { Value } from './value.js'
import { armsOf, known, reasons, resolve, unknown } from './values.js'

/** Key of each instance to its `each.value`. */
export type Instances = Pick<ReadonlyMap<string | number, Value>, 'size' | 'has' | 'get' | 'keys'>

/** More than this are not looked at one by one. */
const MOST_INSTANCES = 100_000

/** What `count` or `for_each` make of a resource or a module call. */
export type Expansion =
  | { readonly kind: 'single' }
  | {
      readonly kind: 'instances'
      readonly keying: 'count' | 'for_each'
      /** Key of the instance to its `each.value`, in Terraform's order. */
      readonly values: Instances
      readonly keys: string
    }
  | {
      readonly kind: 'unknown'
      readonly keying: 'count' | 'for_each'
      /** What `each.value` looks like. */
      readonly element: Value
      readonly keys: string
      /** `count = var.create ? 1 : 0`: there is one or none. */
      readonly atMostOne: boolean
      readonly because: readonly string[]
    }

/** `place` names the resource or call, for a collection that has no identity of its own. */
export const expandCount = (count: Value, place: string): Expansion => {
  const resolved = resolve(count)
  if (resolved.kind === 'known') {
    const number = Number(resolved.value)
    if (resolved.value === null || !Number.isFinite(number)) return { kind: 'single' }
    const keys = `count(${number})`
    if (number <= MOST_INSTANCES)
      return { kind: 'instances', keying: 'count', values: counted(Math.max(0, Math.floor(number))), keys }
    const because = [`count is ${number}, more than are looked at one by one`]
    return { kind: 'unknown', keying: 'count', element: known(null), keys, atMostOne: false, because }
  }
  const arms = armsOf(resolved).map(resolve)
  return {
    kind: 'unknown',
    keying: 'count',
    element: known(null),
    keys: collectionIdentity(resolved) ?? `@${place}`,
    atMostOne: arms.every((arm) => arm.kind === 'known' && Number(arm.value) <= 1),
    because: reasons(resolved),
  }
}

/** The instances of a `count`, made only when somebody asks for one. */
const counted = (size: number): Instances => {
  const has = (key: string | number): boolean =>
    typeof key === 'number' && Number.isInteger(key) && key >= 0 && key < size
  return {
    size,
    has,
    get: (key) => (has(key) ? known(key) : undefined),
    keys: () => Array.from({ length: size }, (_, index) => index).values(),
  }
}

export const expandForEach = (forEach: Value, place: string): Expansion => {
  const resolved = resolve(forEach)
  if (resolved.sensitive) {
    const because = ['for_each is made of a sensitive value, which Terraform refuses']
    return {
      kind: 'unknown',
      keying: 'for_each',
      element: unknown(because),
      keys: `@${place}`,
      atMostOne: false,
      because,
    }
  }
  const elements = collectionElements(resolved)
  if (elements) {
    return {
      kind: 'instances',
      keying: 'for_each',
      values: elements,
      keys: collectionIdentity(resolved) ?? `@${place}`,
    }
  }
  const keys = collectionIdentity(resolved) ?? `@${place}`
  return {
    kind: 'unknown',
    keying: 'for_each',
    element: isSet(resolved) ? unknown(reasons(resolved), eachKeyIdentity(keys)) : elementOf(resolved),
    keys,
    atMostOne: armsOf(resolved).every((arm) => (collectionElements(resolve(arm))?.size ?? 2) <= 1),
    because: reasons(resolved),
  }
}

/** Keys and values of a collection all of whose keys are known. */
const collectionElements = (value: Value): ReadonlyMap<string, Value> | undefined => {
  if (value.kind === 'mapping') return value.entries
  if (value.kind === 'opaque') {
    const all = value.instances.all()
    return all.kind === 'mapping' ? all.entries : undefined
  }
  if (value.kind !== 'list') return undefined
  const elements = new Map<string, Value>()
  for (const item of value.items) {
    const key = resolve(item)
    if (key.kind !== 'known' || key.value === null) return undefined
    elements.set(String(key.value), item)
  }
  return elements
}

const elementOf = (value: Value): Value => {
  switch (value.kind) {
    case 'repeated':
      return value.element
    case 'opaque': {
      const all = value.instances.all()
      return all.kind === 'repeated' ? all.element : unknown(reasons(all))
    }
    case 'unknown':
      return value.id === undefined ? unknown(value.because) : unknown(value.because, `element(${value.id})`)
    case 'choice': {
      const singles = value.arms.flatMap((arm) => [
        ...(collectionElements(resolve(arm))?.values() ?? [unknown(value.because)]),
      ])
      const [only] = singles
      return singles.length === 1 && only ? only : unknown(value.because)
    }
    default:
      return unknown(reasons(value))
  }
}

/** In a set `each.value` is `each.key`. */
const isSet = (value: Value): boolean =>
  value.kind === 'repeated' ? value.type === 'set' : value.kind === 'unknown' && value.set === true

/** Functions that hand the keys of a collection on unchanged: two collections that differ only by them pair. */
const KEY_PRESERVING = /^(?:toset\(keys\((.*)\)\)|(?:tomap|length|nonsensitive|sensitive|unknown)\((.*)\))$/s

/** Equal for two collections that are certain to have the same keys; `undefined` where nobody can tell. */
const collectionIdentity = (value: Value): string | undefined => {
  if (value.kind === 'repeated') return value.keys
  if (value.kind === 'opaque') return value.instances.keys
  let id = value.kind === 'unknown' || value.kind === 'choice' ? value.id : identity(value)
  for (let match = peel(id); match; match = peel(id)) id = match[1] ?? match[2]
  return compact(id)
}

/** `length(x) > 0 ? 1 : 0` of what there is one or none of: as many. */
const GUARD = /^\(unknown\(\(unknown\(length\((\(.*\?1\?0\))\)\)>0\)\)\?1\?0\)$/s

const peel = (id: string | undefined): RegExpExecArray | null =>
  id === undefined ? null : (KEY_PRESERVING.exec(spelledOut(id)) ?? GUARD.exec(spelledOut(id)))

/** The key of the one instance that stands for an unknown expansion, or of each known one. */
export const instanceKeys = (expansion: Expansion): readonly InstanceKey[] => {
  switch (expansion.kind) {
    case 'single':
      return [{ kind: 'none' }]
    case 'instances':
      return [...expansion.values.keys()].map((value) => ({ kind: 'known', value }))
    case 'unknown':
      return [{ kind: 'each', keys: expansion.keys, because: expansion.because }]
    default:
      return expansion satisfies never
  }
}

export const repetition = (expansion: Expansion, key: InstanceKey): Repetition | undefined => {
  if (expansion.kind === 'single') return undefined
  const { keying } = expansion
  if (key.kind === 'known') {
    const value = expansion.kind === 'instances' ? expansion.values.get(key.value) : expansion.element
    return { keying, key, keyValue: known(key.value), eachValue: value ?? unknown(`${keying} has no such key`) }
  }
  const because = key.kind === 'none' ? [] : key.because
  return {
    keying,
    key,
    keyValue: unknown(because, key.kind === 'each' ? eachKeyIdentity(key.keys) : undefined),
    eachValue: expansion.kind === 'unknown' && key.kind === 'each' ? expansion.element : unknown(because),
  }
}
