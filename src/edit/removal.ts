import type { Edit, Unmended } from '../finding.js'
import type { Attribute } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { BlockPlace, Change } from './change.js'
import { removeJsonBlock, removeJsonMember } from './json-edits.js'
import { isJson } from './style.js'

/** Takes an argument out of a block. Comments stay. */
export const removeArgument = (place: BlockPlace, name: string): Change | Unmended => {
  const found = attributeIn(place, name)
  if (!found) return { edits: [], snippet: '' }
  const { source, attribute } = found
  if (!isJson(source)) return { edits: [removeLines(source, attribute.span)], snippet: '' }
  const edits = place.written ? removeJsonMember(place.written, name) : []
  return 'reason' in edits ? edits : { edits, snippet: '' }
}

/** Takes a block out, nested or not. */
export const removeBlock = ({ written }: BlockPlace): Change | Unmended => {
  if (!written) return { edits: [], snippet: '' }
  const { source, block } = written
  if (isJson(source)) {
    const edits = removeJsonBlock(written)
    return 'reason' in edits ? edits : { edits, snippet: '' }
  }
  return { edits: [removeLines(source, block.span)], snippet: '' }
}

export const renameArgument = (place: BlockPlace, name: string, to: string): Change | Unmended => {
  const found = attributeIn(place, name)
  if (!found) return { edits: [], snippet: '' }
  const { source, attribute } = found
  const text = isJson(source) ? JSON.stringify(to) : to
  return { edits: [{ source, span: attribute.nameSpan, text }], snippet: '' }
}

const attributeIn = (
  { written }: BlockPlace,
  name: string,
): { readonly source: SourceFile; readonly attribute: Attribute } | undefined => {
  const attribute = written?.block.body.attributes.get(name)
  return written && attribute && { source: written.source, attribute }
}

/** The whole lines, where nothing else stands on them. */
const removeLines = (source: SourceFile, { start, end }: Span): Edit => {
  const { text } = source
  const before = /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0].length ?? 0
  const isFirst = start === before || text[start - before - 1] === '\n'
  const [after = '', lineEnd] = /^[ \t]*(\r?\n|$)?/.exec(text.slice(end)) ?? []
  if (isFirst && lineEnd !== undefined)
    return { source, span: { start: start - before, end: end + after.length }, text: '' }
  // The comment behind it takes its place.
  if (isFirst) return { source, span: { start, end: end + after.length }, text: '' }
  return { source, span: { start: start - before, end }, text: '' }
}
