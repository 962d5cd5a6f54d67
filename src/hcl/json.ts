import type { SourceFile } from '../source/source-file.js'
import { expressionOf } from './json-expression.js'
import { type JsonMember, type JsonString, type JsonValue, readJson } from './json-reader.js'
import { type Scanner, scannerOf } from './scanner.js'
import type { Attribute, Block, Body, Label, ParsedFile } from './syntax.js'

/**
 * What JSON alone does not tell: which properties of a body are blocks. All others are arguments. Of the schema of a
 * whole file only `blocks` counts.
 */
export interface JsonBlockSchema {
  /** How many labels a block of this type has. */
  readonly labels: number
  readonly blocks?: Readonly<Record<string, JsonBlockSchema>> | ReadonlyMap<string, JsonBlockSchema>
}

/**
 * Parses HCL's JSON syntax into the tree of the native syntax. A block's header is its last label's name (its type's
 * without labels), and its span begins there: several blocks can share the properties before. The texts of `"//"`
 * properties become comments.
 */
export const parseJsonSyntax = (source: SourceFile, schema: JsonBlockSchema): ParsedFile => {
  const scanner = scannerOf(source)
  const json = readJson(scanner)
  const span = { start: 0, end: source.text.length }
  const body = json === undefined ? emptyBody(span) : { ...bodyOf(scanner, json, schema), span }
  return { source, syntax: 'json', body, comments: scanner.comments, diagnostics: scanner.diagnostics }
}

const emptyBody = (span: Body['span']): Body => ({ span, attributes: new Map(), blocks: [] })

/** The body that an object is, or the objects of an array together. */
const bodyOf = (scanner: Scanner, json: JsonValue, schema: JsonBlockSchema): Body => {
  const attributes = new Map<string, Attribute>()
  const blocks: Block[] = []
  for (const { name, value } of membersOf(scanner, json, 'arguments and blocks')) {
    const block = schemaOf(schema, name.value)
    if (name.value === '//') addComment(scanner, value)
    else if (block !== undefined) addBlocks(scanner, { type: name, schema: block, labels: [] }, value, blocks)
    else if (attributes.has(name.value)) scanner.report('this argument is set twice', name.span.start, name.span.end)
    else attributes.set(name.value, attributeOf(scanner, name, value))
  }
  const inner = json.kind === 'object' ? { start: json.span.start + 1, end: json.span.end - 1 } : json.span
  return { span: inner, attributes, blocks }
}

const attributeOf = (scanner: Scanner, name: JsonString, value: JsonValue): Attribute => ({
  name: name.value,
  nameSpan: name.span,
  expression: expressionOf(scanner, value),
  span: { start: name.span.start, end: value.span.end },
})

const schemaOf = ({ blocks }: JsonBlockSchema, name: string): JsonBlockSchema | undefined => {
  if (blocks === undefined) return undefined
  if (isMap(blocks)) return blocks.get(name)
  return Object.hasOwn(blocks, name) ? blocks[name] : undefined
}

const isMap = (blocks: NonNullable<JsonBlockSchema['blocks']>): blocks is ReadonlyMap<string, JsonBlockSchema> =>
  blocks instanceof Map

/** The members of an object or of an array's objects; anything but null is an error. */
const membersOf = (scanner: Scanner, json: JsonValue, what: string): readonly JsonMember[] => {
  if (json.kind === 'object') return json.members
  if (json.kind === 'array')
    return json.items.flatMap((item) => (item.kind === 'object' ? item.members : wrong(scanner, item, what)))
  return json.kind === 'scalar' && json.value === null ? [] : wrong(scanner, json, what)
}

const wrong = (scanner: Scanner, { span }: JsonValue, what: string): readonly [] => {
  scanner.report(`expected an object with ${what}`, span.start, span.start + 1)
  return []
}

interface Header {
  readonly type: JsonString
  readonly schema: JsonBlockSchema
  readonly labels: readonly Label[]
}

/** Descends through the labels to the bodies. */
const addBlocks = (scanner: Scanner, header: Header, json: JsonValue, blocks: Block[]): void => {
  const { schema, labels } = header
  if (labels.length < schema.labels) {
    for (const { name, value } of membersOf(scanner, json, 'labels')) {
      if (name.value === '//') addComment(scanner, value)
      else addBlocks(scanner, { ...header, labels: [...labels, { value: name.value, span: name.span }] }, value, blocks)
    }
  } else if (json.kind === 'array') for (const item of json.items) addBlock(scanner, header, item, blocks)
  else if (json.kind !== 'scalar' || json.value !== null) addBlock(scanner, header, json, blocks)
}

const addBlock = (scanner: Scanner, { type, schema, labels }: Header, json: JsonValue, blocks: Block[]): void => {
  const headerSpan = labels.at(-1)?.span ?? type.span
  const body = bodyOf(scanner, json, schema)
  const span = { start: headerSpan.start, end: json.span.end }
  blocks.push({ type: type.value, typeSpan: type.span, labels, body, span, headerSpan })
}

/** Terraform takes any value here: a list is for several comments. */
const addComment = (scanner: Scanner, json: JsonValue): void => {
  if (json.kind === 'array') for (const item of json.items) addComment(scanner, item)
  if (json.kind !== 'string') return
  scanner.comments.push({ span: { start: json.span.start + 1, end: json.span.end - 1 }, style: 'slashes' })
}
