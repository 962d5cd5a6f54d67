/** A file in JSON syntax as it is edited: its values with their places, and how it is written. */
import { type JsonMember, type JsonObject, type JsonValue, readJson } from '../hcl/json-reader.js'
import { scannerOf } from '../hcl/scanner.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { indentAt, isFirstOnLine, lineEndOf } from './style.js'

export interface JsonDocument {
  readonly root: JsonValue
  readonly style: JsonStyle
}

export interface JsonStyle {
  /** Of one level; absent where everything stands on one line. */
  readonly indent: string | undefined
  readonly lineEnd: string
  /** `: `, with the blanks around it. */
  readonly colon: string
  /** Between two values on one line. */
  readonly comma: string
  /** Between a brace and what it holds, on one line. */
  readonly padding: string
  /** Whether even a short list has a line for each item, as those write who leave it to a program. */
  readonly spreadsLists: boolean
}

const documents = new WeakMap<SourceFile, JsonDocument | null>()

/** Read once for each file; `undefined` where it is not JSON from its beginning to its end. */
export const documentOf = (source: SourceFile): JsonDocument | undefined => {
  const known = documents.get(source)
  if (known !== undefined) return known ?? undefined
  const scanner = scannerOf(source)
  const root = readJson(scanner)
  const document = root && scanner.diagnostics.length === 0 ? { root, style: styleOf(source, root) } : null
  documents.set(source, document)
  return document ?? undefined
}

const styleOf = (source: SourceFile, root: JsonValue): JsonStyle => {
  const { text } = source
  const outer = root.kind === 'array' ? root.items.find((item) => item.kind === 'object') : root
  const first = outer?.kind === 'object' ? outer.members[0] : undefined
  const colon = first ? text.slice(first.name.span.end, first.value.span.start) : ': '
  const isSpread = !first || isFirstOnLine(source, first.name.span.start)
  const own = indentAt(source, outer?.span.start ?? 0)
  const indent = first ? indentAt(source, first.name.span.start).slice(own.length) : '  '
  const isRoomy = /\s/.test(colon)
  return {
    indent: isSpread ? indent : undefined,
    lineEnd: lineEndOf(source),
    colon: colon.includes('\n') ? ': ' : colon,
    comma: isRoomy ? ', ' : ',',
    padding: isRoomy && /\{ /.test(text) ? ' ' : '',
    spreadsLists: /\[\r?\n/.test(text) && !/\[[ \t]*"/.test(text),
  }
}

/** From the outermost value to the innermost one that holds the range. */
export const pathTo = (root: JsonValue, span: Span): readonly JsonValue[] => {
  const path: JsonValue[] = []
  for (let next: JsonValue | undefined = root; next; next = childrenOf(next).find((child) => holds(child, span)))
    path.push(next)
  return path
}

const holds = ({ span }: JsonValue, { start, end }: Span): boolean => span.start <= start && end <= span.end

const childrenOf = (value: JsonValue): readonly JsonValue[] => {
  if (value.kind === 'array') return value.items
  return value.kind === 'object' ? value.members.map((member) => member.value) : []
}

export const memberOf = ({ members }: JsonObject, name: string): JsonMember | undefined =>
  members.find((member) => member.name.value === name)
