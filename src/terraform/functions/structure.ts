/** Looks into collections without losing what their elements stand for. */
import { markSensitive } from '../construct.js'
import { typeName } from '../conversion.js'
import type { List, Mapping, Repeated, Symbolic, Value } from '../value.js'
import { Refusal } from './definition.js'

/** The list, set or tuple that this is; `undefined` where that is not known. */
export const sequence = (value: Value): List | (Repeated & { type: List['type'] }) | undefined => {
  const opened = open(value)
  if (opened === undefined || opened.kind === 'list') return opened
  if (opened.kind === 'repeated' && opened.type !== 'map' && opened.type !== 'object') {
    return { ...opened, type: opened.type }
  }
  throw new Refusal(`a list is required, not ${typeName(opened)}`)
}

/** The map or object that this is; `undefined` where that is not known. */
export const keyed = (value: Value): Mapping | (Repeated & { type: Mapping['type'] }) | undefined => {
  const opened = open(value)
  if (opened === undefined || opened.kind === 'mapping') return opened
  if (opened.kind === 'repeated' && (opened.type === 'map' || opened.type === 'object')) {
    return { ...opened, type: opened.type }
  }
  throw new Refusal(`a map is required, not ${typeName(opened)}`)
}

/** The collection or primitive behind the value; `undefined` where that is not known. */
const open = (value: Value): Value | undefined => {
  switch (value.kind) {
    case 'known':
    case 'list':
    case 'mapping':
    case 'repeated':
    case 'text':
      return value
    case 'symbolic':
      return value.value === undefined ? undefined : within(value, value.value)
    case 'opaque':
      return open(value.instances.all())
    case 'choice':
    case 'unknown':
      return undefined
    default:
      return value satisfies never
  }
}

/** The known content of an attribute, its elements still being parts of that attribute. */
const within = (attribute: Symbolic, content: Value): Value | undefined => {
  const opened = open(content)
  if (opened?.kind === 'list' && opened.type !== 'set') {
    return { ...opened, items: opened.items.map((item, at) => step(attribute, at, item)) }
  }
  if (opened?.kind !== 'mapping') return opened
  const entries = new Map<string, Value>()
  for (const [key, entry] of opened.entries) entries.set(key, step(attribute, key, entry))
  return { ...opened, entries }
}

/** Two elements of a repetition that are not known need not be equal. */
export const anElement = ({ element }: Repeated): Value => {
  if (element.kind !== 'choice' && element.kind !== 'unknown') return element
  const { id: _, ...rest } = element
  return rest
}

/** A part of an attribute. */
export const step = (attribute: Symbolic, key: string | number, value?: Value): Symbolic => {
  const { value: _, path, ...rest } = attribute
  return { ...rest, path: attribute.pathLost ? [] : [...path, key], ...(value === undefined ? {} : { value }) }
}

/** Whether an attribute that is known only after apply is a single string, never null or empty: what AWS names things by. */
export const isName = ({ path, pathLost }: Symbolic): boolean => {
  const last = path.at(-1)
  return !pathLost && typeof last === 'string' && /(^|_)(id|arn|identifier|name|endpoint)$/.test(last)
}

export const mark = (value: Value, from: Value): Value => (from.sensitive ? markSensitive(value) : value)
