import type { Edit, Unmended } from '../finding.js'
import type { Expression } from '../hcl/syntax.js'
import { type BlockPlace, type Change, changeOf, joinable, type Written } from './change.js'
import { addJsonArguments, addJsonBlock, addJsonBlocks, extendJsonList } from './json-additions.js'
import { blockText } from './native.js'
import { addNativeArguments, addNativeBlock, addNativeBlocks } from './native-additions.js'
import { extendNativeList } from './native-list.js'
import { argument, type NewArgument, type NewBlock, names } from './new-text.js'
import { snippetOf } from './snippet.js'
import { FMT } from './style.js'

/**
 * Adds arguments behind the others of a block, in their column; behind an empty line where that would move too many others.
 * Terraform's own stand where they are looked for: `count`, `for_each` and `provider` at the beginning, `depends_on` at the end.
 */
export const addArguments = (place: BlockPlace, added: readonly NewArgument[]): Change | Unmended =>
  made(place, snippetOf(place, ...added), (written) =>
    written.source.isJson
      ? addJsonArguments(written, added)
      : inNative(written, () => joinable(addNativeArguments(written, added))),
  )

export const addArgument = (place: BlockPlace, added: NewArgument): Change | Unmended => addArguments(place, [added])

/** Adds a nested block at the end of a block, behind an empty line. */
export const addBlock = (place: BlockPlace, added: NewBlock): Change | Unmended =>
  made(place, snippetOf(place, added), (written) =>
    written.source.isJson ? addJsonBlock(written, added) : inNative(written, () => addNativeBlock(written, added)),
  )

/** Adds blocks of the outermost level behind one of them, an empty line before each. In JSON they join those of their types. */
export const addBlocksAfter = (place: BlockPlace, blocks: readonly NewBlock[]): Change | Unmended =>
  made(place, blocks.map((each) => blockText(each, FMT)).join('\n\n'), (written) =>
    written.source.isJson ? addJsonBlocks(written, blocks) : inNative(written, () => addNativeBlocks(written, blocks)),
  )

/**
 * Adds names to a list such as that of `depends_on`: `list` is where it stands in the block, with its expression. They are
 * quoted where the others are.
 */
export const extendNames = (
  place: BlockPlace,
  list: { readonly name: string; readonly expression: Expression },
  texts: readonly string[],
): Change | Unmended => {
  const { written } = place
  const { name, expression } = list
  if (!written || expression.kind !== 'tuple') return { reason: `${name} is no list in place` }
  const { source } = written
  return changeOf(
    source.isJson ? extendJsonList(source, expression, texts) : extendNativeList(written, expression, texts),
    snippetOf(place, argument(name, names(...expression.items.map(({ span }) => source.slice(span)), ...texts))),
  )
}

const made = (
  { written }: BlockPlace,
  snippet: string,
  edits: (written: Written) => readonly Edit[] | Unmended,
): Change | Unmended => changeOf(written ? edits(written) : [], snippet)

/** Where a brace is missing, nobody knows whether a place is in the block or behind it. */
const inNative = ({ block }: Written, edits: () => readonly Edit[] | Unmended): readonly Edit[] | Unmended =>
  block.span.end > block.body.span.end ? edits() : { reason: 'its block is never closed' }
