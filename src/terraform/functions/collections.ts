import {
  choice,
  compareCodePoints,
  failure,
  known,
  list,
  MAXIMUM_ARMS,
  mapping,
  repeated,
  unknown,
} from '../construct.js'
import { convert, toBool, toNumber, toStringValue, typeName } from '../conversion.js'
import { equal } from '../equality.js'
import { eachKeyIdentity } from '../identity.js'
import { reasons } from '../reasons.js'
import { withoutDuplicates } from '../set.js'
import { isLeftOut } from '../steps.js'
import { commonType, unify } from '../unification.js'
import type { List, Mapping, Repeated, Value } from '../value.js'
import { type Call, type Definition, type FunctionTable, Refusal, undecided, variadic } from './definition.js'
import { graphemes } from './graphemes.js'
import { callKeys, mixture } from './sets.js'
import { anElement, isName, keyed, sequence, step } from './structure.js'

const MANY = Number.POSITIVE_INFINITY

const structural = (minimum: number, maximum: number, apply: (call: Call) => Value): Definition => ({
  arity: [minimum, maximum],
  sees: 'collections',
  apply,
})

/** A function of one list, which it rearranges. */
const ofSequence = (apply: (items: readonly Value[], call: Call, from: List) => Value): Definition =>
  structural(1, 1, (call) => {
    const from = sequence(argument(call, 0))
    if (from === undefined) return undecided(call)
    // In another order or with fewer elements it is another collection, of elements that look the same.
    return from.kind === 'repeated' ? { ...from, type: 'list', keys: callKeys(call) } : apply(from.items, call, from)
  })

const argument = ({ args }: Call, at: number): Value => {
  const value = args[at]
  if (value === undefined) throw new Refusal('an argument is missing')
  return value
}

const NOTHING_IN_COMMON = 'the elements have no type in common'

const isNull = (value: Value): boolean =>
  value.kind === 'symbolic'
    ? value.value !== undefined && isNull(value.value)
    : value.kind === 'known' && value.value === null

/** Null or the empty string; `undefined` where that is not known. */
const isBlank = (value: Value): boolean | undefined => {
  switch (value.kind) {
    case 'known':
      return value.value === null || value.value === ''
    case 'symbolic':
      if (value.value !== undefined) return isBlank(value.value)
      return isName(value) ? false : undefined
    case 'text':
      // Known parts are never empty; without one it takes a part that is not blank.
      return value.parts.some((part) => typeof part === 'string' || isBlank(part) === false) ? false : undefined
    case 'list':
    case 'mapping':
    case 'repeated':
    case 'opaque':
      return false
    case 'choice': {
      const answers = new Set(value.arms.map(isBlank))
      const [only] = answers
      return answers.size === 1 ? only : undefined
    }
    case 'unknown':
      return undefined
    default:
      return value satisfies never
  }
}

const coalesce = ({ name, args }: Call): Value => {
  const arms: Value[] = []
  const type = commonType(args)
  if (type === undefined) return failure(`${name}(): the arguments have no type in common`)
  for (const arg of args) {
    const blank = isBlank(arg)
    if (blank === true) continue
    arms.push(convert(arg, type))
    if (blank === false) return choice(arms, reasons(arms.slice(0, -1)))
  }
  if (arms.length > 0) return choice(arms, reasons(arms))
  return failure(`${name}(): no argument that is neither null nor empty`)
}

const coalescelist = (call: Call): Value => {
  const arms: Value[] = []
  for (const arg of call.args) {
    const items = sequence(arg)
    if (items?.type === 'set') return failure('coalescelist(): a set is no list')
    if (items?.kind === 'list' && items.items.length === 0) continue
    arms.push(arg)
    if (items?.kind === 'list') return choice(arms, reasons(arms.slice(0, -1)))
  }
  return arms.length > 0 ? choice(arms, reasons(arms)) : failure('coalescelist(): no argument that is not empty')
}

const element = (call: Call): Value => {
  const from = argument(call, 0)
  const index = toNumber(argument(call, 1))
  if (from.kind === 'symbolic' && from.value === undefined) {
    return index.kind === 'known' && typeof index.value === 'number' ? step(from, index.value) : undecided(call)
  }
  const items = sequence(from)
  if (items === undefined) return undecided(call)
  if (items.type === 'set') return failure('element(): a set has no order')
  if (items.kind === 'repeated') return anElement(items)
  if (items.items.length === 0) return failure('element(): the list is empty')
  const at = index.kind === 'symbolic' ? index.value : index
  if (at?.kind !== 'known') return choice(items.items, reasons([index]))
  if (typeof at.value !== 'number' || !Number.isInteger(at.value) || at.value < 0) {
    return failure('element(): the index must be a whole number from 0 on')
  }
  return items.items[at.value % items.items.length] ?? undecided(call)
}

const lookup = (call: Call): Value => {
  const [from, key, fallback] = [argument(call, 0), toStringValue(argument(call, 1)), call.args[2]]
  const name = key.kind === 'symbolic' ? key.value : key
  const others = fallback === undefined ? [] : [fallback]
  if (from.kind === 'symbolic' && from.value === undefined) {
    if (name?.kind !== 'known' || typeof name.value !== 'string') return undecided(call)
    if (isLeftOut(from, name.value))
      return fallback ?? failure(`lookup(): its type has no ${JSON.stringify(name.value)}`)
    return choice([step(from, name.value), ...others], reasons([from]))
  }
  const map = keyed(from)
  if (map === undefined) return undecided(call)
  if (map.kind === 'repeated') return choice([anElement(map), ...others], map.because)
  if (name?.kind !== 'known') {
    const arms = [...map.entries.values(), ...others]
    return arms.length === 0 ? undecided(call) : choice(arms, reasons([key]))
  }
  if (typeof name.value !== 'string') return failure('lookup(): the key is null')
  const found = map.entries.get(name.value)
  if (found === undefined && fallback !== undefined) {
    return map.type === 'object'
      ? fallback
      : convert(fallback, commonType([...map.entries.values()]) ?? { kind: 'any' })
  }
  return found ?? failure(`lookup(): no element with the key ${JSON.stringify(name.value)}`)
}

const keys = (call: Call): Value => {
  const map = keyed(argument(call, 0))
  if (map === undefined) return undecided(call)
  if (map.kind === 'mapping') return list(map.type === 'object' ? 'tuple' : 'list', [...map.entries.keys()].map(known))
  return { ...map, type: 'list', element: unknown(map.because, eachKeyIdentity(map.keys)) }
}

const values = (call: Call): Value => {
  const map = keyed(argument(call, 0))
  if (map === undefined) return undecided(call)
  return map.kind === 'repeated'
    ? { ...map, type: 'list' }
    : list(map.type === 'object' ? 'tuple' : 'list', [...map.entries.values()])
}

const merge = (call: Call): Value => {
  const maps: (Mapping | Repeated)[] = []
  for (const arg of call.args) {
    if (isNull(arg)) continue
    const map = keyed(arg)
    if (map === undefined) return undecided(call)
    maps.push(map)
  }
  const filled = maps.filter((map) => map.kind === 'repeated' || map.entries.size > 0)
  if (filled.every((map) => map.kind === 'mapping')) {
    const type = maps.every((map) => map.type === 'map') ? 'map' : 'object'
    return mapping(
      type,
      filled.flatMap((map) => [...map.entries]),
    )
  }
  const [only] = filled
  if (only !== undefined && filled.length === 1) return only
  const because = reasons(filled)
  const elements = filled.flatMap((map) => (map.kind === 'repeated' ? [map.element] : [...map.entries.values()]))
  return repeated('map', choice(elements, because), callKeys(call), because)
}

const zipmap = (call: Call): Value => {
  const names = sequence(argument(call, 0))
  const contents = sequence(argument(call, 1))
  if (names === undefined || contents === undefined) return undecided(call)
  if (names.kind === 'repeated' || contents.kind === 'repeated') {
    if (names.kind !== 'repeated' || contents.kind !== 'repeated' || names.keys !== contents.keys)
      return undecided(call)
    return { ...contents, type: 'map' }
  }
  if (names.items.length !== contents.items.length) return failure('zipmap(): as many keys as values are required')
  const entries: [string, Value][] = []
  for (const [at, item] of names.items.entries()) {
    const name = toStringValue(item)
    const text = name.kind === 'symbolic' ? name.value : name
    if (text?.kind !== 'known') return undecided(call)
    if (typeof text.value !== 'string') return failure('zipmap(): a key is null')
    entries.push([text.value, contents.items[at] ?? known(null)])
  }
  return mapping(contents.type === 'list' ? 'map' : 'object', entries)
}

const concat = (call: Call): Value => {
  const all: (List | Repeated)[] = []
  for (const arg of call.args) {
    const items = sequence(arg)
    if (items === undefined) return undecided(call)
    if (items.type === 'set') return failure('concat(): all arguments must be lists or tuples, not sets')
    all.push(items)
  }
  if (all.every((items) => items.kind === 'list')) {
    const type = all.every((items) => items.type === 'list') ? 'list' : 'tuple'
    const items = all.flatMap((part) => part.items)
    return list(type, type === 'list' ? (unify(items) ?? items) : items)
  }
  const filled = all.filter((items) => items.kind === 'repeated' || items.items.length > 0)
  const [only] = filled
  return only !== undefined && filled.length === 1 ? only : mixture('list', call, filled)
}

/** How often lists within lists are followed; Terraform's own stack is not deeper. */
const DEEPEST = 1000

const flatten = (call: Call): Value => {
  const from = sequence(argument(call, 0))
  if (from === undefined) return undecided(call)
  const flat: Value[] = []
  const open: Repeated[] = []
  /** False where something is neither certain to be a list nor certain to be none. */
  const add = (item: Value, depth: number): boolean => {
    if (depth > DEEPEST) return false
    switch (item.kind) {
      case 'list':
        return item.items.every((inner) => add(inner, depth + 1))
      case 'repeated':
        if (item.type === 'map' || item.type === 'object') flat.push(item)
        else {
          open.push(item)
          return add(item.element, depth + 1)
        }
        return true
      case 'opaque':
        if (item.instances.keying === 'count') return add(item.instances.all(), depth + 1)
        flat.push(item)
        return true
      case 'symbolic':
        if (item.value?.kind === 'list') {
          const inner = sequence(item)
          return inner !== undefined && add(inner, depth + 1)
        }
        flat.push(item)
        return item.value !== undefined || item.path.length === 0 || isName(item)
      case 'choice':
        flat.push(item)
        return item.arms.every((arm) => arm.kind !== 'list' && arm.kind !== 'repeated' && arm.kind !== 'unknown')
      case 'unknown':
        return false
      case 'known':
      case 'mapping':
      case 'text':
        flat.push(item)
        return true
      default:
        return item satisfies never
    }
  }
  if (!add(from, 0)) return undecided(call)
  if (open.length === 0) return list('tuple', flat)
  const because = reasons(open)
  if (flat.length === 0) return list('tuple', [])
  const sole = open.length === 1 && flat.length === 1 ? open[0] : undefined
  return repeated('list', choice(flat, because), sole?.keys ?? callKeys(call), because)
}

const one = (call: Call): Value => {
  const from = argument(call, 0)
  if (from.kind === 'symbolic' && from.value === undefined) return step(from, 0)
  const items = sequence(from)
  if (items === undefined) return undecided(call)
  if (items.kind === 'repeated') return anElement(items)
  const [first, second] = items.items
  if (first === undefined) return known(null)
  if (second === undefined) return first
  // Elements of a set that are not known may turn out to be the same.
  if (items.type === 'set' && equalAny(items.items)) return undecided(call)
  return failure('one(): more than one element')
}

/** Whether two neighbours may be equal. */
const equalAny = (items: readonly Value[]): boolean =>
  items.some((item, at) => items.slice(at + 1, at + 2).some((other) => equal(item, other) === undefined))

const length = (call: Call): Value => {
  const value = argument(call, 0)
  const content = value.kind === 'symbolic' ? value.value : value
  if (content?.kind === 'known' && typeof content.value === 'string') return known(graphemes(content.value).length)
  switch (content?.kind) {
    case 'list':
      return content.type === 'set' && equalAny(content.items) ? undecided(call) : known(content.items.length)
    case 'mapping':
      return known(content.entries.size)
    case 'repeated':
      return unknown(content.because, `length(${content.keys})`)
    case 'known':
      return failure(`length(): a collection or a string is required, not ${typeName(content)}`)
    default:
      return undecided(call)
  }
}

const contains = (call: Call): Value => {
  const items = sequence(argument(call, 0))
  if (items === undefined || items.kind === 'repeated') return undecided(call)
  const wanted = argument(call, 1)
  if (isNull(wanted)) return failure('contains(): null is never contained')
  const answers = items.items.map((item) => equal(item, wanted))
  if (answers.includes(true)) return known(true)
  return answers.includes(undefined) ? undecided(call) : known(false)
}

const index = (call: Call): Value => {
  const items = sequence(argument(call, 0))
  if (items === undefined || items.kind === 'repeated') return undecided(call)
  if (items.type === 'set') return failure('index(): a set has no order')
  for (const [at, item] of items.items.entries()) {
    const same = equal(item, argument(call, 1))
    if (same === undefined) return undecided(call)
    if (same) return known(at)
  }
  return failure('index(): no such element')
}

/** Each list that can come out where some items may or may not repeat an earlier one. */
const distinct = (items: readonly Value[], call: Call): Value => {
  const unified = unify(items)
  if (unified === undefined) return failure(NOTHING_IN_COMMON)
  const different = withoutDuplicates(unified)
  if (different.every(({ kind }) => kind === 'known')) return list('list', different)
  let lists: readonly (readonly Value[])[] = [[]]
  for (const item of different) {
    // Known values that are no duplicates differ from all other known ones.
    lists = lists.flatMap((kept) => {
      const answers = kept.map((other) =>
        item.kind === 'known' && other.kind === 'known' ? false : equal(item, other),
      )
      if (answers.includes(true)) return [kept]
      return answers.includes(undefined) ? [[...kept, item], kept] : [[...kept, item]]
    })
    if (lists.length > MAXIMUM_ARMS) return undecided(call)
  }
  return choice(
    lists.map((kept) => list('list', kept)),
    reasons(unified),
  )
}

/** Each list that can come out where some items may or may not be there. */
const compact = (items: readonly Value[], call: Call): Value => {
  const unified = items.map(toStringValue)
  const failed = unified.find((item) => item.kind === 'unknown' && item.failed)
  if (failed !== undefined) return failed
  let lists: readonly (readonly Value[])[] = [[]]
  for (const item of unified) {
    const blank = isBlank(item)
    if (blank === true) continue
    lists = lists.flatMap((kept) => (blank === undefined ? [[...kept, item], kept] : [[...kept, item]]))
    if (lists.length > MAXIMUM_ARMS) return undecided(call)
  }
  return choice(
    lists.map((kept) => list('list', kept)),
    reasons(unified),
  )
}

const slice = (call: Call): Value => {
  const items = sequence(argument(call, 0))
  const [start, end] = [toNumber(argument(call, 1)), toNumber(argument(call, 2))]
  if (items?.type === 'set') return failure('slice(): a set has no order')
  if (items?.kind === 'repeated') return { ...items, keys: callKeys(call) }
  if (start.kind !== 'known' || end.kind !== 'known') return undecided(call)
  const [from, to] = [Number(start.value), Number(end.value)]
  if (items === undefined) return sliceOfUnknown(call, from, to)
  if (from < 0 || to < from || to > items.items.length) return failure('slice(): the indexes lie outside of the list')
  return list(items.type, items.items.slice(from, to))
}

/** Longer ones are not made up element by element. */
const LONGEST_SLICE = 64

/** The elements are not known, their number is: Terraform refuses a slice that reaches beyond the list. */
const sliceOfUnknown = (call: Call, from: number, to: number): Value => {
  const of = argument(call, 0)
  const isCounted =
    Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to - from <= LONGEST_SLICE
  if (!isCounted || of.kind !== 'symbolic' || of.value !== undefined) return undecided(call)
  return list(
    'list',
    Array.from({ length: to - from }, (_, at) => step(of, from + at)),
  )
}

const chunklist = (call: Call): Value => {
  const items = sequence(argument(call, 0))
  const size = toNumber(argument(call, 1))
  if (items === undefined || items.kind === 'repeated' || size.kind !== 'known') return undecided(call)
  const count = Number(size.value)
  if (count < 0) return failure('chunklist(): the size must not be negative')
  const chunks: Value[] = []
  const width = count === 0 ? Math.max(items.items.length, 1) : count
  for (let at = 0; at < items.items.length; at += width) chunks.push(list('list', items.items.slice(at, at + width)))
  return list('list', chunks)
}

const matchkeys = (call: Call): Value => {
  const [contents, names, wanted] = [0, 1, 2].map((at) => sequence(argument(call, at)))
  if (contents?.kind !== 'list' || names?.kind !== 'list' || wanted?.kind !== 'list') return undecided(call)
  if (contents.items.length !== names.items.length) return failure('matchkeys(): as many keys as values are required')
  const kept: Value[] = []
  const unified = unify([...names.items, ...wanted.items])
  if (unified === undefined) return failure(NOTHING_IN_COMMON)
  const sought = unified.slice(names.items.length)
  for (const [at, name] of unified.slice(0, names.items.length).entries()) {
    const answers = sought.map((other) => equal(name, other))
    const content = contents.items[at]
    if (answers.includes(true) && content !== undefined) kept.push(content)
    else if (answers.includes(undefined)) return undecided(call)
  }
  return list('list', kept)
}

const transpose = (call: Call): Value => {
  const map = keyed(argument(call, 0))
  if (map?.kind !== 'mapping') return undecided(call)
  const turned = new Map<string, Value[]>()
  for (const [key, entry] of map.entries) {
    const items = sequence(entry)
    if (items?.kind !== 'list') return undecided(call)
    for (const item of items.items) {
      const text = toStringValue(item)
      if (text.kind !== 'known') return undecided(call)
      if (typeof text.value !== 'string') return failure('transpose(): an element is null')
      turned.set(text.value, [...(turned.get(text.value) ?? []), known(key)])
    }
  }
  return mapping(
    'map',
    Array.from(turned, ([key, items]) => [key, list('list', items)]),
  )
}

/** `alltrue` and `anytrue`: one `decisive` element is enough. */
const quantifier = (decisive: boolean): Definition =>
  structural(1, 1, (call) => {
    const items = sequence(argument(call, 0))
    if (items === undefined || items.kind === 'repeated') return undecided(call)
    let open = false
    for (const item of items.items) {
      const bool = toBool(item)
      const content = bool.kind === 'symbolic' ? bool.value : bool
      if (content?.kind === 'unknown' && content.failed) return content
      if (content?.kind !== 'known') open = true
      else if ((content.value ?? false) === decisive) return known(decisive)
    }
    return open ? undecided(call) : known(!decisive)
  })

const sort = (items: readonly Value[], call: Call): Value => {
  const texts: string[] = []
  for (const item of items) {
    const text = toStringValue(item)
    const content = text.kind === 'symbolic' ? text.value : text
    if (content?.kind === 'unknown' && content.failed) return content
    if (content?.kind === 'known') {
      if (typeof content.value !== 'string') return failure('sort(): an element is null')
      texts.push(content.value)
    } else return items.length === 1 ? list('list', items) : undecided(call)
  }
  return list('list', texts.sort(compareCodePoints).map(known))
}

const sum = (call: Call): Value => {
  const items = sequence(argument(call, 0))
  if (items === undefined || items.kind === 'repeated') return undecided(call)
  if (items.items.length === 0) return failure('sum(): the list is empty')
  let total = 0
  for (const item of items.items) {
    const number = toNumber(item)
    const content = number.kind === 'symbolic' ? number.value : number
    if (content?.kind === 'unknown' && content.failed) return content
    if (content?.kind !== 'known') return undecided(call)
    if (typeof content.value !== 'number') return failure('sum(): an element is null')
    total += content.value
  }
  return known(decimal(total))
}

/** Terraform counts in decimals of 150 digits; this takes the binary dust off a sum of a few. */
export const decimal = (value: number): number =>
  Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15))

const range = variadic([], 'number', [1, 3], (_, numbers) => {
  const [first = 0, second, third] = numbers
  const [start, limit] = second === undefined ? [0, first] : [first, second]
  const width = third ?? (limit < start ? -1 : 1)
  if (start === limit) return list('list', [])
  if (width === 0) throw new Refusal('the step must not be zero')
  if (start < limit !== width > 0) throw new Refusal('the step leads away from the limit')
  const items: Value[] = []
  for (let count = 0; ; count += 1) {
    const next = decimal(start + count * width)
    if (width > 0 ? next >= limit : next <= limit) return list('list', items)
    if (items.length >= 1024) throw new Refusal('more than 1024 elements')
    items.push(known(next))
  }
})

export const collections: FunctionTable = {
  alltrue: quantifier(false),
  anytrue: quantifier(true),
  chunklist: structural(2, 2, chunklist),
  coalesce: structural(1, MANY, coalesce),
  coalescelist: structural(1, MANY, coalescelist),
  compact: ofSequence(compact),
  concat: structural(1, MANY, concat),
  contains: structural(2, 2, contains),
  distinct: ofSequence(distinct),
  element: structural(2, 2, element),
  flatten: structural(1, 1, flatten),
  index: structural(2, 2, index),
  keys: structural(1, 1, keys),
  length: structural(1, 1, length),
  lookup: structural(2, 3, lookup),
  matchkeys: structural(3, 3, matchkeys),
  merge: structural(0, MANY, merge),
  one: structural(1, 1, one),
  range,
  reverse: ofSequence((items, _, from) => list(from.type === 'tuple' ? 'tuple' : 'list', items.toReversed())),
  slice: structural(3, 3, slice),
  sort: ofSequence(sort),
  sum: structural(1, 1, sum),
  transpose: structural(1, 1, transpose),
  values: structural(1, 1, values),
  zipmap: structural(2, 2, zipmap),
}
