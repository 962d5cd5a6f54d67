import { hasFailed, known, list, unknown } from '../construct.js'
import { formatNumber, toBool, toNumber, toStringValue } from '../conversion.js'
import { identity } from '../identity.js'
import { reasons } from '../reasons.js'
import type { Value } from '../value.js'
import { type Call, type FunctionTable, isPlain, Refusal, undecided } from './definition.js'
import { graphemes } from './graphemes.js'
import { encodeJson } from './json.js'
import { sequence } from './structure.js'
import { textOf } from './text.js'

interface Verb {
  readonly letter: string
  readonly flags: string
  readonly width: number | undefined
  readonly precision: number | undefined
}

const VERB = /^%([ #+\-0]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([a-zA-Z%])/

const format = (specification: string, args: readonly Value[]): Value => {
  const parts: (string | Value)[] = []
  let next = 0
  let used = 0
  for (let at = 0; at < specification.length; ) {
    const percent = specification.indexOf('%', at)
    if (percent === -1) {
      parts.push(specification.slice(at))
      break
    }
    parts.push(specification.slice(at, percent))
    const match = VERB.exec(specification.slice(percent))
    if (match === null) throw new Refusal('the format has an incomplete or unknown verb')
    const [whole, flags = '', width, precision, index, letter = ''] = match
    at = percent + whole.length
    if (whole === '%%') {
      parts.push('%')
      continue
    }
    if (index !== undefined) next = Number(index) - 1
    const arg = args[next]
    if (arg === undefined) throw new Refusal('the format has more verbs than there are arguments')
    next += 1
    used = Math.max(used, next)
    const verb: Verb = {
      letter,
      flags,
      width: width === undefined ? undefined : Number(width),
      precision: precision === undefined ? undefined : Number(precision),
    }
    parts.push(formatted(verb, arg))
  }
  if (used < args.length) throw new Refusal('the format has fewer verbs than there are arguments')
  return textOf(parts)
}

const formatted = (verb: Verb, arg: Value): string | Value => {
  if (isPlain(arg)) return padded(verb, verbText(verb, arg))
  const { letter, width, precision, flags } = verb
  const asIs = (letter === 's' || letter === 'v') && width === undefined && precision === undefined && flags === ''
  if (asIs && arg.kind !== 'list' && arg.kind !== 'mapping') {
    const text = toStringValue(arg)
    if (!hasFailed(text)) return text
  }
  const id = identity(arg)
  return unknown(reasons([arg]), id && `format(${JSON.stringify(verb)},${id})`)
}

const verbText = (verb: Verb, arg: Value): string => {
  const { letter, flags } = verb
  switch (letter) {
    case 'v':
      if (flags.includes('#')) return encodeJson(arg)
      if (arg.kind !== 'known') return encodeJson(arg)
      if (arg.value === null) return 'null'
      if (typeof arg.value === 'string') return arg.value
      return typeof arg.value === 'number' ? general(arg.value, undefined) : String(arg.value)
    case 's':
      return cut(verb, stringOf(arg))
    case 'q':
      return encodeJson(known(cut(verb, stringOf(arg))))
    case 't': {
      const bool = toBool(arg)
      if (bool.kind !== 'known' || typeof bool.value !== 'boolean') throw new Refusal('%t takes a bool')
      return String(bool.value)
    }
    case 'b':
    case 'd':
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
    case 'o':
    case 'x':
    case 'X': {
      const number = toNumber(arg)
      if (number.kind !== 'known' || typeof number.value !== 'number') throw new Refusal(`%${letter} takes a number`)
      return numberText(verb, number.value)
    }
    default:
      throw new Refusal(`the format has an unknown verb %${letter}`)
  }
}

const stringOf = (arg: Value): string => {
  const text = toStringValue(arg)
  if (text.kind !== 'known' || typeof text.value !== 'string') throw new Refusal('%s takes a string')
  return text.value
}

const cut = ({ precision }: Verb, text: string): string =>
  precision === undefined ? text : graphemes(text).slice(0, precision).join('')

const numberText = (verb: Verb, value: number): string => {
  const { flags, precision } = verb
  const magnitude = magnitudeText(verb, Math.abs(value), precision)
  if (value < 0) return `-${magnitude}`
  return flags.includes('+') ? `+${magnitude}` : flags.includes(' ') ? ` ${magnitude}` : magnitude
}

const magnitudeText = ({ letter, flags }: Verb, value: number, precision: number | undefined): string => {
  switch (letter) {
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X': {
      if (!Number.isInteger(value)) throw new Refusal(`%${letter} takes a whole number`)
      const digits = BigInt(value)
        .toString(RADIX[letter])
        .padStart(precision ?? 0, '0')
      const sharp = flags.includes('#') ? PREFIX[letter] : ''
      return sharp + (letter === 'X' ? digits.toUpperCase() : digits)
    }
    case 'e':
    case 'E': {
      const text = twoDigitExponent(value.toExponential(precision ?? 6))
      return letter === 'E' ? text.toUpperCase() : text
    }
    case 'f':
      return fixed(value, precision ?? 6)
    default: {
      const text = general(value, precision)
      return letter === 'G' ? text.toUpperCase() : text
    }
  }
}

const RADIX = { b: 2, d: 10, o: 8, x: 16, X: 16 } as const
const PREFIX = { b: '0b', d: '', o: '0', x: '0x', X: '0X' } as const

const fixed = (value: number, digits: number): string =>
  value < 1e21
    ? halfEven(value, digits).toFixed(digits)
    : formatNumber(value) + (digits > 0 ? `.${'0'.repeat(digits)}` : '')

/** Go rounds what lies in the middle to the even digit. */
const halfEven = (value: number, digits: number): number => {
  const [whole = '', fraction = ''] = value.toFixed(100).split('.')
  const inTheMiddle = /^50*$/.test(fraction.slice(digits))
  const kept = whole + fraction.slice(0, digits)
  return inTheMiddle && /[02468]$/.test(kept) ? Number(`${whole}.${fraction.slice(0, digits)}`) : value
}

const twoDigitExponent = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2')

/** Go's `%g`: the shortest text, with an exponent for very large and very small numbers. */
const general = (value: number, precision: number | undefined): string => {
  const shortest = precision === undefined ? value : Number(value.toPrecision(Math.max(precision, 1)))
  const exponent = Number(shortest.toExponential().split('e')[1])
  const limit = precision === undefined ? 6 : Math.max(precision, 1)
  return exponent < -4 || exponent >= limit ? twoDigitExponent(shortest.toExponential()) : formatNumber(shortest)
}

const padded = ({ letter, flags, width }: Verb, text: string): string => {
  if (width === undefined) return text
  const missing = width - graphemes(text).length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (!flags.includes('0')) return ' '.repeat(missing) + text
  const sign = letter !== 's' && letter !== 'q' ? (/^[+\- ]/.exec(text)?.[0] ?? '') : ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}

const apply = (call: Call): Value => {
  const [specification, ...args] = call.args
  const text = specification === undefined ? undefined : toStringValue(specification)
  if (text !== undefined && hasFailed(text)) throw new Refusal('the format is no string')
  if (text?.kind !== 'known') return undecided(call)
  if (typeof text.value !== 'string') throw new Refusal('the format is null')
  return format(text.value, args)
}

/** `format` for each element of the lists among the arguments; the others stay the same throughout. */
const applyToList = (call: Call): Value => {
  const [specification, ...args] = call.args
  const columns = args.map((arg) => {
    const isList = arg.kind === 'list' || (arg.kind === 'repeated' && arg.type !== 'map' && arg.type !== 'object')
    return isList ? sequence(arg) : undefined
  })
  if (specification === undefined) return undecided(call)
  if (args.some((arg) => arg.kind === 'unknown')) return undecided(call)
  const lists = columns.filter((column) => column !== undefined)
  const open = lists.find((column) => column.kind === 'repeated')
  if (open?.kind === 'repeated') {
    if (lists.some((column) => column.kind === 'list' || column.keys !== open.keys)) return undecided(call)
    const row = columns.map((column, at) => (column?.kind === 'repeated' ? column.element : args[at]) ?? known(null))
    return { ...open, type: 'list', element: apply({ ...call, args: [specification, ...row] }) }
  }
  const lengths = new Set(lists.map((column) => (column.kind === 'list' ? column.items.length : 0)))
  if (lengths.size > 1) throw new Refusal('the lists differ in length')
  const [rows = 1] = lengths
  return list(
    'list',
    Array.from({ length: rows }, (_, at) => {
      const row = columns.map(
        (column, place) => (column?.kind === 'list' ? column.items[at] : args[place]) ?? known(null),
      )
      return apply({ ...call, args: [specification, ...row] })
    }),
  )
}

export const formats: FunctionTable = {
  format: { arity: [1, Number.POSITIVE_INFINITY], sees: 'plain', apply },
  formatlist: { arity: [1, Number.POSITIVE_INFINITY], sees: 'plain', apply: applyToList },
}
