import { known, unknown } from '../construct.js'
import { parseNumber, printed, typeName } from '../conversion.js'
import { identity } from '../identity.js'
import { reasons } from '../reasons.js'
import type { List, Primitive, Unknown, Value } from '../value.js'

/**
 * The world outside of the arguments, as far as a function may see it. Paths are as the configuration spells them, from the root
 * module's directory.
 */
export interface FunctionContext {
  /** `undefined` for what may not or cannot be read. */
  readFile?(path: string): Uint8Array | undefined
  /** `undefined` where nobody may look. */
  exists?(path: string): boolean | undefined
  /** The files below `directory` that match, relative to it; `undefined` where nobody may look. */
  glob?(directory: string, pattern: string): readonly string[] | undefined
  /** What reads a YAML document into plain JavaScript values, throwing for what is none; nothing where it was not loaded. */
  yaml?(): ((text: string) => unknown) | undefined
  /** Evaluates a template's text with the given variables (a Mapping) only. */
  renderTemplate?(source: string, variables: Value): Value
}

export interface Call {
  readonly name: string
  readonly args: readonly Value[]
  readonly context: FunctionContext
}

export interface Definition {
  /** How many arguments, at least and at most. */
  readonly arity: readonly [minimum: number, maximum: number]
  /**
   * What it wants to see of its arguments: `values` as they are; `collections` with resource instances expanded and every
   * Choice decided; `plain` values with those within lists decided, too, and attributes replaced by their known values.
   */
  readonly sees: 'values' | 'collections' | 'plain'
  /** May throw a {@link Refusal}. */
  apply(call: Call): Value
}

/** By the name that the configuration calls. */
export type FunctionTable = Readonly<Record<string, Definition>>

/** What Terraform would answer with an error; never leaves this folder. */
export class Refusal extends Error {}

/** Where the arguments do not say enough: equal calls stay recognisable. */
export const undecided = ({ name, args }: Call): Unknown => {
  const ids = args.map(identity)
  return unknown(reasons(args), ids.includes(undefined) ? undefined : `${name}(${ids.join(',')})`)
}

/** Depends on time, chance, secrets or the machine. */
export const notEvaluated = (minimum: number, maximum: number): Definition => ({
  arity: [minimum, maximum],
  sees: 'values',
  apply: ({ name }) => unknown(`${name}() is not evaluated`),
})

/** The types that a parameter can have, and how they look when read. */
interface Parameters {
  string: string
  number: number
  integer: number
  bool: boolean
  strings: readonly string[]
  /** Null allowed, neither converted nor read. */
  value: Value
}

export type Parameter = keyof Parameters

type Read<P extends readonly Parameter[]> = { -readonly [I in keyof P]: Parameters[P[I]] }

/** A function of known arguments only. */
export const pure = <const P extends readonly Parameter[]>(
  parameters: P,
  compute: (...values: Read<P>) => Primitive | Value,
): Definition => variadic(parameters, 'value', [0, 0], (fixed) => compute(...fixed))

/** The same with `many` more arguments of one type. */
export const variadic = <const P extends readonly Parameter[], R extends Parameter>(
  parameters: P,
  rest: R,
  many: readonly [minimum: number, maximum: number],
  compute: (fixed: Read<P>, rest: readonly Parameters[R][]) => Primitive | Value,
): Definition => ({
  arity: [parameters.length + many[0], parameters.length + many[1]],
  sees: 'plain',
  apply: (call) => {
    const read = call.args.map((arg, at) => readAs(arg, parameters[at] ?? rest))
    if (read.includes(UNREAD)) return undecided(call)
    const result = compute(
      read.slice(0, parameters.length) as Read<P>,
      read.slice(parameters.length) as Parameters[R][],
    )
    if (typeof result === 'object' && result !== null) return result
    return known(typeof result === 'string' ? normalized(result) : result)
  },
})

/** All strings of Terraform are in normal form C. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
const normalized = (text: string): string => (/^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFC'))

const UNREAD = Symbol('not known')

const readAs = (value: Value, type: Parameter): unknown => {
  switch (type) {
    case 'value':
      return isPlain(value) ? value : UNREAD
    case 'strings':
      return readStrings(value)
    case 'string':
    case 'number':
    case 'integer':
    case 'bool':
      return readPrimitive(value, type)
    default:
      return type satisfies never
  }
}

const readPrimitive = (value: Value, type: 'string' | 'number' | 'integer' | 'bool'): unknown => {
  switch (value.kind) {
    case 'known':
      return primitiveAs(value.value, type)
    case 'list':
    case 'mapping':
    case 'repeated':
    case 'opaque':
      throw new Refusal(`a ${type} is required, not ${typeName(value)}`)
    case 'symbolic':
    case 'text':
    case 'choice':
    case 'unknown':
      return UNREAD
    default:
      return value satisfies never
  }
}

const primitiveAs = (value: Primitive, type: 'string' | 'number' | 'integer' | 'bool'): Primitive => {
  if (value === null) throw new Refusal('an argument is null')
  switch (type) {
    case 'string':
      return printed(value)
    case 'bool':
      if (typeof value === 'boolean') return value
      if (value === 'true' || value === '1') return true
      if (value === 'false' || value === '0') return false
      throw new Refusal('a bool is required')
    case 'number':
    case 'integer': {
      const number = typeof value === 'string' ? parseNumber(value) : value
      if (typeof number !== 'number') throw new Refusal('a number is required')
      if (type === 'integer' && !Number.isInteger(number)) throw new Refusal('a whole number is required')
      return number
    }
    default:
      return type satisfies never
  }
}

const readStrings = (value: Value): unknown => {
  switch (value.kind) {
    case 'list': {
      const strings = value.items.map((item) => readPrimitive(item, 'string'))
      return strings.includes(UNREAD) ? UNREAD : strings
    }
    case 'known':
    case 'text':
    case 'mapping':
      throw new Refusal(`a list of strings is required, not ${typeName(value)}`)
    case 'repeated':
    case 'symbolic':
    case 'choice':
    case 'unknown':
    case 'opaque':
      return UNREAD
    default:
      return value satisfies never
  }
}

/** Whether everything in it is known. */
export const isPlain = (value: Value): boolean => {
  switch (value.kind) {
    case 'known':
      return true
    case 'list':
      return value.items.every(isPlain)
    case 'mapping':
      return [...value.entries.values()].every(isPlain)
    case 'symbolic':
    case 'text':
    case 'choice':
    case 'repeated':
    case 'unknown':
    case 'opaque':
      return false
    default:
      return value satisfies never
  }
}

/** Lists of strings are what most functions give back. */
export const strings = (items: readonly string[]): List => ({
  kind: 'list',
  type: 'list',
  items: items.map((item) => known(normalized(item))),
})
