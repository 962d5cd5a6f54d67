import { joinedParts, known } from '../construct.js'
import { printed } from '../conversion.js'
import type { Text, Value } from '../value.js'
import { Refusal } from './definition.js'

/** Puts a string together; as known as its parts are. A sole part that is not known is that part itself. */
export const textOf = (parts: readonly (string | Value)[]): Value => {
  const joined = joinedParts(parts.map(printedPart))
  const isSensitive = [...parts, ...joined].some((part) => typeof part !== 'string' && part.sensitive)
  const marks = isSensitive ? ({ sensitive: true } as const) : {}
  const [only] = joined
  if (only === undefined) return { ...known(''), ...marks }
  if (joined.length > 1) return { kind: 'text', parts: joined, ...marks } satisfies Text
  return typeof only === 'string' ? { ...known(only), ...marks } : only
}

const printedPart = (part: string | Value): string | Value => {
  if (typeof part === 'string' || part.kind !== 'known') return part
  const text = printed(part.value)
  if (text === null) throw new Refusal('a part of the string is null')
  return text
}

/** Applies a function that works character by character to every part of a string, known or not. */
export const overParts = (text: Text, apply: (part: Value) => Value): Value =>
  textOf(text.parts.map((part) => apply(typeof part === 'string' ? known(part) : part)))
