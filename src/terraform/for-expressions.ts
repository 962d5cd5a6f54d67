import type { ForExpression } from '../hcl/syntax.js'
import { toBool, toStringValue } from './conversion.js'
import type { Evaluator } from './evaluator.js'
import { evaluate } from './expressions.js'
import { compact, eachKeyIdentity } from './identity.js'
import { bind, type Scope } from './scope.js'
import type { Value } from './value.js'
import {
  failure,
  hasFailed,
  identity,
  known,
  list,
  mapArms,
  mapping,
  merged,
  reasons,
  resolve,
  unknown,
} from './values.js'

/** A collection as a `for` sees it: its keys and values, or one that stands for all of them. */
type Elements =
  | { readonly kind: 'known'; readonly ordered: boolean; readonly elements: readonly (readonly [Value, Value])[] }
  | {
      readonly kind: 'repeated'
      readonly key: Value
      readonly value: Value
      readonly keys: string | undefined
      readonly because: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly because: readonly string[] }

export const forEachElement = (collection: Value): Elements => {
  const value = collection.kind === 'opaque' ? collection.instances.all() : resolve(collection)
  switch (value.kind) {
    case 'list':
      return {
        kind: 'known',
        ordered: true,
        elements: value.items.map((item, index) => [value.type === 'set' ? item : known(index), item] as const),
      }
    case 'mapping':
      return {
        kind: 'known',
        ordered: false,
        elements: [...value.entries].map(([key, entry]) => [known(key), entry] as const),
      }
    case 'repeated':
      return {
        kind: 'repeated',
        key: value.type === 'set' ? value.element : unknown(value.because, eachKeyIdentity(value.keys)),
        value: value.element,
        keys: value.keys,
        because: value.because,
      }
    case 'unknown':
    case 'symbolic': {
      const id = value.kind === 'unknown' ? value.id : identity(value)
      const because = reasons(value)
      return {
        kind: 'repeated',
        key: unknown(because, id === undefined ? undefined : eachKeyIdentity(id)),
        value: unknown(
          because,
          id === undefined ? undefined : value.kind === 'unknown' && value.set ? eachKeyIdentity(id) : `element(${id})`,
        ),
        keys: id,
        because,
      }
    }
    default:
      return { kind: 'unknown', because: reasons(value) }
  }
}

export const evaluateFor = (evaluator: Evaluator, expression: ForExpression, scope: Scope): Value => {
  const collection = evaluate(evaluator, expression.collection, scope)
  if (hasFailed(collection)) return collection
  return mapArms(collection, (arm) => over(evaluator, expression, scope, arm))
}

const over = (evaluator: Evaluator, expression: ForExpression, scope: Scope, collection: Value): Value => {
  const elements = forEachElement(collection)
  if (elements.kind === 'unknown') return unknown(elements.because)
  const inside = (key: Value, value: Value): Scope => {
    const names: [string, Value][] = expression.keyName === undefined ? [] : [[expression.keyName, key]]
    return bind(scope, [...names, [expression.valueName, value]])
  }
  if (elements.kind === 'repeated')
    return overRepeated(evaluator, expression, elements, inside(elements.key, elements.value))

  const items: { readonly key: Value | undefined; readonly value: Value }[] = []
  for (const [key, value] of elements.elements) {
    const element = inside(key, value)
    if (expression.condition) {
      const wanted = toBool(resolve(evaluate(evaluator, expression.condition, element)))
      if (hasFailed(wanted)) return wanted
      if (wanted.kind !== 'known') return unknown(reasons(wanted))
      if (wanted.value !== true) continue
    }
    items.push({
      key: expression.key && toStringValue(resolve(evaluate(evaluator, expression.key, element))),
      value: evaluate(evaluator, expression.value, element),
    })
  }
  return expression.key === undefined
    ? list(
        'tuple',
        items.map((item) => item.value),
      )
    : asObject(items, expression.grouping)
}

const asObject = (
  items: readonly { readonly key: Value | undefined; readonly value: Value }[],
  grouping: boolean,
): Value => {
  const groups = new Map<string, Value[]>()
  for (const { key, value } of items) {
    if (key === undefined || key.kind !== 'known' || key.value === null) {
      return key && hasFailed(key) ? key : unknown(merged(['a key is not known'], key ? reasons(key) : []))
    }
    const group = groups.get(String(key.value))
    if (group && !grouping) return failure('two elements have the same key')
    if (group) group.push(value)
    else groups.set(String(key.value), [value])
  }
  const entries = [...groups].map(
    ([key, values]) => [key, grouping ? list('tuple', values) : (values[0] ?? known(null))] as const,
  )
  return mapping('object', entries)
}

/** A `for` over a collection of unknown length keeps its keys where it passes them on unfiltered. */
const overRepeated = (
  evaluator: Evaluator,
  expression: ForExpression,
  elements: Elements & { kind: 'repeated' },
  scope: Scope,
): Value => {
  const wanted = expression.condition && toBool(resolve(evaluate(evaluator, expression.condition, scope)))
  const unfiltered = wanted === undefined || (wanted.kind === 'known' && wanted.value === true)
  if (wanted?.kind === 'known' && wanted.value === false) {
    return expression.key === undefined ? list('tuple', []) : mapping('object', [])
  }
  const key = expression.key && evaluate(evaluator, expression.key, scope)
  const keyId = key?.kind === 'unknown' ? key.id : key && identity(key)
  const sameKeys =
    key === undefined || (elements.key.kind === 'unknown' && keyId !== undefined && keyId === elements.key.id)
  const filterId = unfiltered ? '' : wanted?.kind === 'unknown' ? wanted.id : undefined
  const value = evaluate(evaluator, expression.value, scope)
  const because = merged(elements.because, wanted && !unfiltered ? reasons(wanted) : [])
  const keys =
    elements.keys === undefined || filterId === undefined || (key !== undefined && keyId === undefined)
      ? undefined
      : compact(
          `${sameKeys ? elements.keys : `map(${elements.keys},${keyId})`}${filterId === '' ? '' : ` if ${filterId}`}`,
        )
  if (keys === undefined) return unknown(because)
  return {
    kind: 'repeated',
    type: expression.key === undefined ? 'tuple' : 'object',
    element: expression.grouping ? unknown(because) : value,
    keys,
    because,
  }
}
