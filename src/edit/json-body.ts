/** The object in JSON syntax that the body of a block is. */
import type { Unmended } from '../finding.js'
import type { JsonObject, JsonValue } from '../hcl/json-reader.js'
import type { Written } from './change.js'
import { documentOf, type JsonDocument, pathTo } from './json-document.js'

export interface JsonBody {
  readonly document: JsonDocument
  readonly body: JsonObject
  /** The values around it, itself the last. */
  readonly path: readonly JsonValue[]
}

export const bodyOf = ({ source, block }: Written): JsonBody | Unmended => {
  const document = documentOf(source)
  if (!document) return NO_JSON
  const path = pathTo(document.root, block.body.span)
  const body = path.at(-1)
  return body?.kind === 'object' ? { document, body, path } : NO_OBJECT
}

export const NO_JSON: Unmended = { reason: 'its file is no valid JSON' }
export const NO_OBJECT: Unmended = { reason: 'it is no object of its own' }
