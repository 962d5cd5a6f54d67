import type { Value } from '../value.js'
import { type FunctionTable, pure, Refusal, variadic } from './definition.js'

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new Refusal('the result is no finite number')
  return value + 0
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

const parseInteger = (value: Value, base: number): number => {
  const text = value.kind === 'known' ? value.value : undefined
  if (typeof text !== 'string') throw new Refusal('the first argument must be a string')
  if (base < 2 || base > 62) throw new Refusal('the base must be between 2 and 62')
  const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1]
  if (digits === undefined) throw new Refusal('not a number of that base')
  let number = 0
  for (const character of base <= 36 ? digits.toLowerCase() : digits) {
    const digit = DIGITS.indexOf(character)
    if (digit >= base) throw new Refusal('not a number of that base')
    number = number * base + digit
  }
  return text.startsWith('-') ? 0 - number : number
}

const MANY = Number.POSITIVE_INFINITY

export const numbers: FunctionTable = {
  abs: pure(['number'], Math.abs),
  ceil: pure(['number'], (value) => Math.ceil(value) + 0),
  floor: pure(['number'], Math.floor),
  log: pure(['number', 'number'], (value, base) => finite(Math.log(value) / Math.log(base))),
  max: variadic([], 'number', [1, MANY], (_, values) => values.reduce((left, right) => Math.max(left, right))),
  min: variadic([], 'number', [1, MANY], (_, values) => values.reduce((left, right) => Math.min(left, right))),
  parseint: pure(['value', 'integer'], parseInteger),
  pow: pure(['number', 'number'], (value, power) => finite(value ** power)),
  signum: pure(['integer'], (value) => Math.sign(value)),
}
