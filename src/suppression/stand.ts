/** What a comment stands at: a block, an attribute, an item of an object or list within one. */
import type { Attribute, Block, Body, Comment, Expression, ParsedFile } from '../hcl/syntax.js'
import { walk } from '../hcl/walk.js'
import type { Span } from '../source/span.js'

export interface Stand {
  /** All of it is meant. */
  readonly span: Span
  /** The outermost block that it is or is in; absent in a values file. */
  readonly block?: Block
  /** The attribute that it is or is in. */
  readonly attribute?: string
}

/** Something that a comment can stand at. */
interface Node extends Stand {
  readonly kind: 'block' | 'attribute' | 'item'
}

/** Where the comments of one file stand. */
export class Stands {
  readonly #file: ParsedFile
  readonly #nodes: readonly Node[]
  readonly #commentEnds: ReadonlyMap<number, number>

  constructor(file: ParsedFile) {
    this.#file = file
    this.#nodes = [...nodesIn(file.body, undefined)]
    this.#commentEnds = new Map(file.comments.map(({ span }) => [span.start, span.end]))
  }

  /** `undefined` where there is nothing that the comment could mean. */
  of(comment: Comment): Stand | undefined {
    if (this.#file.syntax === 'json') return this.#ofProperty(comment)
    const { source } = this.#file
    const lineStart = source.lineStarts[source.lineIndex(comment.span.start)] ?? 0
    return isBlank(source.text.slice(lineStart, comment.span.start)) ? this.#below(comment) : this.#beside(comment)
  }

  /** A `"//"` property stands for the object that it is in; at the top of a values file, for all of it. */
  #ofProperty({ span }: Comment): Stand | undefined {
    const { body } = this.#file
    const isValuesFile = body.blocks.length === 0 && body.attributes.size > 0
    return (
      this.#innermostAround(span, ({ kind }) => kind === 'block') ?? (isValuesFile ? { span: body.span } : undefined)
    )
  }

  /** On lines of its own: the block that opens above, or what follows, with nothing but comments between. */
  #below({ span }: Comment): Stand | undefined {
    const around = this.#innermostAround(span)
    // A `locals` block is no more than the sum of its attributes: there the comment means the next one.
    if (around?.kind === 'block' && around.block?.type !== 'locals') {
      const isFirst = !this.#nodes.some(
        (node) => isWithin(node.span, around.span) && node !== around && node.span.start < span.start,
      )
      if (isFirst) return around
    }
    const code = this.#codeBehind(span.end)
    if (code === undefined) return undefined
    const next = largest(this.#nodes.filter((node) => node.span.start === code))
    return (
      next ?? (around?.kind !== 'block' && !/[\])}]/.test(this.#file.source.text.charAt(code)) ? around : undefined)
    )
  }

  /** Behind something on the same line: what ends there, else what begins there. */
  #beside({ span }: Comment): Stand | undefined {
    const { source } = this.#file
    const ending = this.#nodes.filter(
      (node) => node.span.end <= span.start && isBetween(source.text.slice(node.span.end, span.start)),
    )
    const around = this.#innermostAround(span)
    const isHere = around && source.lineIndex(around.span.start) === source.lineIndex(span.start)
    return largest(ending) ?? (isHere || around?.kind !== 'block' ? around : undefined)
  }

  #innermostAround(span: Span, isWanted: (node: Node) => boolean = () => true): Node | undefined {
    // Inner nodes come behind outer ones.
    return this.#nodes.findLast((node) => isWithin(span, node.span) && isWanted(node))
  }

  /** The offset of what follows; `undefined` behind an empty line, and at the end of the file. */
  #codeBehind(end: number): number | undefined {
    const { text } = this.#file.source
    let at = end
    for (;;) {
      const [blanks = ''] = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(at, at + LONGEST_INDENT)) ?? []
      at += blanks.length
      const behindComment = this.#commentEnds.get(at)
      if (behindComment === undefined) break
      at = behindComment
    }
    return at < text.length && !/\s/.test(text.charAt(at)) ? at : undefined
  }
}

/** In characters; a longer line of blanks is nobody's. */
const LONGEST_INDENT = 1000

function* nodesIn(body: Body, outermost: Block | undefined): Generator<Node> {
  for (const attribute of body.attributes.values()) {
    const inside = { ...(outermost && { block: outermost }), attribute: attribute.name }
    yield { kind: 'attribute', span: attribute.span, ...inside }
    for (const span of itemsIn(attribute)) yield { kind: 'item', span, ...inside }
  }
  for (const block of body.blocks) {
    yield { kind: 'block', span: block.span, block: outermost ?? block }
    yield* nodesIn(block.body, outermost ?? block)
  }
}

const itemsIn = ({ expression }: Attribute): readonly Span[] => {
  const spans: Span[] = []
  walk(expression, (inner: Expression) => {
    if (inner.kind === 'tuple') spans.push(...inner.items.map(({ span }) => span))
    if (inner.kind === 'object')
      spans.push(...inner.items.map(({ key, value }) => ({ start: key.span.start, end: value.span.end })))
  })
  return spans
}

const COMMENTS_IN_LINE = /\/\*.*?\*\//g

const isBlank = (text: string): boolean => /^[\s\ufeff]*$/.test(text.replace(COMMENTS_IN_LINE, ''))

/** What can stand between the end of something and the comment on its line. */
const isBetween = (text: string): boolean => /^[ \t,]*$/.test(text.replace(COMMENTS_IN_LINE, ''))

export const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const largest = (nodes: readonly Node[]): Node | undefined =>
  nodes.reduce<Node | undefined>(
    (best, node) => (best && best.span.end - best.span.start >= node.span.end - node.span.start ? best : node),
    undefined,
  )
