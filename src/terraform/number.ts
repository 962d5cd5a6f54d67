import type { Primitive } from './value.js'

/** A number as Terraform prints it: without an exponent. */
export const formatNumber = (value: number): string => {
  const text = String(value)
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const shift = Number(exponent)
  const digits = whole + fraction
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${digits}`
  return `${sign}${digits.padEnd(whole.length + shift, '0')}`
}

/** `undefined` where the text is no decimal number. */
export const parseNumber = (text: string): number | undefined =>
  /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined

/** A primitive as a string, by the automatic conversion; null stays null. */
export const printed = (value: Primitive): string | null => {
  if (value === null || typeof value === 'string') return value
  return typeof value === 'number' ? formatNumber(value) : String(value)
}
