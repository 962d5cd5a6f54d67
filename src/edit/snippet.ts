/** What there will be, for whom there is no file to be edited. */
import type { BlockPlace } from './change.js'
import { blockText } from './native.js'
import { block, type NewBlock } from './new-text.js'
import { FMT } from './style.js'

/** The block with nothing in it but these. */
export const snippetOf = ({ type, labels }: BlockPlace, ...items: NewBlock['body']): string =>
  blockText(block(type, labels, ...items), FMT)

/** The block, and what is to be done to it: a comment, where there is nothing to be written. */
export const snippetRemark = (place: BlockPlace, remark: string): string =>
  snippetOf(place).replace(/{}$/, `{\n${FMT.indent}# ${remark}\n}`)
