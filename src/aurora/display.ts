import type { Value } from '../terraform/value.js'

/** A text for a message; a sensitive value is shown nowhere. */
export const display = (text: string, value: Value | undefined): string =>
  value?.sensitive ? 'a sensitive value' : JSON.stringify(text)
