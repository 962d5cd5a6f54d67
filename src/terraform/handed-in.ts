import type { Argument } from './configuration.js'
import type { Value } from './value.js'

/** Marks a value with the argument that handed it to a module, as deep as a list or an object goes; the first mark stays. */
export const handedIn = (value: Value, passed: Argument): Value => {
  const marked = value.passed ? value : { ...value, passed }
  const mark = (inner: Value): Value => handedIn(inner, passed)
  switch (marked.kind) {
    case 'list':
      return { ...marked, items: once(passed, marked.items, () => marked.items.map(mark)) }
    case 'mapping': {
      const entries = (): ReadonlyMap<string, Value> =>
        new Map([...marked.entries].map(([key, entry]) => [key, mark(entry)]))
      return { ...marked, entries: once(passed, marked.entries, entries) }
    }
    case 'choice':
      return { ...marked, arms: once(passed, marked.arms, () => marked.arms.map(mark)) }
    case 'repeated':
      return { ...marked, element: mark(marked.element) }
    case 'known':
    case 'symbolic':
    case 'text':
    case 'unknown':
    case 'opaque':
      return marked
    default:
      return marked satisfies never
  }
}

/** One collection may be handed to each instance of a module, and stand in many places of another: it is marked once. */
const contents = new WeakMap<Argument, WeakMap<object, object>>()

const once = <T extends object>(passed: Argument, content: T, mark: () => T): T => {
  const ofArgument = contents.get(passed) ?? new WeakMap<object, object>()
  contents.set(passed, ofArgument)
  const before = ofArgument.get(content) as T | undefined
  if (before) return before
  const marked = mark()
  ofArgument.set(content, marked)
  return marked
}
