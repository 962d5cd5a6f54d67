/** New text in JSON syntax. */
import type { Unmended } from '../finding.js'
import type { JsonStyle } from './json-document.js'
import { literal, WIDEST_LIST } from './native.js'
import type { NewArgument, NewBlock, NewValue } from './new-text.js'

export type NewJson =
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly NewJson[] }
  | { readonly kind: 'object'; readonly members: readonly NewMember[] }

export interface NewMember {
  readonly name: string
  readonly value: NewJson
}

/** Where a value stands: on lines that begin with `own`, or (`isInline`) with all that it holds on one line. */
export interface Position {
  readonly own: string
  readonly isInline: boolean
}

/** An expression is a string that is one interpolation; a name is the string itself. */
export const jsonOfValue = (value: NewValue): NewJson | Unmended => {
  switch (value.kind) {
    case 'expression':
      return string(`\${${value.text}}`)
    case 'constant':
      return typeof value.value === 'string' ? string(literal(value.value)) : raw(String(value.value))
    case 'template':
      // Between JSON's quotes a backslash is no escape of HCL's.
      return value.text.includes('\\') ? { reason: 'its text cannot be written in JSON syntax' } : string(value.text)
    case 'name':
      return string(value.text)
    case 'names':
      return { kind: 'array', items: value.texts.map(string) }
    case 'object': {
      const members = membersOf(value.entries)
      return 'reason' in members ? members : { kind: 'object', members }
    }
    case 'copy':
      return value.source.isJson
        ? raw(value.source.slice(value.span))
        : { reason: `${value.source.path} is in another syntax` }
    default:
      return value satisfies never
  }
}

/** All of them, or the first reason for none. */
export const membersOf = (added: readonly NewArgument[]): readonly NewMember[] | Unmended => {
  const members: NewMember[] = []
  for (const { name, value } of added) {
    const json = jsonOfValue(value)
    if ('reason' in json) return json
    members.push({ name, value: json })
  }
  return members
}

/** The body of a block; nested blocks of one type are a list where there are several. */
export const jsonOfBody = ({ body }: NewBlock): NewJson | Unmended => {
  const members = new Map<string, NewJson>()
  for (const item of body) {
    if (item.kind === 'gap') continue
    const value = item.kind === 'argument' ? jsonOfValue(item.value) : jsonOfLabelled(item)
    if ('reason' in value) return value
    const name = item.kind === 'argument' ? item.name : item.type
    const other = members.get(name)
    if (other === undefined) members.set(name, value)
    else members.set(name, { kind: 'array', items: [...(other.kind === 'array' ? other.items : [other]), value] })
  }
  return { kind: 'object', members: [...members].map(([name, value]) => ({ name, value })) }
}

/** A block beneath its type: its labels are the names of objects around its body. */
export const jsonOfLabelled = (block: NewBlock): NewJson | Unmended => {
  const body = jsonOfBody(block)
  if ('reason' in body) return body
  return block.labels.reduceRight<NewJson>((value, name) => ({ kind: 'object', members: [{ name, value }] }), body)
}

export const memberText = ({ name, value }: NewMember, style: JsonStyle, position: Position): string =>
  `${JSON.stringify(name)}${style.colon}${jsonText(value, style, position)}`

export const jsonText = (value: NewJson, style: JsonStyle, position: Position): string => {
  switch (value.kind) {
    case 'raw':
      return value.text
    case 'array': {
      const line = `[${value.items.map((item) => jsonText(item, style, INLINE)).join(style.comma)}]`
      const isShort = value.items.every(({ kind }) => kind === 'raw') && position.own.length + line.length < WIDEST_LIST
      if (position.isInline || value.items.length === 0 || (isShort && !style.spreadsLists)) return line
      return spread('[]', value.items, style, position, (item, inner) => jsonText(item, style, inner))
    }
    case 'object': {
      if (value.members.length === 0) return '{}'
      if (!position.isInline)
        return spread('{}', value.members, style, position, (member, inner) => memberText(member, style, inner))
      const inner = value.members.map((member) => memberText(member, style, INLINE)).join(style.comma)
      return `{${style.padding}${inner}${style.padding}}`
    }
    default:
      return value satisfies never
  }
}

const INLINE: Position = { own: '', isInline: true }

const spread = <T>(
  brackets: '[]' | '{}',
  parts: readonly T[],
  { indent = '  ', lineEnd }: JsonStyle,
  { own }: Position,
  text: (part: T, position: Position) => string,
): string => {
  const inner = own + indent
  const lines = parts.map((part) => inner + text(part, { own: inner, isInline: false }))
  return [brackets.charAt(0), lines.join(`,${lineEnd}`), own + brackets.charAt(1)].join(lineEnd)
}

const raw = (text: string): NewJson => ({ kind: 'raw', text })

const string = (text: string): NewJson => raw(JSON.stringify(text))
