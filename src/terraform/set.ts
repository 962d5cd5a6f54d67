import { compareCodePoints, list } from './construct.js'
import { compact, eachKeyIdentity, identity } from './identity.js'
import { formatNumber } from './number.js'
import type { List, Repeated, Value } from './value.js'

/** The elements as a set: those that are known sorted, then the others; without what is certain to be a duplicate. */
export const asSet = (items: readonly Value[]): List => {
  const known: { readonly order: Order; readonly item: Value }[] = []
  const others: Value[] = []
  for (const item of withoutDuplicates(items)) {
    const order = setOrder(item)
    if (order === undefined) others.push(item)
    else known.push({ order, item })
  }
  known.sort((left, right) => compareOrder(left.order, right.order))
  return list('set', [...known.map(({ item }) => item), ...others])
}

/** A collection of unknown length as a set: its members are its keys now, whatever they were kept by before. */
export const asRepeatedSet = (value: Repeated): Repeated & { readonly type: 'set' } => {
  if (value.type === 'set') return { ...value, type: 'set' }
  const member = value.element.kind === 'unknown' ? value.element.id : identity(value.element)
  const keys = member === eachKeyIdentity(value.keys) ? value.keys : compact(`members(${member ?? nobodyElses()})`)
  return { ...value, type: 'set', keys }
}

let made = 0
/** Of what has no identity nobody can say that it equals anything. */
const nobodyElses = (): string => {
  made += 1
  return `unlike ${made}`
}

/** Without what is certain to be a duplicate of an earlier one. */
export const withoutDuplicates = (items: readonly Value[]): readonly Value[] => {
  const seen = new Set<string>()
  return items.filter((item) => {
    const id = identity(resolved(item))
    if (id === undefined) return true
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

/** An attribute with a known value is as equal to others as that value. */
const resolved = (item: Value): Value => (item.kind === 'symbolic' && item.value ? resolved(item.value) : item)

type Order = readonly [rank: number, key: string | number]

/** Terraform sorts primitives by value, null last, and everything else by the text that it hashes. */
const setOrder = (item: Value): Order | undefined => {
  const value = resolved(item)
  if (value.kind !== 'known') {
    const text = hashText(value)
    return text === undefined ? undefined : [3, text]
  }
  if (value.value === null) return [4, 0]
  if (typeof value.value === 'string') return [2, value.value]
  return typeof value.value === 'number' ? [1, value.value] : [0, Number(value.value)]
}

const compareOrder = ([rank, key]: Order, [otherRank, otherKey]: Order): number => {
  if (rank !== otherRank) return rank - otherRank
  if (typeof key === 'string' && typeof otherKey === 'string') return compareCodePoints(key, otherKey)
  return Number(key) - Number(otherKey)
}

const hashText = (item: Value): string | undefined => {
  const value = resolved(item)
  switch (value.kind) {
    case 'known':
      if (value.value === null) return '~'
      if (typeof value.value === 'string') return JSON.stringify(value.value)
      return typeof value.value === 'number' ? formatNumber(value.value) : value.value ? 'T' : 'F'
    case 'list': {
      const [before, after] = value.type === 'tuple' ? '<>' : '[]'
      return joined(value.items.map(hashText), before ?? '', after ?? '')
    }
    case 'mapping':
      if (value.type === 'object') return joined([...value.entries.values()].map(hashText), '<', '>')
      return joined(
        Array.from(value.entries, ([key, entry]) => {
          const text = hashText(entry)
          return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`
        }),
        '{',
        '}',
      )
    default:
      return undefined
  }
}

const joined = (texts: readonly (string | undefined)[], before: string, after: string): string | undefined =>
  texts.includes(undefined) ? undefined : before + texts.map((text) => `${text};`).join('') + after
