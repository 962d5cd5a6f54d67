/**
 * What is new in JSON syntax. Such an edit writes the comma before it, so that no two of them at one object can be made
 * together.
 */
import type { Edit, Unmended } from '../finding.js'
import type { Tuple } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Written } from './change.js'
import { addItems, addMembers } from './json-append.js'
import { bodyOf, NO_JSON, NO_OBJECT } from './json-body.js'
import { JsonBranches } from './json-branches.js'
import { documentOf, memberOf, pathTo } from './json-document.js'
import { jsonOfBody, jsonOfLabelled, jsonOfValue, membersOf, type NewJson } from './json-text.js'
import type { NewArgument, NewBlock } from './new-text.js'

type Edits = readonly Edit[] | Unmended

export const addJsonArguments = (written: Written, added: readonly NewArgument[]): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  const members = membersOf(added)
  if ('reason' in members) return members
  return [addMembers(written.source, found.document, found.body, members)]
}

export const addJsonBlock = (written: Written, added: NewBlock): Edits => {
  const found = bodyOf(written)
  if ('reason' in found) return found
  if (memberOf(found.body, added.type)) return { reason: `there is a ${added.type} already` }
  const value = jsonOfLabelled(added)
  if ('reason' in value) return value
  return [addMembers(written.source, found.document, found.body, [{ name: added.type, value }])]
}

/** Within the object that an argument is. */
export const addJsonEntry = (source: SourceFile, span: Span, { name, value }: NewArgument): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const object = pathTo(document.root, span).at(-1)
  const json = jsonOfValue(value)
  if ('reason' in json) return json
  return object?.kind === 'object' ? [addMembers(source, document, object, [{ name, value: json }])] : NO_OBJECT
}

/** Behind the others of their types, in the object of the file that holds the block. */
export const addJsonBlocks = ({ source, block }: Written, added: readonly NewBlock[]): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const root = pathTo(document.root, block.span).find((value) => value.kind === 'object')
  if (!root) return NO_OBJECT
  const branches = new JsonBranches(source, document)
  for (const each of added) {
    const body = jsonOfBody(each)
    if ('reason' in body) return body
    branches.add(root, [each.type, ...each.labels], body)
  }
  return branches.edits()
}

export const extendJsonList = (source: SourceFile, { span }: Tuple, texts: readonly string[]): Edits => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const list = pathTo(document.root, span).at(-1)
  if (list?.kind !== 'array') return { reason: 'it is no list in place' }
  const items = texts.map((text): NewJson => ({ kind: 'raw', text: JSON.stringify(text) }))
  return [addItems(source, document, list, items)]
}
