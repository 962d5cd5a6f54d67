/** What a comment stands at: a block, an attribute, an item of an object or list within one. */
import type { Attribute, Block, Body, Comment, Expression, ParsedFile } from '../hcl/syntax.js'
import { walk } from '../hcl/walk.js'
import type { Span } from '../source/span.js'
import { NestedSpans } from './nested-spans.js'

export interface Stand {
  readonly span: Span
  /** Where all that is meant lies: in JSON syntax blocks can share a header, which then stands apart from their bodies. */
  readonly meant: readonly Span[]
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
  readonly #commentEnds: ReadonlyMap<number, number>
  /** By where comments end: many may stand above each other. */
  readonly #codeBehindEnds = new Map<number, number | undefined>()
  readonly #nodes: NestedSpans<Node>
  /** By where they begin and end, the outermost of each place. */
  readonly #beginning = new Map<number, Node>()
  readonly #ending = new Map<number, Node>()

  constructor(file: ParsedFile) {
    this.#file = file
    this.#commentEnds = new Map(file.comments.map(({ span }) => [span.start, span.end]))
    this.#nodes = new NestedSpans(nodesIn(file.body, undefined))
    for (const node of this.#nodes.all) {
      if (!this.#beginning.has(node.span.start)) this.#beginning.set(node.span.start, node)
      if (!this.#ending.has(node.span.end)) this.#ending.set(node.span.end, node)
    }
  }

  /** `undefined` where there is nothing that the comment could mean. */
  of(comment: Comment): Stand | undefined {
    if (this.#file.syntax === 'json') return this.#ofProperty(comment)
    const { source } = this.#file
    const lineStart = source.lineStarts[source.lineIndex(comment.span.start)] ?? 0
    const before = source.text.slice(lineStart, comment.span.start).replace(COMMENTS_IN_LINE, blanksFor)
    return /^[\s\ufeff]*$/.test(before) ? this.#below(comment) : this.#beside(comment, lineStart, before)
  }

  /** A `"//"` property stands for the object that it is in; at the top of a values file, for all of it. */
  #ofProperty({ span }: Comment): Stand | undefined {
    const { body } = this.#file
    for (const node of this.#nodes.around(span)) if (node.kind === 'block') return node
    const isValuesFile = body.blocks.length === 0 && body.attributes.size > 0
    return isValuesFile ? wholly(body.span) : undefined
  }

  /** On lines of its own: the block that opens above, or what follows, with nothing but comments between. */
  #below({ span }: Comment): Stand | undefined {
    const index = this.#nodes.innermost(span)
    const around = this.#nodes.all[index]
    // A `locals` block is no more than the sum of its attributes: there the comment means the next one.
    if (around?.kind === 'block' && around.block?.type !== 'locals') {
      const first = this.#nodes.all[index + 1]
      if (!first || first.span.start > span.start) return around
    }
    const code = this.#codeBehind(span.end)
    if (code === undefined) return undefined
    const isInside = around?.kind !== 'block' && !/[\])}]/.test(this.#file.source.text.charAt(code))
    return this.#beginning.get(code) ?? (isInside ? around : undefined)
  }

  /** Behind something on the same line: what ends there, else what begins there. */
  #beside({ span }: Comment, lineStart: number, before: string): Stand | undefined {
    const ending = this.#ending.get(lineStart + before.replace(/[\s,]+$/, '').length)
    const around = this.#nodes.all[this.#nodes.innermost(span)]
    const isHere = around !== undefined && around.span.start >= lineStart
    return ending ?? (isHere || around?.kind !== 'block' ? around : undefined)
  }

  /** The offset of what follows; `undefined` behind an empty line, and at the end of the file. */
  #codeBehind(end: number): number | undefined {
    const passed: number[] = []
    let behind = end
    let commentEnd: number | undefined = end
    while (commentEnd !== undefined && !this.#codeBehindEnds.has(commentEnd)) {
      passed.push(commentEnd)
      behind = commentEnd + this.#blanksAt(commentEnd)
      commentEnd = this.#commentEnds.get(behind)
    }
    const code = commentEnd === undefined ? this.#codeAt(behind) : this.#codeBehindEnds.get(commentEnd)
    for (const each of passed) this.#codeBehindEnds.set(each, code)
    return code
  }

  #codeAt(at: number): number | undefined {
    const { text } = this.#file.source
    return at < text.length && !/\s/.test(text.charAt(at)) ? at : undefined
  }

  /** To the code on the same line, or on the next one. */
  #blanksAt(at: number): number {
    const [blanks = ''] = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(this.#file.source.text.slice(at, at + LONGEST_INDENT)) ?? []
    return blanks.length
  }
}

/** In characters; a longer line of blanks is nobody's. */
const LONGEST_INDENT = 1000

const wholly = (span: Span): Pick<Stand, 'span' | 'meant'> => ({ span, meant: [span] })

function* nodesIn(body: Body, outermost: Block | undefined): Generator<Node> {
  for (const attribute of body.attributes.values()) {
    const inside = { ...(outermost && { block: outermost }), attribute: attribute.name }
    yield { kind: 'attribute', ...wholly(attribute.span), ...inside }
    for (const span of itemsIn(attribute)) yield { kind: 'item', ...wholly(span), ...inside }
  }
  for (const block of body.blocks) {
    const meant = [block.headerSpan, block.body.span]
    yield { kind: 'block', span: block.span, meant, block: outermost ?? block }
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

const blanksFor = (text: string): string => ' '.repeat(text.length)
