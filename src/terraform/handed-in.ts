import type { Argument } from './configuration.js'
import type { Value } from './value.js'

/** Marks a value with the argument that handed it to a module, as deep as a list or an object goes; the first mark stays. */
export const handedIn = (value: Value, passed: Argument, done = new Map<Value, Value>()): Value => {
  const before = done.get(value)
  if (before) return before
  const mark = (inner: Value): Value => handedIn(inner, passed, done)
  const marked = mapInside(value.passed ? value : { ...value, passed }, mark)
  done.set(value, marked)
  return marked
}

/** The value with `change` applied to what it is made of. */
const mapInside = (value: Value, change: (inner: Value) => Value): Value => {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(change) }
    case 'mapping':
      return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, change(entry)])) }
    case 'choice':
      return { ...value, arms: value.arms.map(change) }
    case 'repeated':
      return { ...value, element: change(value.element) }
    case 'known':
    case 'symbolic':
    case 'text':
    case 'unknown':
    case 'opaque':
      return value
    default:
      return value satisfies never
  }
}
