import { instanceIdentity } from './address.js'
import type { ResourceInstanceReference } from './reference.js'
import type { Known, Symbolic, Value } from './value.js'

/**
 * The same text for two values that are certain to be equal; `undefined` where nothing is certain. Text of different
 * values may still stand for equal ones. Holds sensitive values in clear: never to be shown.
 */
export const identity = (value: Value): string | undefined => {
  if (value.kind === 'known') return JSON.stringify(value.value)
  const remembered = identities.get(value)
  if (remembered !== undefined) return remembered || undefined
  const id = compact(describe(value))
  identities.set(value, id ?? '')
  return id
}

/** Values are never changed, and one may stand in many places: each is described once. An empty text is no identity. */
const identities = new WeakMap<Value, string>()

/** The identity of `each.key` (`count.index`) within a collection of unknown length. */
export const eachKeyIdentity = (keys: string): string => compact(`each.key(${keys})`)

/** Longer ones are numbered, so that what is made of them, again and again, stays short. */
const LONGEST = 256
const numbers = new Map<string, string>()
const texts = new Map<string, string>()

/** A short text in place of a long one, the same for equal ones. */
export const compact = <T extends string | undefined>(id: T): T | string => {
  if (id === undefined || id.length <= LONGEST) return id
  const known = numbers.get(id)
  if (known !== undefined) return known
  const short = `#${numbers.size}`
  numbers.set(id, short)
  texts.set(short, id)
  return short
}

/** What a short text stands for. */
export const spelledOut = (id: string): string => texts.get(id) ?? id

const describe = (value: Exclude<Value, Known>): string | undefined => {
  switch (value.kind) {
    case 'list':
      return all(value.type, value.items.map(identity))
    case 'mapping':
      return all(
        value.type,
        Array.from(value.entries, ([key, entry]) => {
          const id = identity(entry)
          return id === undefined ? undefined : `${JSON.stringify(key)}=${id}`
        }),
      )
    case 'text':
      return all(
        'text',
        value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : identity(part))),
      )
    case 'symbolic':
      return symbolicIdentity(value)
    case 'repeated': {
      const element = identity(value.element)
      return element === undefined ? undefined : `repeated ${value.type}(${JSON.stringify(value.keys)},${element})`
    }
    case 'unknown':
      return value.id === undefined ? undefined : `unknown(${value.id})`
    case 'opaque':
      return `instances(${serial(value.instances)})`
    case 'choice':
      // Two undecided conditions with the same arms may be decided differently.
      return value.id === undefined ? undefined : `choice(${value.id})`
    default:
      return value satisfies never
  }
}

const all = (type: string, parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) ? undefined : `${type}(${parts.join(',')})`

const symbolicIdentity = ({ of, path, pathLost }: Symbolic): string | undefined =>
  pathLost || isAnyInstance(of) ? undefined : `symbolic(${instanceIdentity(of)},${JSON.stringify(path)})`

/** One of several instances, and nobody knows which: then the next such one may be another. */
const isAnyInstance = (of: ResourceInstanceReference): boolean => {
  if (of.key.kind === 'any') return true
  for (let parent = of.module.parent; parent !== undefined; parent = parent.instance.parent) {
    if (parent.key.kind === 'any') return true
  }
  return false
}

const serials = new WeakMap<object, number>()
let lastSerial = 0

const serial = (object: object): number => {
  const assigned = serials.get(object)
  if (assigned !== undefined) return assigned
  lastSerial += 1
  serials.set(object, lastSerial)
  return lastSerial
}
