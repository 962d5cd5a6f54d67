/** The type that the elements of a collection have in common, as Terraform finds it. */
import { convert } from './conversion.js'
import type { ObjectAttribute, TypeConstraint } from './type-constraint.js'
import type { Value } from './value.js'

const ANY: TypeConstraint = { kind: 'any' }

/** The elements in the type they have in common; `undefined` where they have none. */
export const unify = (items: readonly Value[]): readonly Value[] | undefined => {
  const type = commonType(items)
  return type === undefined ? undefined : convertAll(items, type)
}

/** The type of all values: strings where there is a string among primitives, maps where the attributes of objects differ. */
export const commonType = (values: readonly Value[]): TypeConstraint | undefined => {
  const types: TypeConstraint[] = []
  const seen = new Set<string>()
  for (const value of values) {
    const type = typeOf(value)
    // Lists are long and their elements are alike.
    if (isPrimitive(type) || type.kind === 'any') {
      if (seen.has(type.kind)) continue
      seen.add(type.kind)
    }
    types.push(type)
  }
  return unifyTypes(types)
}

const convertAll = (values: readonly Value[], type: TypeConstraint): readonly Value[] =>
  type.kind === 'any' ? values : values.map((value) => convert(value, type))

/** `any` for what is not known. */
const typeOf = (value: Value): TypeConstraint => {
  switch (value.kind) {
    case 'known':
      if (value.value === null) return ANY
      if (typeof value.value === 'string') return { kind: 'string' }
      return typeof value.value === 'number' ? { kind: 'number' } : { kind: 'bool' }
    case 'text':
      return { kind: 'string' }
    case 'symbolic':
      return value.value === undefined ? ANY : typeOf(value.value)
    case 'choice':
      return commonType(value.arms) ?? ANY
    case 'list':
      if (value.type === 'tuple') return { kind: 'tuple', elements: value.items.map(typeOf) }
      return { kind: value.type, element: commonType(value.items) ?? ANY }
    case 'mapping': {
      if (value.type === 'map') return { kind: 'map', element: commonType([...value.entries.values()]) ?? ANY }
      const attributes = new Map<string, ObjectAttribute>()
      for (const [name, entry] of value.entries) attributes.set(name, { type: typeOf(entry), optional: false })
      return { kind: 'object', attributes }
    }
    case 'repeated': {
      const element = typeOf(value.element)
      if (value.type === 'map' || value.type === 'object') return { kind: 'map', element }
      return { kind: value.type === 'set' ? 'set' : 'list', element }
    }
    case 'unknown':
    case 'opaque':
      return ANY
    default:
      return value satisfies never
  }
}

const isPrimitive = ({ kind }: TypeConstraint): boolean => kind === 'string' || kind === 'number' || kind === 'bool'

const unifyTypes = (all: readonly TypeConstraint[]): TypeConstraint | undefined => {
  const types = all.filter(({ kind }) => kind !== 'any')
  const [first] = types
  if (first === undefined) return ANY
  if (types.length === 1) return first
  if (types.every(isPrimitive)) {
    if (types.every(({ kind }) => kind === first.kind)) return first
    return types.some(({ kind }) => kind === 'string') ? { kind: 'string' } : undefined
  }
  const keyed = types.filter((type) => type.kind === 'object' || type.kind === 'map')
  if (keyed.length === types.length) return unifyKeyed(keyed)
  const sequences = types.filter((type) => type.kind === 'tuple' || type.kind === 'list' || type.kind === 'set')
  return sequences.length === types.length ? unifySequences(sequences) : undefined
}

type Keyed = Extract<TypeConstraint, { kind: 'object' | 'map' }>

const unifyKeyed = (types: readonly Keyed[]): TypeConstraint | undefined => {
  const objects = types.filter((type) => type.kind === 'object')
  const [first] = objects
  const names = first === undefined ? [] : [...first.attributes.keys()]
  const alike =
    objects.length === types.length &&
    objects.every(({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)))
  if (!alike) {
    const element = unifyTypes(
      types.flatMap((type) =>
        type.kind === 'object' ? Array.from(type.attributes.values(), (attribute) => attribute.type) : [type.element],
      ),
    )
    return element && { kind: 'map', element }
  }
  const attributes = new Map<string, ObjectAttribute>()
  for (const name of names) {
    const type = unifyTypes(objects.map((object) => object.attributes.get(name)?.type ?? ANY))
    if (type === undefined) return undefined
    attributes.set(name, { type, optional: false })
  }
  return { kind: 'object', attributes }
}

type Sequence = Extract<TypeConstraint, { kind: 'tuple' | 'list' | 'set' }>

const unifySequences = (types: readonly Sequence[]): TypeConstraint | undefined => {
  const tuples = types.filter((type) => type.kind === 'tuple')
  const width = tuples[0]?.elements.length ?? 0
  if (tuples.length === types.length && tuples.every(({ elements }) => elements.length === width)) {
    const elements: TypeConstraint[] = []
    for (let at = 0; at < width; at += 1) {
      const type = unifyTypes(tuples.map((tuple) => tuple.elements[at] ?? ANY))
      if (type === undefined) return undefined
      elements.push(type)
    }
    return { kind: 'tuple', elements }
  }
  const element = unifyTypes(types.flatMap((type) => (type.kind === 'tuple' ? type.elements : [type.element])))
  return element && { kind: types.some(({ kind }) => kind === 'set') ? 'set' : 'list', element }
}
