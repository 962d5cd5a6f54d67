/** Conversions, sensitivity, and what to do about errors. */
import { failure, hasFailed, known, markSensitive } from '../construct.js'
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

const attempt: Definition = {
  arity: [1, Number.POSITIVE_INFINITY],
  sees: 'values',
  apply: ({ args }) => args.find((arg) => !hasFailed(arg)) ?? failure('try(): no argument could be evaluated'),
}

const can: Definition = {
  arity: [1, 1],
  sees: 'values',
  apply: (call) => {
    const [value] = call.args
    if (value === undefined || hasFailed(value)) return known(false)
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
