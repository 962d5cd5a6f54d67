import type { BinaryOperator } from '../hcl/syntax.js'
import { toBool, toNumber } from './conversion.js'
import type { List, Mapping, Value } from './value.js'
import {
  either,
  equal,
  equalInTypeToo,
  failure,
  hasFailed,
  identity,
  known,
  mapArms,
  merged,
  reasons,
  resolve,
  unknown,
} from './values.js'

export const applyUnary = (operator: '!' | '-', operand: Value): Value =>
  mapArms(resolve(operand), (arm) => {
    const value = operator === '!' ? toBool(arm) : toNumber(arm)
    if (value.kind !== 'known') return asOperation(operator, [value])
    if (operator === '!') return known(!value.value)
    return known(-Number(value.value))
  })

/** `right` is evaluated only where it matters: `false && x` is false whatever x is. */
export const applyBinary = (operator: BinaryOperator, left: Value, right: () => Value): Value => {
  if (operator === '&&' || operator === '||') return logical(operator, left, right)
  const second = right()
  // What an attribute holds is of the type that the provider gives it, whatever was written.
  const isAttribute = left.kind === 'symbolic' || second.kind === 'symbolic'
  const areSame = isAttribute ? equal : equalInTypeToo
  const result = mapArms(resolve(left), (a) => mapArms(resolve(second), (b) => combine(operator, a, b, areSame)))
  return identified(result, operator, [left, second])
}

const logical = (operator: '&&' | '||', left: Value, right: () => Value): Value => {
  const decisive = operator === '||'
  const first = toBool(resolve(left))
  if (first.kind === 'known') return first.value === decisive ? first : toBool(resolve(right()))
  const second = toBool(resolve(right()))
  if (second.kind === 'known') return second.value === decisive ? second : first
  return asOperation(operator, [first, second])
}

const combine = (
  operator: Exclude<BinaryOperator, '&&' | '||'>,
  left: Value,
  right: Value,
  areSame: typeof equal,
): Value => {
  if (operator === '==' || operator === '!=') {
    const same = areSame(left, right)
    if (same !== undefined) return known(same === (operator === '=='))
    const result = asOperation(operator, [left, right])
    return result.kind === 'unknown' && result.because.length === 0 ? { ...result, because: [EMPTY] } : result
  }
  const a = toNumber(left)
  const b = toNumber(right)
  if (a.kind !== 'known' || b.kind !== 'known') return asOperation(operator, [a, b])
  const [x, y] = [Number(a.value), Number(b.value)]
  switch (operator) {
    case '<':
      return known(x < y)
    case '<=':
      return known(x <= y)
    case '>':
      return known(x > y)
    case '>=':
      return known(x >= y)
    case '+':
      return known(x + y)
    case '-':
      return known(x - y)
    case '*':
      return known(x * y)
    case '/':
      return y === 0 ? failure('division by zero') : known(x / y)
    case '%':
      return y === 0 ? failure('division by zero') : known(x % y)
    default:
      return operator satisfies never
  }
}

const EMPTY = 'two empty collections are equal only where they are of one type'

/** What an operator makes of operands that are not all known. */
const asOperation = (operator: string, operands: readonly Value[]): Value => {
  const broken = operands.find(hasFailed)
  if (broken) return broken
  const ids = operands.map(operandIdentity)
  const id = ids.includes(undefined) ? undefined : `(${ids.join(operator)})`
  return unknown(merged(...operands.map(reasons)), id)
}

const operandIdentity = (value: Value): string | undefined => (value.kind === 'choice' ? value.id : identity(value))

/** Two operations on the same undecided operands fall the same way: the result of a choice keeps that. */
const identified = (result: Value, operator: string, operands: readonly Value[]): Value => {
  if (result.kind !== 'choice' || result.id !== undefined) return result
  const ids = operands.map((operand) => operandIdentity(resolve(operand)))
  return ids.includes(undefined) ? result : { ...result, id: `(${ids.join(operator)})` }
}

const OPEN_TYPES: ReadonlySet<string> = new Set(['tuple', 'object'])

/** Both arms become one type: a tuple beside one of another length a list, an object beside one with other attributes a map. */
const besideArm = (taken: List | Mapping, other: Value): Value => {
  if (taken.kind === 'list' && other.kind === 'list') {
    const isOfOneType = other.type === 'tuple' && other.items.length === taken.items.length
    return isOfOneType || other.type === 'set' ? taken : { ...taken, type: 'list' }
  }
  if (taken.kind === 'mapping' && other.kind === 'mapping') {
    const hasSameNames =
      other.entries.size === taken.entries.size && [...other.entries.keys()].every((name) => taken.entries.has(name))
    return other.type === 'object' && hasSameNames ? taken : { ...taken, type: 'map' }
  }
  return taken
}

/** `condition ? then : otherwise`; both arms are carried where nobody can tell. */
export const conditional = (condition: Value, then: () => Value, otherwise: () => Value): Value => {
  const decided = toBool(resolve(condition))
  if (decided.kind === 'known') {
    if (decided.value === null) return failure('the condition is null')
    const [taken, other] = decided.value ? [then(), otherwise] : [otherwise(), then]
    const isStructural = (taken.kind === 'list' || taken.kind === 'mapping') && OPEN_TYPES.has(taken.type)
    return isStructural ? besideArm(taken, resolve(other())) : taken
  }
  if (hasFailed(decided)) return decided
  const arms = [then(), otherwise()]
  const ids = [decided, ...arms].map(operandIdentity)
  return either(arms, reasons(decided), ids.includes(undefined) ? undefined : `(${ids.join('?')})`)
}
