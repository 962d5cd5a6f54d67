/** Conversions, sensitivity, and what to do about errors. */
import { choice, failure, hasFailed, known, markSensitive } from '../construct.js'
import { convert, type TypeConstraint, toBool, toNumber, toStringValue } from '../conversion.js'
import type { Value } from '../value.js'
import { type Definition, type FunctionTable, undecided } from './definition.js'

const one = (apply: (value: Value) => Value): Definition => ({
  arity: [1, 1],
  sees: 'values',
  apply: ({ args: [value] }) => (value === undefined ? failure('an argument is missing') : apply(value)),
})

const to = (type: TypeConstraint): Definition => one((value) => convert(value, type))

const any = { kind: 'any' } as const

/** Where only some arms of an argument fail, what follows may be taken in their stead. */
const firstOf = ([first, ...others]: readonly Value[]): Value => {
  if (first === undefined) return failure('try(): no argument could be evaluated')
  if (hasFailed(first)) return firstOf(others)
  if (first.kind !== 'choice' || !first.arms.some(hasFailed)) return first
  return choice([...first.arms.filter((arm) => !hasFailed(arm)), firstOf(others)], first.because)
}

const attempt: Definition = {
  arity: [1, Number.POSITIVE_INFINITY],
  sees: 'values',
  apply: ({ args }) => firstOf(args),
}

const can: Definition = {
  arity: [1, 1],
  sees: 'values',
  apply: (call) => {
    const [value] = call.args
    if (value === undefined || hasFailed(value)) return known(false)
    if (value.kind === 'choice' && value.arms.some(hasFailed)) {
      return value.arms.every(hasFailed) ? known(false) : undecided(call)
    }
    // Something that is not known yet may still turn out to be an error.
    return value.kind === 'unknown' ? undecided(call) : known(true)
  },
}

export const types: FunctionTable = {
  can,
  ephemeralasnull: one((value) => value),
  issensitive: one((value) => known(value.sensitive === true)),
  nonsensitive: one((value) => {
    const { sensitive: _, ...rest } = value
    return rest
  }),
  sensitive: one(markSensitive),
  tobool: one(toBool),
  tolist: to({ kind: 'list', element: any }),
  tomap: to({ kind: 'map', element: any }),
  tonumber: one(toNumber),
  toset: to({ kind: 'set', element: any }),
  tostring: one(toStringValue),
  try: attempt,
}
