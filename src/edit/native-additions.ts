/** New arguments and blocks in native syntax. */
import type { Edit } from '../finding.js'
import { settle } from './alignment.js'
import { FIRST, LAST } from './argument-order.js'
import { insertion, type Written } from './change.js'
import { blockText } from './native.js'
import type { NewArgument, NewBlock } from './new-text.js'
import { BREAK, rowsIn } from './rows.js'
import { styleOf } from './style.js'
import { WrittenBody } from './written-body.js'

export const addNativeArguments = (written: Written, added: readonly NewArgument[]): readonly Edit[] => {
  const first = added.filter(({ name }) => FIRST.has(name))
  const last = added.filter(({ name }) => LAST.has(name))
  const others = added.filter(({ name }) => !FIRST.has(name) && !LAST.has(name))
  const body = new WrittenBody(written)
  if (body.isClosedOnLine) return body.reopened(first, others, last)
  if (body.isEmpty) return body.append(body.paragraphs([first, others, ...last.map((each) => [each])]))
  return [
    ...(body.isBare
      ? body.insertFirst([first, others])
      : [...body.insertFirst([first]), ...body.insert(others, first.length === 0 || !body.hasHeaderComment)]),
    ...(last.length > 0 ? body.append(body.paragraphs(last.map((each) => [each]))) : []),
  ]
}

export const addNativeBlock = (written: Written, added: NewBlock): readonly Edit[] => {
  const body = new WrittenBody(written)
  return body.isClosedOnLine ? body.reopened([], [], [added]) : body.append(body.paragraphs([added]))
}

/** Behind the block's line, and what stands on it. */
export const addNativeBlocks = ({ source, block }: Written, added: readonly NewBlock[]): readonly Edit[] => {
  const rows = rowsIn(source)
  const style = styleOf(source, block)
  const { lineEnd } = style
  const comment = rows.commentBehind(block.span.end)
  const index = rows.at(block.span.end)
  const isBehind = comment && rows.at(comment.span.start) === index
  const behind = isBehind ? rows.at(comment.span.end) : index
  const at = rows.next(behind)
  const next = rows.all[behind + 1]
  const texts = added.map((each) => blockText(each, style))
  if (at === source.text.length && !source.text.endsWith('\n'))
    return [insertion(source, at, texts.map((text) => `${lineEnd}${lineEnd}${text}`).join(''))]
  const text = texts.map((each) => `${lineEnd}${each}${lineEnd}`).join('')
  const isParted = next === undefined || next.isBlank
  return [
    isParted ? insertion(source, at, text) : { source, span: { start: at, end: at }, text: text + lineEnd },
    ...settle(rows, behind + 1, behind + 1, [BREAK]).edits,
  ]
}
