import type { Edit, Unmended } from '../finding.js'
import type { Expression, Tuple } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { BlockPlace, Change } from './change.js'
import { addJsonArguments, addJsonBlock, addJsonBlocks, extendJsonList } from './json-edits.js'
import { argumentLines, blockText } from './native.js'
import { block, type NewArgument, type NewBlock, names } from './new-text.js'
import { FMT, isJson, lineStart, type Style, styleOf } from './style.js'

/** Adds an argument behind the others of a block; `depends_on`, and what does not fit in their column, behind an empty line. */
export const addArgument = (place: BlockPlace, argument: NewArgument): Change | Unmended =>
  addArguments(place, [argument])

/** Adds arguments that belong together, likewise. */
export const addArguments = (place: BlockPlace, added: readonly NewArgument[]): Change | Unmended => {
  const snippet = snippetOf(place, ...added)
  const { written } = place
  if (!written) return { edits: [], snippet }
  const { source, block } = written
  if (isJson(source)) return change(addJsonArguments(written, added), snippet)
  const style = styleOf(source, block)
  const text = argumentLines(added, style, style.indent).join(style.lineEnd)
  return { edits: [intoBody(source, block.body.span.end, text, style)], snippet }
}

/** Adds a nested block at the end of a block, behind an empty line. */
export const addBlock = (place: BlockPlace, added: NewBlock): Change | Unmended => {
  const snippet = snippetOf(place, added)
  const { written } = place
  if (!written) return { edits: [], snippet }
  const { source, block } = written
  if (isJson(source)) return change(addJsonBlock(written, added), snippet)
  const style = styleOf(source, block)
  return { edits: [intoBody(source, block.body.span.end, blockText(added, style, style.indent), style)], snippet }
}

/** Adds blocks of the outermost level behind one of them, an empty line before each. */
export const addBlocksAfter = (place: BlockPlace, blocks: readonly NewBlock[]): Change | Unmended => {
  const snippet = blocks.map((each) => blockText(each, FMT)).join('\n\n')
  const { written } = place
  if (!written) return { edits: [], snippet }
  const { source, block } = written
  if (isJson(source)) return change(addJsonBlocks(written, blocks), snippet)
  const style = styleOf(source, block)
  const { lineEnd } = style
  const at = nextLine(source, block.span.end)
  const text = blocks.map((each) => `${lineEnd}${blockText(each, style)}`)
  const isAtEnd = at === source.text.length && !source.text.endsWith('\n')
  const edit: Edit = isAtEnd
    ? { source, span: { start: at, end: at }, text: text.map((each) => `${lineEnd}${each}`).join(''), isWhole: true }
    : { source, span: { start: at, end: at }, text: text.map((each) => `${each}${lineEnd}`).join(''), isWhole: true }
  return { edits: [edit], snippet }
}

/** Adds names to a list such as that of `depends_on`: `argument` is where it stands, with its expression. */
export const extendNames = (
  place: BlockPlace,
  list: { readonly name: string; readonly expression: Expression },
  texts: readonly string[],
): Change | Unmended => {
  const { written } = place
  const { name, expression } = list
  if (!written || expression.kind !== 'tuple') return { reason: `${name} is no list in place` }
  const { source } = written
  if (isJson(source))
    return change(
      extendJsonList(source, expression, texts),
      snippetOf(place, { kind: 'argument', name, value: names(...texts) }),
    )
  const all = [...expression.items.map(({ span }) => source.slice(span)), ...texts]
  const snippet = snippetOf(place, { kind: 'argument', name, value: names(...all) })
  return { edits: [intoList(source, expression, texts)], snippet }
}

const intoList = (source: SourceFile, { items, span }: Tuple, texts: readonly string[]): Edit => {
  const last = items.at(-1)
  if (!last) return { source, span, text: `[${texts.join(', ')}]` }
  const start = lineStart(source, last.span.start)
  const isAlone = start > span.start
  const indent = /^[ \t]*/.exec(source.text.slice(start))?.[0] ?? ''
  const lineEnd = source.text.slice(0, start).endsWith('\r\n') ? '\r\n' : '\n'
  const between = isAlone ? `,${lineEnd}${indent}` : ', '
  return {
    source,
    span: { start: last.span.end, end: last.span.end },
    text: texts.map((text) => between + text).join(''),
  }
}

const change = (edits: readonly Edit[] | Unmended, snippet: string): Change | Unmended =>
  'reason' in edits ? edits : { edits, snippet }

const nextLine = ({ text }: SourceFile, offset: number): number => {
  const at = text.indexOf('\n', offset)
  return at === -1 ? text.length : at + 1
}

/** Before the closing brace, behind an empty line. */
const intoBody = (source: SourceFile, end: number, text: string, { lineEnd }: Style): Edit => {
  const at = lineStart(source, end)
  return { source, span: { start: at, end: at }, text: `${lineEnd}${text}${lineEnd}`, isWhole: true }
}

/** The block with nothing in it but what is added. */
const snippetOf = ({ type, labels }: BlockPlace, ...items: readonly (NewArgument | NewBlock)[]): string =>
  blockText(block(type, labels, ...items), FMT)
