import { choice, hasFailed, known, list } from '../construct.js'
import { toStringValue } from '../conversion.js'
import type { Value } from '../value.js'
import {
  type Call,
  type Definition,
  type FunctionTable,
  pure,
  Refusal,
  strings as stringList,
  undecided,
} from './definition.js'
import { graphemes } from './graphemes.js'
import { sequence } from './structure.js'
import { overParts, textOf } from './text.js'

const MANY = Number.POSITIVE_INFINITY

/** `join("", list)` was how one said "the only one or nothing": a sole element stays what it is. */
const join = (call: Call): Value => {
  const [separator, ...lists] = call.args
  if (separator === undefined) return undecided(call)
  if (separator.kind === 'known') asPart(separator)
  const items: Value[] = []
  for (const arg of lists) {
    const part = sequence(arg)
    if (part === undefined) return undecided(call)
    if (part.kind === 'repeated') {
      const plain = separator.kind === 'known' && separator.value === '' && lists.length === 1
      return plain ? choice([known(''), toStringValue(part.element)], part.because) : undecided(call)
    }
    // The elements of a set that are not known have no place yet.
    if (part.type === 'set' && part.items.length > 1 && part.items.some((item) => item.kind !== 'known')) {
      return undecided(call)
    }
    items.push(...part.items)
  }
  const [only] = items
  if (only !== undefined && items.length === 1) return asPart(only)
  return textOf(items.flatMap((item, at) => (at === 0 ? [asPart(item)] : [separator, asPart(item)])))
}

const asPart = (value: Value): Value => {
  const text = toStringValue(value)
  if (hasFailed(text)) throw new Refusal(text.because.join('; '))
  if (text.kind === 'known' && text.value === null) throw new Refusal('a null value cannot be part of a string')
  return text
}

const split = (call: Call): Value => {
  const [separator, text] = call.args
  if (separator?.kind === 'known' && text?.kind === 'text') {
    const between = String(separator.value ?? '')
    const open = text.parts.filter((part) => typeof part !== 'string')
    // A separator of several characters could lie across the border of a part that is not known.
    if (between.length === 1 && open.every((part) => cannotHold(part, between))) return splitText(text.parts, between)
  }
  return splitKnown.apply(call)
}

/** Names that AWS gives hold no `/`, `,` or blank, but an ARN holds colons and slashes. */
const cannotHold = (part: Value, separator: string): boolean =>
  part.kind === 'symbolic' && /^[, ]$/.test(separator) && /(^|_)(id|arn)$/.test(String(part.path.at(-1) ?? ''))

const splitText = (parts: readonly (string | Value)[], separator: string): Value => {
  const pieces: (string | Value)[][] = [[]]
  for (const part of parts) {
    const [first, ...others] = typeof part === 'string' ? part.split(separator) : [part]
    if (first !== undefined) pieces.at(-1)?.push(first)
    for (const other of others) pieces.push([other])
  }
  return list('list', pieces.map(textOf))
}

const splitKnown = pure(['string', 'string'], (separator, text) =>
  stringList(separator === '' ? [...text] : text.split(separator)),
)

const substr = pure(['string', 'integer', 'integer'], (text, offset, length) => {
  const characters = graphemes(text)
  const start = offset < 0 ? Math.max(offset + characters.length, 0) : offset
  return characters.slice(start, length < 0 ? undefined : start + length).join('')
})

const indent = pure(['integer', 'string'], (spaces, text) => text.replaceAll('\n', `\n${' '.repeat(spaces)}`))

/** Unicode's white space as Go understands it. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g')

const trimWhere = (text: string, cutset: string): string => {
  const cut = new Set(cutset)
  const characters = [...text]
  let start = 0
  let end = characters.length
  while (start < end && cut.has(characters[start] ?? '')) start += 1
  while (end > start && cut.has(characters[end - 1] ?? '')) end -= 1
  return characters.slice(start, end).join('')
}

/** The first letter of each word; a word ends at whatever is neither letter, digit, underscore nor apostrophe. */
const title = (text: string): string => {
  let before = ' '
  return Array.from(text, (character) => {
    const begins =
      /^[^\p{L}\p{N}_]$/u.test(before) && (before.codePointAt(0) ?? 0) > 0x7f
        ? /\s/u.test(before)
        : !/[\p{L}\p{N}_]/u.test(before)
    before = character
    return begins ? simpleUpper(character) : character
  }).join('')
}

/** Go maps each code point to one: `ß` has no upper case. */
const simpleUpper = (character: string): string => {
  const upper = character.toUpperCase()
  return [...upper].length === 1 ? upper : character
}

const upper = (text: string): string => Array.from(text, simpleUpper).join('')

const lower = (text: string): string =>
  Array.from(text, (character) => {
    const mapped = character.toLowerCase()
    return [...mapped].length === 1 ? mapped : 'i'
  }).join('')

const byCharacter = (apply: (text: string) => string): Definition => {
  const whole = pure(['string'], apply)
  return {
    ...whole,
    apply: (call) => {
      const [text] = call.args
      return text?.kind === 'text'
        ? overParts(text, (part) => whole.apply({ ...call, args: [part] }))
        : whole.apply(call)
    },
  }
}

const startsWith = (call: Call): Value => {
  const [text, prefix] = call.args
  const first = text?.kind === 'text' ? text.parts[0] : undefined
  if (typeof first === 'string' && prefix?.kind === 'known' && typeof prefix.value === 'string') {
    if (first.startsWith(prefix.value)) return known(true)
    if (!prefix.value.startsWith(first)) return known(false)
  }
  return pure(['string', 'string'], (whole, part) => whole.startsWith(part)).apply(call)
}

const endsWith = (call: Call): Value => {
  const [text, suffix] = call.args
  const last = text?.kind === 'text' ? text.parts.at(-1) : undefined
  if (typeof last === 'string' && suffix?.kind === 'known' && typeof suffix.value === 'string') {
    if (last.endsWith(suffix.value)) return known(true)
    if (!suffix.value.endsWith(last)) return known(false)
  }
  return pure(['string', 'string'], (whole, part) => whole.endsWith(part)).apply(call)
}

const contains = (call: Call): Value => {
  const [text, part] = call.args
  if (text?.kind === 'text' && part?.kind === 'known' && typeof part.value === 'string') {
    const wanted = part.value
    if (text.parts.some((piece) => typeof piece === 'string' && piece.includes(wanted))) return known(true)
  }
  return pure(['string', 'string'], (whole, piece) => whole.includes(piece)).apply(call)
}

export const strings: FunctionTable = {
  chomp: pure(['string'], (text) => text.replace(/(\r\n|\n|\r)+$/, '')),
  endswith: { arity: [2, 2], sees: 'plain', apply: endsWith },
  indent,
  join: { arity: [2, MANY], sees: 'collections', apply: join },
  lower: byCharacter(lower),
  split: { arity: [2, 2], sees: 'plain', apply: split },
  startswith: { arity: [2, 2], sees: 'plain', apply: startsWith },
  strcontains: { arity: [2, 2], sees: 'plain', apply: contains },
  strrev: pure(['string'], (text) => graphemes(text).toReversed().join('')),
  substr,
  title: pure(['string'], title),
  trim: pure(['string', 'string'], trimWhere),
  trimprefix: pure(['string', 'string'], (text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimspace: pure(['string'], (text) => text.replace(AROUND, '')),
  trimsuffix: pure(['string', 'string'], (text, suffix) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  upper: byCharacter(upper),
}
