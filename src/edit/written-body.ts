import type { Edit } from '../finding.js'
import type { Attribute, Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { settle } from './alignment.js'
import { FIRST, HEADING, LAST } from './argument-order.js'
import { insertion, type Written } from './change.js'
import { joined } from './column.js'
import { argumentLines, blockText } from './native.js'
import type { NewArgument, NewBlock } from './new-text.js'
import { BREAK, type Rows, rowsIn } from './rows.js'
import { indentAt, type Style, styleOf } from './style.js'

type Item = { readonly name: string; readonly attribute?: Attribute; readonly start: number; readonly end: number }

/** The body of a block in native syntax, and where in it something new has its place. */
export class WrittenBody {
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
