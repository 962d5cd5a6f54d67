import type { List, Repeated, Unknown, Value } from './value.js'
import {
  choice,
  derived,
  failure,
  hasFailed,
  known,
  list,
  mapArms,
  markSensitive,
  reasons,
  resolve,
  unknown,
} from './values.js'

/** Reads an attribute of a resource instance: what the configuration says, `undefined` where only an apply can tell. */
export type ReadAttribute = (of: Value & { kind: 'symbolic' }, name: string) => Value | undefined

/** `value.name` */
export const attributeOf = (value: Value, name: string, read: ReadAttribute): Value =>
  carryMark(value, stepInto(value, name, read))

/** `value[key]` */
export const elementAt = (value: Value, key: Value, read: ReadAttribute): Value => {
  if (value.kind === 'opaque') return carryMark(value, value.instances.at(key))
  return carryMark(
    value,
    mapArms(resolve(key), (arm) => {
      if (arm.kind === 'known' && (typeof arm.value === 'string' || typeof arm.value === 'number')) {
        if (arm.sensitive && value.kind === 'symbolic') return unknown('which element is meant is sensitive')
        const element = stepInto(value, arm.value, read)
        return arm.sensitive && hasFailed(element) ? failure('there is no element of a sensitive key') : element
      }
      return elementAtUnknown(value, arm)
    }),
  )
}

const stepInto = (value: Value, key: string | number, read: ReadAttribute): Value => {
  switch (value.kind) {
    case 'symbolic':
      return stepIntoSymbolic(value, key, read)
    case 'choice':
      return mapArms(value, (arm) => stepInto(arm, key, read))
    case 'mapping': {
      const entry = value.entries.get(String(key))
      return entry ?? failure(`there is no element ${JSON.stringify(String(key))}`)
    }
    case 'list': {
      const index = Number(key)
      const item = value.items[index]
      if (item && value.type !== 'set') return item
      return failure(`there is no element ${key} in a ${value.type} of ${value.items.length}`)
    }
    case 'opaque':
      return value.instances.at(known(key))
    case 'repeated':
      return value.element
    case 'unknown':
      return derived(value, typeof key === 'number' ? `[${key}]` : `.${key}`)
    case 'known':
    case 'text':
      return failure(
        `${value.kind === 'known' && value.value === null ? 'null' : 'a primitive value'} has no element ${key}`,
      )
    default:
      return value satisfies never
  }
}

/** Of an instance that was converted to `object({ arn = string })` nobody can read `key_id`. */
export const isLeftOut = ({ path, attributes }: Value & { kind: 'symbolic' }, name: string): boolean =>
  path.length === 0 && attributes !== undefined && !attributes.has(name)

const stepIntoSymbolic = (value: Value & { kind: 'symbolic' }, key: string | number, read: ReadAttribute): Value => {
  if (value.pathLost) return value
  if (isLeftOut(value, String(key))) return failure(`its type has no attribute ${JSON.stringify(String(key))}`)
  const inner = value.path.length === 0 ? read(value, String(key)) : value.value && stepInto(value.value, key, read)
  // A provider adds attributes that nobody wrote: what the configuration does not hold is known after apply, not missing.
  const held = inner && !(inner.kind === 'unknown' && inner.failed) ? inner : undefined
  return {
    kind: 'symbolic',
    of: value.of,
    path: [...value.path, key],
    ...(value.attributes && { attributes: value.attributes }),
    ...(held && { value: held }),
    ...(held?.sensitive && { sensitive: true }),
  }
}

const elementAtUnknown = (value: Value, key: Value): Value => {
  const because = reasons(key)
  const resolved = resolve(value)
  switch (resolved.kind) {
    case 'list':
      return resolved.items.length === 0 ? failure('the list is empty') : choice(resolved.items, because)
    case 'mapping':
      return resolved.entries.size === 0 ? failure('the map is empty') : choice([...resolved.entries.values()], because)
    case 'repeated':
      return resolved.element
    case 'unknown':
      return key.kind === 'unknown' && key.id !== undefined
        ? derived(resolved, `[${key.id}]`)
        : unknown([...resolved.because, ...because])
    default:
      return unknown([...reasons(resolved), ...because])
  }
}

/** `value[*]` or `value.*`: `each` is applied to every element. */
export const splat = (value: Value, each: (element: Value) => Value): Value => {
  const collection =
    value.kind === 'opaque'
      ? value.instances.all()
      : value.kind === 'symbolic' && value.path.length === 0
        ? value
        : resolve(value)
  switch (collection.kind) {
    case 'list':
      return carryMark(value, list(splatType(collection), collection.items.map(each)))
    case 'repeated':
      return carryMark(value, { ...collection, type: splatType(collection), element: each(collection.element) })
    case 'choice':
      return mapArms(collection, (arm) => splat(arm, each))
    case 'unknown':
      return splatUnknown(collection, each)
    case 'known':
      return collection.value === null ? list('tuple', []) : list('tuple', [each(collection)])
    case 'symbolic':
      return collection.path.length === 0 ? list('tuple', [each(collection)]) : unknown(reasons(collection))
    case 'mapping':
    case 'text':
      return list('tuple', [each(collection)])
    case 'opaque':
      return unknown('a splat over nested instances is not evaluated')
    default:
      return collection satisfies never
  }
}

/** A tuple's elements may each be of a type of their own. */
const splatType = ({ type }: List | Repeated): List['type'] => (type === 'list' || type === 'set' ? 'list' : 'tuple')

/** Of a collection of which nothing is known, each element is looked into all the same: two attributes of it differ. */
const splatUnknown = (collection: Unknown, each: (element: Value) => Value): Value => {
  const { id, because } = collection
  if (id === undefined || collection.failed) return derived(collection, '[*]')
  return { kind: 'repeated', type: 'tuple', element: each(unknown(because, `element(${id})`)), keys: id, because }
}

const carryMark = (from: Value, to: Value): Value => (from.sensitive ? markSensitive(to) : to)
