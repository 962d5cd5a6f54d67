import { visible } from './control-characters.js'

/** An element of an XML document; attributes without a value are left out. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string | number | undefined>
  /** Elements, or a text. */
  readonly content: readonly Element[] | string
}

/** The whole document, indented. Names are ours; all else may hold anything. */
export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`

const lines = ({ name, attributes, content }: Element, indent: string): readonly string[] => {
  const told = [...attributes].flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`],
  )
  const start = `${indent}<${name}${told.join('')}`
  if (content.length === 0) return [`${start}/>`]
  if (typeof content === 'string') return [`${start}>${xmlText(content)}</${name}>`]
  return [`${start}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`]
}

/** Lines stay lines. */
export const xmlText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(escaped)
    .join('\n')

/** On one line. */
export const xmlAttribute = (text: string): string => escaped(text.replace(/\r\n|\r|\n/g, ' '))

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const escaped = (text: string): string =>
  visible(text)
    .replace(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character)

/** Beyond the control characters, what no XML document can hold, not even by number: halves of pairs, and U+FFFE and U+FFFF. */
const FORBIDDEN = /[\ud800-\udfff\ufffe\uffff]/gu
