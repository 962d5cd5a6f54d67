/**
 * Terraform's built-in functions over values of which some are not known. Lists, maps and whatever only passes through a function
 * keep what they stand for; the others are computed where all that matters is known.
 */
import { failure, hasFailed, markSensitive, unknown } from '../construct.js'
import { reasons } from '../reasons.js'
import type { Unknown, Value } from '../value.js'
import { aws } from './aws.js'
import { collections } from './collections.js'
import { dates } from './dates.js'
import {
  type Call,
  type Definition,
  type FunctionContext,
  type FunctionTable,
  Refusal,
  undecided,
} from './definition.js'
import { distribute } from './distribution.js'
import { encoding } from './encoding.js'
import { files } from './files.js'
import { formats } from './format.js'
import { hashing } from './hashing.js'
import { network } from './network.js'
import { numbers } from './numbers.js'
import { regex } from './regex.js'
import { sets } from './sets.js'
import { strings } from './strings.js'
import { types } from './types.js'

export type { FunctionContext } from './definition.js'

const tables: readonly FunctionTable[] = [
  aws,
  collections,
  dates,
  encoding,
  files,
  formats,
  hashing,
  network,
  numbers,
  regex,
  sets,
  strings,
  types,
]

const definitions: ReadonlyMap<string, Definition> = new Map(tables.flatMap((table) => Object.entries(table)))

/** The names of all functions that are known here, evaluated or not. */
export const functionNames: readonly string[] = [...definitions.keys()].sort()

/**
 * The value of a call. Never throws: what Terraform would refuse is an Unknown that `failed`, and what cannot be told is an Unknown
 * with the reasons of its arguments, the same `id` for equal calls.
 */
export const callFunction = (name: string, args: readonly Value[], context: FunctionContext): Value => {
  const builtIn = name.startsWith('core::') ? name.slice('core::'.length) : name
  const definition = definitions.get(builtIn)
  if (definition === undefined) return unknown(`${name}() is not evaluated`)
  const [minimum, maximum] = definition.arity
  if (args.length < minimum || args.length > maximum) return failure(`${name}() takes ${count(minimum, maximum)}`)
  return applyTo(definition, { name: builtIn, args, context })
}

const count = (minimum: number, maximum: number): string => {
  const arguments_ = maximum === 1 ? 'argument' : 'arguments'
  if (minimum === maximum) return `${minimum} ${arguments_}`
  return maximum === Number.POSITIVE_INFINITY ? `${minimum} or more arguments` : `${minimum} to ${maximum} arguments`
}

const applyTo = (definition: Definition, call: Call): Value => {
  if (definition.sees === 'values') return guarded(definition, call)
  const plain = definition.sees === 'plain'
  const args = call.args.map((arg) => (plain ? settled(arg) : expanded(arg)))
  const id = () => undecided({ ...call, args }).id
  const result = distribute(args, plain, id, (decided) => {
    const failed = decided.find(hasFailed)
    return failed ?? guarded(definition, { ...call, args: decided })
  })
  if (result === undefined) return withSensitivity(tooMany({ ...call, args }), call.args, plain)
  return withSensitivity(result, call.args, plain)
}

const tooMany = (call: Call): Unknown => unknown(reasons(call.args), undecided(call).id)

const guarded = (definition: Definition, call: Call): Value => {
  try {
    return definition.apply(call)
  } catch (error) {
    if (error instanceof Refusal) return failure(`${call.name}(): ${error.message}`)
    // A string or a list longer than the engine can make.
    if (error instanceof RangeError) return unknown(`${call.name}() is too large to be evaluated`)
    throw error
  }
}

/** Resource instances are a collection as soon as a function looks into them. */
const expanded = (value: Value): Value => {
  if (value.kind !== 'opaque') return value
  const all = value.instances.all()
  return value.sensitive ? markSensitive(all) : all
}

/** Attributes whose value is known are that value, at any depth. What does not change stays the same object, as a choice must. */
const settled = (value: Value): Value => {
  if (value.kind !== 'list' && value.kind !== 'mapping' && value.kind !== 'repeated') return settle(value)
  const before = settledValues.get(value)
  if (before) return before
  const after = settle(value)
  settledValues.set(value, after)
  return after
}

/** One collection may stand in many places: it is settled once. */
const settledValues = new WeakMap<Value, Value>()

const settle = (value: Value): Value => {
  switch (value.kind) {
    case 'symbolic':
      if (value.value === undefined) return value
      return value.sensitive ? markSensitive(settled(value.value)) : settled(value.value)
    case 'list': {
      const items = value.items.map(settled)
      return items.every((item, at) => item === value.items[at]) ? value : { ...value, items }
    }
    case 'mapping': {
      const entries = new Map<string, Value>()
      let changed = false
      for (const [key, entry] of value.entries) {
        const inner = settled(entry)
        if (inner !== entry) changed = true
        entries.set(key, inner)
      }
      return changed ? { ...value, entries } : value
    }
    case 'opaque':
      return settled(expanded(value))
    case 'choice': {
      const arms = value.arms.map(settled)
      return arms.every((arm, at) => arm === value.arms[at]) ? value : { ...value, arms }
    }
    case 'known':
    case 'text':
    case 'repeated':
    case 'unknown':
      return value
    default:
      return value satisfies never
  }
}

const withSensitivity = (result: Value, args: readonly Value[], deep: boolean): Value => {
  if (!args.some((arg) => (deep ? holdsSensitive(arg) : arg.sensitive))) return result
  const marked = markSensitive(result)
  // A reason may name what it could not find.
  return marked.kind === 'unknown'
    ? { ...marked, because: ['what a function makes of a sensitive value is not known'] }
    : marked
}

const holdsSensitive = (value: Value): boolean => {
  if (value.sensitive) return true
  switch (value.kind) {
    case 'list':
      return value.items.some(holdsSensitive)
    case 'mapping':
      return [...value.entries.values()].some(holdsSensitive)
    case 'symbolic':
      return value.value !== undefined && holdsSensitive(value.value)
    case 'text':
      return value.parts.some((part) => typeof part !== 'string' && holdsSensitive(part))
    case 'choice':
      return value.arms.some(holdsSensitive)
    case 'repeated':
      return holdsSensitive(value.element)
    case 'known':
    case 'unknown':
    case 'opaque':
      return false
    default:
      return value satisfies never
  }
}
