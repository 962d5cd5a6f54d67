/** New arguments and blocks in native syntax. */
import type { Edit } from '../finding.js'
import type { Attribute, Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { settle } from './alignment.js'
import type { Written } from './change.js'
import { argumentLines, blockText, valueText } from './native.js'
import type { NewArgument, NewBlock } from './new-text.js'
import { BREAK, type Row, type Rows, rowsIn, width } from './rows.js'
import { indentAt, type Style, styleOf } from './style.js'

/** They stand before all others, with an empty line behind them. */
const FIRST: ReadonlySet<string> = new Set(['count', 'for_each', 'provider'])

/** Those that such an argument may stand below. */
const HEADING: ReadonlySet<string> = new Set([...FIRST, 'source', 'version', 'providers'])

/** They stand behind all others, each behind an empty line. */
const LAST: ReadonlySet<string> = new Set(['depends_on', 'lifecycle'])

/** A longer run is not moved for the sake of one name. */
const MOST_MOVED = 8

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

const insertion = (source: SourceFile, at: number, text: string): Edit => ({
  source,
  span: { start: at, end: at },
  text,
  isWhole: true,
})

type Item = { readonly name: string; readonly attribute?: Attribute; readonly start: number; readonly end: number }

/** On lines behind a row, in its column; `undefined` where they do not fit there. `behind` is what each ends with. */
export const joined = (
  rows: Rows,
  index: number,
  added: readonly NewArgument[],
  style: Style,
  own: string,
  behind = '',
): readonly Edit[] | undefined => {
  const { source, all } = rows
  const anchored = all[index]
  const texts = added.map(({ name, value }) => ({
    before: own + name,
    text: valueText(value, style, own, own.length + name.length) + behind,
  }))
  if (anchored?.assign === undefined || texts.some(({ text }) => text.includes('\n'))) return undefined
  const others = texts.map(
    ({ before, text }): Row => ({ lead: width(before), assign: width(text) + '= '.length, hasComment: false }),
  )
  const { edits, gaps, wasAligned } = settle(rows, index + 1, index + 1, others)
  const column = anchored.lead + (anchored.gap ? anchored.gap.end - anchored.gap.start : 0)
  const fits = others.every(({ lead }) => lead < column)
  if (wasAligned ? edits.length > MOST_MOVED : !fits) return undefined
  const lines = texts.map(({ before, text }, at) => `${before}${' '.repeat(gaps[at] ?? 1)}= ${text}`)
  const { end } = anchored.span
  const text = lines.map((line) => style.lineEnd + line).join('')
  if (edits.length === 0) return [insertion(source, end, text)]
  // What another puts here would have to know of the new column.
  return [...edits, { source, span: { start: end, end }, text }]
}

class WrittenBody {
  readonly #source: SourceFile
  readonly #rows: Rows
  readonly #style: Style
  readonly #block: Block
  /** The blanks before the block, and before what is in it. */
  readonly #own: string
  readonly #inner: string
  readonly #items: readonly Item[]

  constructor({ source, block }: Written) {
    this.#source = source
    this.#block = block
    this.#rows = rowsIn(source)
    this.#style = styleOf(source, block)
    this.#own = indentAt(source, block.span.start)
    this.#inner = this.#own + this.#style.indent
    this.#items = itemsOf(block)
  }

  /** Whether the closing brace stands on the line of what is before it. */
  get isClosedOnLine(): boolean {
    const { body } = this.#block
    const from = this.#items.at(-1)?.end ?? body.span.start
    return !this.#source.text.slice(from, body.span.end).includes('\n')
  }

  get isEmpty(): boolean {
    return this.#items.length === 0
  }

  /** What stands in one column with it moves where something comes between. */
  get hasHeaderComment(): boolean {
    return this.#rows.all[this.#rows.at(this.#block.body.span.start)]?.hasComment === true
  }

  /** Whether there is nothing in it but what stands behind all others. */
  get isBare(): boolean {
    return this.#items.every(({ name }) => LAST.has(name))
  }

  /** Below the arguments of the same kind that begin the body, else before all that is in it. */
  insertFirst(groups: readonly (readonly NewArgument[])[]): readonly Edit[] {
    const added = groups.flat()
    if (added.length === 0) return []
    const heading: Item[] = []
    for (const item of this.#items) {
      if (!item.attribute || !HEADING.has(item.name)) break
      heading.push(item)
    }
    const anchor = heading.at(-1)
    const beside = anchor && this.#join(anchor, added)
    if (beside) return beside
    const { lineEnd } = this.#style
    const lines = this.paragraphs(groups)
    if (anchor) return this.#paragraph(this.#rows.at(anchor.end), lines)
    const header = this.#rows.at(this.#block.body.span.start)
    const next = this.#rows.all[header + 1]
    const isAlone = next === undefined || next.isBlank || this.#isClosing(header + 1)
    return this.#whole(header, `${lines}${lineEnd}${isAlone ? '' : lineEnd}`)
  }

  /** In the run of the last argument that has one, else behind an empty line. */
  insert(added: readonly NewArgument[], mayMoveOthers: boolean): readonly Edit[] {
    if (added.length === 0) return []
    const anchor = this.#items.findLast(
      ({ name, attribute }) =>
        attribute && !LAST.has(name) && !FIRST.has(name) && this.#rows.all[this.#rows.at(attribute.span.start)]?.assign,
    )
    const beside = anchor && !this.#isBelowHeading(anchor) && this.#join(anchor, added)
    if (beside && (mayMoveOthers || beside.length === 1)) return beside
    const lines = argumentLines(added, this.#style, this.#inner).join(this.#style.lineEnd)
    const main = this.#items.findLast(({ name }) => !LAST.has(name))
    return main === this.#items.at(-1) || main === undefined
      ? this.append(lines)
      : this.#paragraph(this.#rows.at(main.end), lines)
  }

  /** Behind all that is in the body. */
  append(lines: string): readonly Edit[] {
    const header = this.#rows.at(this.#block.body.span.start)
    let last = this.#rows.at(this.#block.body.span.end) - 1
    while (last > header && this.#rows.all[last]?.isBlank) last -= 1
    return last > header ? this.#paragraph(last, lines) : this.#whole(header, `${lines}${this.#style.lineEnd}`)
  }

  /** Arguments that stand together, or a block each, with empty lines between them. */
  paragraphs(added: readonly (readonly NewArgument[] | NewBlock)[]): string {
    const { lineEnd } = this.#style
    const texts = added.map((each) =>
      'kind' in each
        ? blockText(each, this.#style, this.#inner)
        : argumentLines(each, this.#style, this.#inner).join(lineEnd),
    )
    return texts.filter((text) => text !== '').join(lineEnd + lineEnd)
  }

  /** Gives the braces of a block on one line lines of their own. */
  reopened(
    first: readonly NewArgument[],
    others: readonly NewArgument[],
    last: readonly (NewArgument | NewBlock)[],
  ): readonly Edit[] {
    const { lineEnd } = this.#style
    const source = this.#source
    const { span } = this.#block.body
    const text = source.slice(span)
    const isOneLine = !text.includes('\n')
    const [item] = this.#items
    const isBare = item !== undefined && text.trim() === source.text.slice(item.start, item.end)
    const there = isOneLine && isBare && item.attribute ? [copyOf(source, item.attribute)] : []
    const rest = there.length > 0 ? '' : this.#inner + text.trim()
    const paragraphs = [
      argumentLines(first, this.#style, this.#inner).join(lineEnd),
      text.trim() === '' ? '' : rest,
      argumentLines([...there, ...others], this.#style, this.#inner).join(lineEnd),
      this.paragraphs(last.map((each) => (each.kind === 'block' ? each : [each]))),
    ].filter((paragraph) => paragraph !== '')
    const index = this.#rows.at(span.end)
    const { hasComment = false, commentGap } = this.#rows.all[index] ?? {}
    const closing = { lead: this.#own.length + '}'.length, hasComment, ...(commentGap && { commentGap }) }
    return [
      { source, span, text: `${lineEnd}${paragraphs.join(lineEnd + lineEnd)}${lineEnd}${this.#own}` },
      ...settle(this.#rows, index, index + 1, [BREAK, closing]).edits,
    ]
  }

  /** Whether a comment is the heading of the paragraph: it need not speak of what is new. */
  #isBelowHeading({ start }: Item): boolean {
    const { all } = this.#rows
    const header = this.#rows.at(this.#block.body.span.start)
    let first = this.#rows.at(start)
    while (first > header + 1 && all[first - 1]?.isBlank === false) first -= 1
    const row = all[first]
    return first > header + 1 && row !== undefined && /^\s*(?:#|\/[/*])/.test(this.#source.slice(row.span))
  }

  #join(anchor: Item, added: readonly NewArgument[]): readonly Edit[] | undefined {
    return joined(this.#rows, this.#rows.at(anchor.start), added, this.#style, this.#inner)
  }

  /** Behind a row and an empty line. */
  #paragraph(index: number, lines: string): readonly Edit[] {
    const { lineEnd } = this.#style
    const next = this.#rows.all[index + 1]
    const isAlone = next === undefined || next.isBlank || this.#isClosing(index + 1)
    return this.#whole(index, `${lineEnd}${lines}${lineEnd}${isAlone ? '' : lineEnd}`)
  }

  /** Between a row and the next. */
  #whole(index: number, text: string): readonly Edit[] {
    const { edits } = settle(this.#rows, index + 1, index + 1, [BREAK])
    return [...edits, insertion(this.#source, this.#rows.next(index), text)]
  }

  #isClosing(index: number): boolean {
    return index === this.#rows.at(this.#block.body.span.end)
  }
}

const copyOf = (source: SourceFile, { name, expression: { span } }: Attribute): NewArgument => ({
  kind: 'argument',
  name,
  value: { kind: 'copy', source, span },
})

const itemsOf = ({ body }: Block): readonly Item[] =>
  [
    ...[...body.attributes.values()].map((attribute) => ({ name: attribute.name, attribute, ...attribute.span })),
    ...body.blocks.map(({ type, span }) => ({ name: type, ...span })),
  ].sort((a, b) => a.start - b.start)
