import { dirname } from 'node:path/posix'
import type { Suppression } from '../finding.js'
import type { Block, ParsedFile } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { configurationFiles } from '../terraform/load/file-names.js'
import { directivesIn } from './comments.js'
import { type Directive, type Mistake, parseDirective } from './directive.js'
import { isWithin, NestedSpans } from './nested-spans.js'
import { type Stand, Stands } from './stand.js'

/** A range that a finding has to do with: where it points, the header of its resource, where the value was written. */
export interface Place {
  readonly source: SourceFile
  readonly span: Span
}

/** Where it was written, and what it was written at; `undefined` where there is nothing that it could mean. */
interface Written {
  readonly source: SourceFile
  readonly span: Span
  readonly stand: Stand | undefined
}

export type CommentMistake = Written & { readonly mistake: Mistake }

export interface CommentSuppression extends Written {
  readonly directive: Directive
  /** The rules of which it has met a finding. */
  readonly met: Set<string>
}

/** The suppressions that stand in the comments of a run's files. */
export class CommentSuppressions {
  readonly all: readonly CommentSuppression[]
  readonly mistakes: readonly CommentMistake[]
  readonly #byPath: ReadonlyMap<string, NestedSpans<Meant>>
  /** Where a file overrides another, one resource is several blocks: each of them stands for it. */
  readonly #atBlocks: readonly CommentSuppression[]
  readonly #files: ReadonlyMap<string, ParsedFile>

  /** `rules` are the ids that there are. */
  constructor(files: Iterable<ParsedFile>, rules: readonly string[]) {
    const all: CommentSuppression[] = []
    const mistakes: CommentMistake[] = []
    const seen = new Map<string, ParsedFile>()
    for (const file of files) {
      const { source } = file
      // Two readers of one run may have read it.
      if (seen.has(source.path)) continue
      seen.set(source.path, file)
      const directives = directivesIn(file)
      const stands = directives.length > 0 ? new Stands(file) : undefined
      for (const { comment, span, text } of directives) {
        const written = { source, span, stand: stands?.of(comment) }
        const directive = parseDirective(text, rules)
        if (directive?.kind === 'ignore') all.push({ ...written, directive, met: new Set() })
        else if (directive) mistakes.push({ ...written, mistake: directive })
      }
    }
    this.all = all
    this.mistakes = mistakes
    this.#byPath = byPath(all)
    const isOverridden = all.length > 0 && [...seen.keys()].some(isOverride)
    this.#atBlocks = isOverridden ? all.filter(({ stand }) => isWholeBlock(stand)) : []
    this.#files = seen
  }

  get isEmpty(): boolean {
    return this.all.length === 0
  }

  /** Those that stand where a finding of the rule has to do with. */
  about(rule: string, places: readonly Place[]): readonly CommentSuppression[] {
    const near = new Set([
      ...places.flatMap(({ source, span }) =>
        [...(this.#byPath.get(source.path)?.around(span) ?? [])].map(({ by }) => by),
      ),
      ...this.#atBlocks.filter((comment) => places.some((place) => this.#overrides(place, comment))),
    ])
    return [...near].filter(({ directive }) => directive.rules.includes(rule))
  }

  /** Whether the place is in a block that overrides the one that is commented, or the other way round. */
  #overrides({ source: { path }, span }: Place, { source, stand }: CommentSuppression): boolean {
    const block = stand?.block
    if (!block || path === source.path || dirname(path) !== dirname(source.path)) return false
    if (!isOverride(path) && !isOverride(source.path)) return false
    const blocks = this.#files.get(path)?.body.blocks ?? []
    return blocks.some((other) => isWithin(span, other.span) && declaresTheSame(other, block))
  }
}

/** A range, and the comment that means it. */
interface Meant {
  readonly span: Span
  readonly by: CommentSuppression
}

const byPath = (all: readonly CommentSuppression[]): ReadonlyMap<string, NestedSpans<Meant>> => {
  const meant = new Map<string, Meant[]>()
  for (const by of all) {
    const known = meant.get(by.source.path) ?? []
    meant.set(by.source.path, known)
    for (const span of by.stand?.meant ?? []) known.push({ span, by })
  }
  return new Map([...meant].map(([path, spans]) => [path, new NestedSpans(spans)]))
}

export const toSuppression = ({ source, span, directive }: CommentSuppression): Suppression => ({
  kind: 'comment',
  reason: directive.reason,
  ...(directive.until !== undefined && { until: directive.until }),
  location: { kind: 'source', source, span },
})

const isOverride = (path: string): boolean =>
  configurationFiles([path.slice(path.lastIndexOf('/') + 1)]).some(({ override }) => override)

const isWholeBlock = (stand: Stand | undefined): boolean =>
  stand?.block !== undefined && stand.span === stand.block.span

const declaresTheSame = (one: Block, other: Block): boolean =>
  one.type === other.type &&
  one.labels.length === other.labels.length &&
  one.labels.every(({ value }, index) => value === other.labels[index]?.value)
