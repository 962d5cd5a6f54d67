import { known } from '../construct.js'
import { printed } from '../conversion.js'
import type { Text, Value } from '../value.js'
import { Refusal } from './definition.js'

/** Puts a string together; as known as its parts are. A sole part that is not known is that part itself. */
export const textOf = (parts: readonly (string | Value)[]): Value => {
  const joined: (string | Value)[] = []
  let sensitive = false
  const add = (part: string | Value): void => {
    if (typeof part === 'string') {
      const last = joined.at(-1)
      if (part === '') return
      if (typeof last === 'string') joined[joined.length - 1] = last + part
      else joined.push(part)
      return
    }
    if (part.sensitive) sensitive = true
    if (part.kind === 'known') {
      const text = printed(part.value)
      if (text === null) throw new Refusal('a part of the string is null')
      add(text)
    } else if (part.kind === 'text') for (const inner of part.parts) add(inner)
    else joined.push(part)
  }
  for (const part of parts) add(part)
  const marks = sensitive ? ({ sensitive: true } as const) : {}
  const [only] = joined
  if (only === undefined) return { ...known(''), ...marks }
  if (joined.length > 1) return { kind: 'text', parts: joined, ...marks } satisfies Text
  return typeof only === 'string' ? { ...known(only), ...marks } : only
}

/** Applies a function that works character by character to every part of a string, known or not. */
export const overParts = (text: Text, apply: (part: Value) => Value): Value =>
  textOf(text.parts.map((part) => apply(typeof part === 'string' ? known(part) : part)))
