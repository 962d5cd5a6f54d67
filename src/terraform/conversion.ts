/** Terraform's conversions between types, automatic and by type constraint; whatever is not known keeps its identity. */
import type { Expression } from '../hcl/syntax.js'
import { choice, failure, hasFailed, known, list, mapping, markSensitive, unknown } from './construct.js'
import { compact } from './identity.js'
import { parseNumber, printed } from './number.js'
import { asRepeatedSet, asSet } from './set.js'
import type { ObjectAttribute, TypeConstraint } from './type-constraint.js'
import { unify } from './unification.js'
import type { Choice, Known, List, Mapping, Opaque, Repeated, Symbolic, Unknown, Value } from './value.js'

export { formatNumber, parseNumber, printed } from './number.js'
export { type ObjectAttribute, parseTypeConstraint, type TypeConstraint } from './type-constraint.js'

type PrimitiveType = 'string' | 'number' | 'bool'

/** Terraform's automatic conversion to a string. */
export const toStringValue = (value: Value): Value => toPrimitive(value, 'string')

/** Terraform's automatic conversion to a number: from a string only if it is a decimal number. */
export const toNumber = (value: Value): Value => toPrimitive(value, 'number')

/** Terraform's automatic conversion to a bool: from the strings `true`, `false`, `1` and `0`, and from no number. */
export const toBool = (value: Value): Value => toPrimitive(value, 'bool')

const toPrimitive = (value: Value, type: PrimitiveType): Value => {
  switch (value.kind) {
    case 'known':
      return convertPrimitive(value, type)
    case 'symbolic': {
      if (value.value === undefined) return value
      const converted = toPrimitive(value.value, type)
      // The reference survives its conversion: a number's string is still that attribute.
      return hasFailed(converted) ? converted : { ...value, value: converted }
    }
    case 'text':
      return type === 'string' ? value : unknown(textReasons(value.parts))
    case 'choice':
      return overArms(value, type, (arm) => toPrimitive(arm, type))
    case 'unknown':
      return value
    case 'list':
    case 'mapping':
    case 'repeated':
    case 'opaque':
      return failure(`${typeName(value)} is no ${type}`)
    default:
      return value satisfies never
  }
}

const convertPrimitive = (from: Known, type: PrimitiveType): Value => {
  const { value } = from
  if (value === null || typeof value === NATIVE[type]) return from
  switch (type) {
    case 'string':
      return { ...from, value: printed(value) }
    case 'number': {
      const number = typeof value === 'string' ? parseNumber(value) : undefined
      return number === undefined ? failure(`a number is required, not ${article(from)}`) : { ...from, value: number }
    }
    case 'bool': {
      const bool = typeof value === 'string' ? BOOLS.get(value) : undefined
      return bool === undefined ? failure(`a bool is required, not ${article(from)}`) : { ...from, value: bool }
    }
    default:
      return type satisfies never
  }
}

const NATIVE = { string: 'string', number: 'number', bool: 'boolean' } as const

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

const article = ({ value }: Known): string =>
  typeof value === 'string' ? 'this string' : typeof value === 'number' ? 'a number' : 'a bool'

/** What the value is, for messages: `a list`, `an object`. */
export const typeName = (value: Value): string => {
  switch (value.kind) {
    case 'known':
      if (value.value === null) return 'null'
      return typeof value.value === 'boolean' ? 'a bool' : `a ${typeof value.value}`
    case 'list':
    case 'mapping':
    case 'repeated':
      return value.type === 'object' ? 'an object' : `a ${value.type}`
    case 'opaque':
      return value.instances.keying === 'count' ? 'a tuple' : 'an object'
    case 'text':
      return 'a string'
    case 'symbolic':
    case 'choice':
    case 'unknown':
      return 'a value'
    default:
      return value satisfies never
  }
}

const textReasons = (parts: readonly (string | Value)[]): string[] => [
  ...new Set(parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'unknown' ? part.because : []))),
]

const overArms = (value: Choice, type: string, apply: (arm: Value) => Value): Value => {
  const arms = value.arms.map(apply)
  if (arms.every((arm, at) => arm === value.arms[at])) return value
  const result = choice(arms, value.because, value.id && `${type}(${value.id})`)
  return value.sensitive ? markSensitive(result) : result
}

/** Evaluates the default of an optional attribute. */
export type EvaluateDefault = (expression: Expression) => Value

const noDefaults: EvaluateDefault = () => unknown('the default of an optional attribute is not evaluated')

/**
 * As assigning the value to something of that type does. Attributes that the type lacks are dropped, optional ones filled in,
 * elements converted, sets sorted. What cannot be converted is an Unknown that `failed`; what is not known stays as it is.
 */
export const convert = (value: Value, type: TypeConstraint, evaluateDefault: EvaluateDefault = noDefaults): Value => {
  if (type.kind === 'any') return value
  if (value.kind === 'unknown') return type.kind === 'set' ? asUnknownSet(value) : value
  if (value.kind === 'known' && value.value === null) return value
  if (value.kind === 'choice')
    return overArms(value, constraintText(type), (arm) => convert(arm, type, evaluateDefault))
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'bool') return toPrimitive(value, type.kind)
  if (value.kind === 'symbolic') {
    if (value.value === undefined) return type.kind === 'object' ? narrowed(value, type.attributes) : value
    const converted = convert(value.value, type, evaluateDefault)
    return hasFailed(converted) ? converted : { ...value, value: converted }
  }
  if (value.kind === 'known' || value.kind === 'text') return failure(`${typeName(value)} is no ${type.kind}`)
  const collection = value.kind === 'opaque' ? expanded(value) : value
  if (collection.kind !== 'list' && collection.kind !== 'mapping')
    return convertCollection(collection, type, evaluateDefault)
  const content = collection.kind === 'list' ? collection.items : collection.entries
  const before = conversions.get(content)?.get(type)
  const converted = before ?? convertCollection(collection, type, evaluateDefault)
  if (!before) remember(content, type, converted)
  return { ...converted, ...marksOf(collection) }
}

/** A whole instance loses what the type leaves out; which attributes it has is its provider's to say. */
const narrowed = (value: Symbolic, attributes: ReadonlyMap<string, ObjectAttribute>): Symbolic => {
  if (value.path.length > 0 || value.pathLost) return value
  const before = value.attributes
  // An optional attribute that was lost before is null, or its default: no reason to fail.
  const left = [...attributes].filter(([name, { optional }]) => optional || before?.has(name) !== false)
  return { ...value, attributes: new Set(left.map(([name]) => name)) }
}

/** A collection may be given to each instance of a module: its content is converted once. */
const conversions = new WeakMap<object, WeakMap<TypeConstraint, Value>>()

const remember = (content: object, type: TypeConstraint, converted: Value): void => {
  const ofContent = conversions.get(content) ?? new WeakMap<TypeConstraint, Value>()
  const { sensitive, origin, passed, ...bare } = converted
  ofContent.set(type, bare as Value)
  conversions.set(content, ofContent)
}

/** What belongs to the value, not to its content. */
const marksOf = ({ sensitive, origin, passed }: Value): Partial<Pick<Value, 'sensitive' | 'origin' | 'passed'>> => ({
  ...(sensitive && { sensitive }),
  ...(origin && { origin }),
  ...(passed && { passed }),
})

const convertCollection = (
  collection: Value & { kind: 'list' | 'mapping' | 'repeated' | 'unknown' },
  type: StructuralType,
  evaluateDefault: EvaluateDefault,
): Value => {
  switch (collection.kind) {
    case 'list':
      return convertList(collection, type, evaluateDefault)
    case 'mapping':
      return convertMapping(collection, type, evaluateDefault)
    case 'repeated':
      return convertRepeated(collection, type, evaluateDefault)
    case 'unknown':
      return collection
    default:
      return collection satisfies never
  }
}

type StructuralType = Exclude<TypeConstraint, { kind: 'any' | 'string' | 'number' | 'bool' }>

const convertList = (value: List, type: StructuralType, evaluateDefault: EvaluateDefault): Value => {
  switch (type.kind) {
    case 'list':
    case 'set': {
      const items =
        type.element.kind === 'any'
          ? unify(value.items)
          : value.items.map((item) => convert(item, type.element, evaluateDefault))
      if (items === undefined) return failure(`the elements of ${typeName(value)} have no type in common`)
      const failed = items.find(hasFailed)
      if (failed !== undefined) return failed
      return { ...value, ...(type.kind === 'set' ? asSet(items) : list('list', items)) }
    }
    case 'tuple': {
      if (value.type === 'set' || value.items.length !== type.elements.length) {
        return failure(`a tuple of length ${type.elements.length} is required`)
      }
      const items = value.items.map((item, at) => convert(item, type.elements[at] ?? { kind: 'any' }, evaluateDefault))
      return items.find(hasFailed) ?? { ...value, items }
    }
    case 'map':
    case 'object':
      return failure(`${typeName(value)} is no ${type.kind}`)
    default:
      return type satisfies never
  }
}

const convertMapping = (value: Mapping, type: StructuralType, evaluateDefault: EvaluateDefault): Value => {
  switch (type.kind) {
    case 'map': {
      const given = [...value.entries.values()]
      const converted =
        type.element.kind === 'any' ? unify(given) : given.map((item) => convert(item, type.element, evaluateDefault))
      if (converted === undefined) return failure(`the elements of ${typeName(value)} have no type in common`)
      const failed = converted.find(hasFailed)
      if (failed !== undefined) return failed
      const keys = [...value.entries.keys()]
      return {
        ...value,
        kind: 'mapping',
        type: 'map',
        entries: new Map(keys.map((key, at) => [key, converted[at] ?? known(null)])),
      }
    }
    case 'object': {
      const entries = new Map<string, Value>()
      for (const [name, attribute] of type.attributes) {
        const given = value.entries.get(name)
        if (given === undefined && !attribute.optional) return failure(`attribute "${name}" is required`)
        const absent = given === undefined || (given.kind === 'known' && given.value === null)
        const chosen =
          absent && attribute.default !== undefined ? evaluateDefault(attribute.default) : (given ?? known(null))
        const converted = convert(chosen, attribute.type, evaluateDefault)
        if (hasFailed(converted)) return failure(`attribute "${name}": ${converted.because.join('; ')}`)
        entries.set(name, converted)
      }
      return { ...value, ...mapping('object', entries) }
    }
    case 'list':
    case 'set':
    case 'tuple':
      return failure(`${typeName(value)} is no ${type.kind}`)
    default:
      return type satisfies never
  }
}

const convertRepeated = (value: Repeated, type: StructuralType, evaluateDefault: EvaluateDefault): Value => {
  const keyed = value.type === 'map' || value.type === 'object'
  const toKeyed = type.kind === 'map' || type.kind === 'object'
  if (keyed !== toKeyed) return failure(`${typeName(value)} is no ${type.kind}`)
  if (type.kind === 'object') return unknown(value.because)
  if (type.kind === 'tuple') return { ...value, type: 'tuple' }
  const element = convert(value.element, type.element, evaluateDefault)
  if (hasFailed(element)) return element
  return type.kind === 'set' ? asRepeatedSet({ ...value, element }) : { ...value, type: type.kind, element }
}

/** A set has neither the keys nor the length of the list that it was made of. */
const asUnknownSet = (value: Unknown): Unknown =>
  value.failed || value.set
    ? value
    : { ...value, set: true, ...(value.id !== undefined && { id: compact(`toset(${value.id})`) }) }

/** The instances of a resource are a collection as soon as somebody looks into them. */
const expanded = (value: Opaque): Value & { kind: 'list' | 'mapping' | 'repeated' | 'unknown' } =>
  value.sensitive ? markSensitive(value.instances.all()) : value.instances.all()

/** The same for equal constraints; a default, which is an expression, stands for itself by where it was written. */
const constraintText = (type: TypeConstraint): string =>
  JSON.stringify(type, (_, part: unknown) => (part instanceof Map ? [...part] : part))
