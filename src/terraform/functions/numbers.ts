import { type FunctionTable, pure, Refusal, variadic } from './definition.js'

/** Terraform computes with 150 digits: what is a whole number there must be one here. */
const rounded = (value: number): number => {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-12 * Math.max(1, Math.abs(whole)) ? whole : value
}

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new Refusal('the result is no finite number')
  return rounded(value) + 0
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

const parseInteger = (text: string, base: number): number => {
  if (base < 2 || base > 62) throw new Refusal('the base must be between 2 and 62')
  const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1]
  if (digits === undefined) throw new Refusal('not a number of that base')
  let value = 0
  for (const character of base <= 36 ? digits.toLowerCase() : digits) {
    const digit = DIGITS.indexOf(character)
    if (digit >= base) throw new Refusal('not a number of that base')
    value = value * base + digit
  }
  return text.startsWith('-') ? 0 - value : value
}

const MANY = Number.POSITIVE_INFINITY

export const numbers: FunctionTable = {
  abs: pure(['number'], Math.abs),
  ceil: pure(['number'], (value) => Math.ceil(value) + 0),
  floor: pure(['number'], Math.floor),
  log: pure(['number', 'number'], (value, base) => finite(Math.log(value) / Math.log(base))),
  max: variadic([], 'number', [1, MANY], (_, values) => values.reduce((left, right) => Math.max(left, right))),
  min: variadic([], 'number', [1, MANY], (_, values) => values.reduce((left, right) => Math.min(left, right))),
  parseint: pure(['string', 'integer'], parseInteger),
  pow: pure(['number', 'number'], (value, power) => finite(value ** power)),
  signum: pure(['integer'], (value) => Math.sign(value)),
}
