import type { ParsedNode } from 'yaml'
import type { JsonString, JsonValue } from '../hcl/json-reader.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { isNestedTooDeeply } from '../source/yaml-nesting.js'
import { type Read, read, wrong } from './read.js'

const TOO_DEEP = 'nested too deeply'
/** As the address of an exemption may. */
const STAR = 'text that begins with a star stands in quotes'

/**
 * Reads the part of YAML 1.2 that JSON has, too: `off` is a word in it, a day is text, `<<` is a key like any other.
 * Aliases are refused: what they save is not worth a file that grows a billionfold when it is read.
 */
export const readYaml = async (source: SourceFile): Promise<Read<JsonValue>> => {
  const start = source.text.charCodeAt(0) === 0xfeff ? 1 : 0
  const text = source.text.slice(start)
  const spanOf = (from: number, to: number): Span => ({ start: start + from, end: start + Math.max(from + 1, to) })
  if (isNestedTooDeeply(text)) return wrong({ message: TOO_DEEP, source, span: spanOf(0, 1) })
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, stringKeys: true })
  // What is wrong first may be the reason of all that follows.
  const [error] = [...document.errors, ...document.warnings]
  if (error) {
    const quoted = error.code === 'BAD_ALIAS' ? { hint: STAR } : {}
    return wrong({ message: sentence(error), ...quoted, source, span: spanOf(...error.pos) })
  }

  const aliases: { readonly name: string; readonly span: Span }[] = []
  const located = (node: ParsedNode | null | undefined, around: Span): JsonValue => {
    if (!node) return { kind: 'scalar', value: null, span: around }
    const [from, to] = node.range
    const span = spanOf(from, to)
    if (isSeq(node)) return { kind: 'array', items: node.items.map((item) => located(item, span)), span }
    if (isMap(node)) {
      const members = node.items.map(({ key, value }) => {
        const name = keyOf(key, span)
        return { name, value: located(value, name.span) }
      })
      return { kind: 'object', members, span }
    }
    if (isAlias(node)) aliases.push({ name: node.source, span })
    return scalarOf(isScalar(node) ? node.value : null, span)
  }
  const keyOf = (key: ParsedNode, around: Span): JsonString => {
    const { span } = located(key, around)
    return { kind: 'string', value: isScalar(key) ? String(key.value) : '', offsets: undefined, span }
  }

  const root = located(document.contents, spanOf(0, 1))
  if (aliases.length > 0) {
    return wrong(
      ...aliases.map(({ name, span }) => {
        const hint = `write out what *${name} stands for; ${STAR}`
        return { message: 'aliases are not read here', hint, source, span }
      }),
    )
  }
  // Where all keys are commented out, none is left.
  const isEmpty = root.kind === 'scalar' && root.value === null
  return read(isEmpty ? { kind: 'object', members: [], span: root.span } : root)
}

const scalarOf = (value: unknown, span: Span): JsonValue =>
  typeof value === 'number' || typeof value === 'boolean' || value === null
    ? { kind: 'scalar', value, span }
    : { kind: 'string', value: String(value), offsets: undefined, span }

const sentence = ({ code, message }: { readonly code: string; readonly message: string }): string => {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here'
  if (code === 'NON_STRING_KEY') return 'a key is text'
  if (/call stack/.test(message)) return TOO_DEEP
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
}
