import type { ByteRange } from './json-file.js'
import type { JsonReader } from './json-reader.js'
import { asMode } from './json-shape.js'

/** Whether resources of a type are kept. */
export type Wanted = (mode: 'managed' | 'data', type: string) => boolean

/** A resource whose type is wanted, unread. */
export interface WantedEntry {
  readonly range: ByteRange
  readonly mode: 'managed' | 'data'
}

/**
 * The resource here if its type is wanted. Looks at `mode` and `type` alone, which Terraform writes first,
 * so that the rest of an unwanted one is skipped without a look.
 */
export const wantedEntry = (reader: JsonReader, wanted: Wanted): WantedEntry | undefined => {
  reader.peek()
  const start = reader.position
  let mode: 'managed' | 'data' | undefined
  let type: string | undefined
  reader.members((key) => {
    if (key === 'mode') mode = asMode(reader.string())
    else if (key === 'type') type = reader.string()
    return mode !== undefined && type !== undefined ? 'leave' : undefined
  })
  if (mode === undefined || type === undefined || !wanted(mode, type)) return undefined
  return { range: { start, end: reader.position }, mode }
}
