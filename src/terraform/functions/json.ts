/** JSON as Terraform reads and writes it. */
import { known, list, mapping } from '../construct.js'
import { formatNumber } from '../number.js'
import type { Value } from '../value.js'
import { Refusal } from './definition.js'

/** Text of a value that is known throughout. */
export const encodeJson = (value: Value): string => {
  switch (value.kind) {
    case 'known':
      if (typeof value.value === 'string') return quote(value.value)
      return typeof value.value === 'number' ? formatNumber(value.value) : String(value.value)
    case 'list':
      return `[${value.items.map(encodeJson).join(',')}]`
    case 'mapping':
      return `{${Array.from(value.entries, ([key, entry]) => `${quote(key)}:${encodeJson(entry)}`).join(',')}}`
    default:
      throw new Refusal('only known values can be written')
  }
}

/** Go escapes what could end a script or confuse an old browser. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029\u007f]/g, (character) =>
    character === '\u007f' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export const decodeJson = (text: string): Value => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new Refusal('not valid JSON')
  }
  return decodedJson(parsed)
}

/** Deeper than this is nothing that a configuration reads from. */
const DEEPEST = 200

/** Plain JavaScript values, as a reader of JSON or YAML makes them. */
export const decodedJson = (json: unknown, depth = 0): Value => {
  if (depth > DEEPEST) throw new Refusal('nested too deeply')
  if (json === null || typeof json === 'number' || typeof json === 'boolean') return known(json)
  if (typeof json === 'string') return known(json.normalize('NFC'))
  if (Array.isArray(json))
    return list(
      'tuple',
      json.map((item) => decodedJson(item, depth + 1)),
    )
  return mapping(
    'object',
    Object.entries(Object(json)).map(([key, entry]) => [key.normalize('NFC'), decodedJson(entry, depth + 1)]),
  )
}
