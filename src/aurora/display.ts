import type { Value } from '../terraform/value.js'

/** Longer texts are cut: a message is read. */
const LONGEST = 100

/** A text for a message; a sensitive value is shown nowhere. */
export const display = (text: string, value: Value | undefined): string => {
  if (value?.sensitive) return '(sensitive)'
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
}
