/**
 * What is said of a call with less known arguments must be true of the call that Terraform answered: every argument of every row,
 * and every part of one, is hidden in turn.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choice, known, list, mapping, repeated, unknown } from '../../../src/terraform/construct.js'
import { callFunction, functionNames } from '../../../src/terraform/functions/index.js'
import type { Value } from '../../../src/terraform/value.js'
import { type Json, type Row, readTable, spelled, tableNames, terraformValue } from './terraform-table.js'
import { cluster, context } from './values.js'

const hidden = unknown('var.hidden has no value', 'var.hidden')

/** The value with each of its parts replaced in turn. */
const variants = (value: Value, replace: (part: Value) => Value): readonly Value[] => {
  const all = [replace(value)]
  if (value.kind === 'list') {
    for (const [at, item] of value.items.entries()) {
      for (const variant of variants(item, replace)) all.push({ ...value, items: value.items.with(at, variant) })
    }
  } else if (value.kind === 'mapping') {
    for (const [key, entry] of value.entries) {
      for (const variant of variants(entry, replace)) {
        all.push({ ...value, entries: new Map(value.entries).set(key, variant) })
      }
    }
  }
  return all
}

/** Another value of the same type. */
const decoy = (part: Value): Value => {
  if (part.kind === 'list') return { ...part, items: [...part.items, ...part.items, ...part.items].slice(0, 2) }
  if (part.kind === 'mapping') return { ...part, entries: new Map([...part.entries].slice(0, 1)) }
  if (part.kind !== 'known' || part.value === null) return known('decoy')
  if (typeof part.value === 'string') return known('decoy')
  return known(typeof part.value === 'number' ? part.value + 1 : !part.value)
}

const replacements: readonly (readonly [string, (part: Value) => Value])[] = [
  ['unknown', () => hidden],
  ['one of two', (part) => choice([part, decoy(part)], ['var.hidden has no value'])],
  ['an attribute with a value', (part) => cluster('main', ['tags'], part)],
  [
    'a collection of unknown length',
    (part) =>
      part.kind === 'list' && part.items.length > 0
        ? repeated(part.type, choice(part.items, ['why']), 'keys', ['why'])
        : part.kind === 'mapping' && part.entries.size > 0
          ? repeated(part.type, choice([...part.entries.values()], ['why']), 'keys', ['why'])
          : part,
  ],
]

/** Whether the answer may be what the value stands for. */
const admits = (value: Value, answer: Json): boolean => {
  switch (value.kind) {
    case 'unknown':
      return value.failed !== true
    case 'known':
      // What is hidden may have been a string, and would then have made one of this.
      return String(value.value) === String(answer)
    case 'symbolic':
      return value.value === undefined || admits(value.value, answer)
    case 'text': {
      const pattern = value.parts.map((part) => (typeof part === 'string' ? part.replace(/\W/g, '\\$&') : '[^]*'))
      return typeof answer === 'string' && new RegExp(`^${pattern.join('')}$`).test(answer)
    }
    case 'choice':
      return value.arms.some((arm) => admits(arm, answer))
    case 'list': {
      if (!Array.isArray(answer)) return false
      if (value.type === 'set') return answer.every((item) => value.items.some((candidate) => admits(candidate, item)))
      return answer.length === value.items.length && value.items.every((item, at) => admits(item, answer[at] as Json))
    }
    case 'mapping': {
      const entries = Object.entries(answer as object)
      return (
        entries.length === value.entries.size &&
        entries.every(([key, entry]) => admits(value.entries.get(key) ?? known(null), entry))
      )
    }
    case 'repeated':
      return Object.values(answer as object).every((item) => admits(value.element, item))
    case 'opaque':
      return false
    default:
      return value satisfies never
  }
}

describe.each(tableNames)('%s', (name) => {
  test.each(readTable(name).map((row) => [spelled(row), row] as const))('%s', (_, { call, gives, fails }: Row) => {
    if (fails || gives === undefined) return
    const [callee, ...json] = call
    const args = json.map(terraformValue)
    for (const [kind, replace] of replacements) {
      for (const [at, arg] of args.entries()) {
        for (const variant of variants(arg, replace)) {
          const result = callFunction(callee, args.with(at, variant), context)
          expect(admits(result, gives), `${kind} as argument ${at + 1}: ${JSON.stringify({ variant, result })}`).toBe(
            true,
          )
        }
      }
    }
  })
})

const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)).map(known),
    fc.constantFrom<Value>(hidden, cluster('main'), { kind: 'text', parts: ['a', hidden] }),
    fc.tuple(fc.constantFrom('list', 'set', 'tuple'), fc.array(tie('value'))).map(([type, items]) => list(type, items)),
    fc
      .tuple(fc.constantFrom('map', 'object'), fc.array(fc.tuple(fc.string(), tie('value'))))
      .map(([type, entries]) => mapping(type, entries)),
    fc.array(tie('value'), { minLength: 1 }).map((arms) => choice(arms, ['why'])),
    fc
      .tuple(fc.constantFrom('list', 'set', 'tuple', 'map', 'object'), tie('value'))
      .map(([type, element]) => repeated(type, element, 'keys', ['why'])),
  ),
})).value

test.each(functionNames)('%s never throws', (name) => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 4 }), (args) => {
      const result = callFunction(name, args, context)
      expect(result.kind).toBeTypeOf('string')
      if (result.kind === 'choice') expect(result.arms.length).toBeGreaterThan(1)
    }),
    { seed: 20_260_101, numRuns: 200 },
  )
})
