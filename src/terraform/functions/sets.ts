import { choice, failure, list, repeated, unknown } from '../construct.js'
import { equal } from '../equality.js'
import { identity } from '../identity.js'
import { reasons } from '../reasons.js'
import { asRepeatedSet, asSet } from '../set.js'
import { unify } from '../unification.js'
import type { Repeated, Value } from '../value.js'
import { type Call, type FunctionTable, isPlain, Refusal, undecided } from './definition.js'
import { sequence } from './structure.js'

type Sequence = NonNullable<ReturnType<typeof sequence>>

/** All arguments as sets of one element type; `undefined` where one of them is not known. */
const operands = ({ args }: Call): readonly Sequence[] | undefined => {
  const all = args.map(sequence)
  const found = all.filter((operand) => operand !== undefined)
  if (found.length !== all.length) return undefined
  const unified = unify(found.flatMap((operand) => (operand.kind === 'list' ? operand.items : [])))
  if (unified === undefined) throw new Refusal('the elements of the sets have no type in common')
  let at = 0
  return found.map((operand) => {
    if (operand.kind === 'repeated') return asRepeatedSet(operand)
    const items = unified.slice(at, at + operand.items.length)
    at += operand.items.length
    return asSet(items)
  })
}

const union = (call: Call): Value => {
  const all = operands(call)
  if (all === undefined) return undecided(call)
  if (all.every((operand) => operand.kind === 'list')) return asSet(all.flatMap(({ items }) => items))
  const filled = all.filter((operand) => operand.kind === 'repeated' || operand.items.length > 0)
  const [only] = filled
  return only !== undefined && filled.length === 1 ? only : mixture('set', call, filled)
}

/** A collection of unknown length, each element of which looks like an element of one of the others. */
export const mixture = (
  type: Repeated['type'],
  call: Call,
  all: readonly (Value & { kind: 'list' | 'repeated' })[],
): Value => {
  const because = reasons(all)
  const elements = all.flatMap((operand) => (operand.kind === 'list' ? operand.items : [operand.element]))
  return repeated(type, choice(elements, because), callKeys(call), because)
}

/** Names a collection by the call that makes it; one that cannot be named is like no other. */
export const callKeys = ({ name, args }: Call): string => {
  const ids = args.map((arg) => (arg.kind === 'repeated' ? arg.keys : identity(arg)))
  if (!ids.includes(undefined)) return `${name}(${ids.join(',')})`
  unnamed += 1
  return `${name}(#${unnamed})`
}

let unnamed = 0

/** Tells whether a set holds an item; `undefined` where that is not known. */
const membership = (set: Sequence): ((item: Value) => boolean | undefined) => {
  if (set.kind === 'repeated') return () => undefined
  const ids = new Set(set.items.map(identity))
  const open = set.items.filter((item) => !isPlain(item))
  return (item) => {
    if (ids.has(identity(item) ?? '')) return true
    const candidates = isPlain(item) ? open : set.items
    const answers = candidates.map((other) => equal(item, other))
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
  }
}

const intersection = (call: Call): Value => {
  const all = operands(call)
  const [first, ...others] = all ?? []
  if (first === undefined) return undecided(call)
  const empty = (all ?? []).find((operand) => operand.kind === 'list' && operand.items.length === 0)
  if (empty !== undefined) return empty
  if (others.length === 0) return first
  if (first.kind === 'repeated') return undecided(call)
  const kept: Value[] = []
  const memberships = others.map(membership)
  for (const item of first.items) {
    const answers = memberships.map((holds) => holds(item))
    if (answers.includes(false)) continue
    if (answers.includes(undefined)) return undecided(call)
    kept.push(item)
  }
  return asSet(kept)
}

const subtract = (call: Call): Value => {
  const all = operands(call)
  const [from, removed] = all ?? []
  if (from === undefined || removed === undefined) return undecided(call)
  if (removed.kind === 'list' && removed.items.length === 0) return from
  if (from.kind === 'repeated') {
    if (removed.kind === 'repeated' && removed.keys === from.keys && equal(removed.element, from.element)) {
      return list('set', [])
    }
    return { ...from, keys: callKeys(call) }
  }
  const kept: Value[] = []
  const holds = membership(removed)
  for (const item of from.items) {
    const answer = holds(item)
    if (answer === undefined) return undecided(call)
    if (!answer) kept.push(item)
  }
  return asSet(kept)
}

const product = (call: Call): Value => {
  const all: Sequence[] = []
  for (const arg of call.args) {
    const operand = sequence(arg)
    if (operand === undefined) return undecided(call)
    if (operand.kind === 'repeated') {
      all.push(operand)
      continue
    }
    const items = unify(operand.items)
    if (items === undefined) return failure('setproduct(): the elements of an argument have no type in common')
    all.push({ ...operand, items })
  }
  const type = all.every((operand) => operand.type === 'set') ? 'set' : 'list'
  if (all.some((operand) => operand.kind === 'list' && operand.items.length === 0)) return list(type, [])
  if (all.some((operand) => operand.kind === 'repeated')) {
    const because = reasons(all)
    const element = list(
      'tuple',
      all.map((operand) => (operand.kind === 'repeated' ? operand.element : choice(operand.items, because))),
    )
    return repeated(type, element, callKeys(call), because)
  }
  let rows: readonly (readonly Value[])[] = [[]]
  for (const operand of all) {
    const items = operand.kind === 'list' ? operand.items : []
    if (rows.length * items.length > MAXIMUM_ROWS) return unknown(`${call.name}() has too many elements`)
    rows = rows.flatMap((row) => items.map((item) => [...row, item]))
  }
  const tuples = rows.map((row) => list('tuple', row))
  return type === 'set' ? asSet(tuples) : list('list', tuples)
}

/** A product grows faster than any configuration needs. */
const MAXIMUM_ROWS = 100_000

export const sets: FunctionTable = {
  setunion: { arity: [1, Number.POSITIVE_INFINITY], sees: 'collections', apply: union },
  setintersection: { arity: [1, Number.POSITIVE_INFINITY], sees: 'collections', apply: intersection },
  setsubtract: { arity: [2, 2], sees: 'collections', apply: subtract },
  setproduct: { arity: [2, Number.POSITIVE_INFINITY], sees: 'collections', apply: product },
}
