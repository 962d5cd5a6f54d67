import type { Location } from '../finding.js'
import type { Argument, Content } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { type BlockScope, generatedBlocks } from '../terraform/generated-blocks.js'
import type { Value } from '../terraform/value.js'
import { knownString, resolve } from '../terraform/values.js'
import { placeOf } from './place.js'
import type { Subject } from './subject.js'

/** The nested blocks of a type. */
export interface Blocks {
  readonly all: readonly BlockInstance[]
  /** Why there may be others; empty where these are all. */
  readonly because: readonly string[]
}

/** What a plan knows of a block, where the configuration does not say it or is not at hand. */
type Planned = Value & { readonly kind: 'mapping' }

/** A nested block of a resource instance, with what its arguments are worth, and where they stand. */
export class BlockInstance implements Subject {
  /** That of the resource instance. */
  readonly address: string
  /** From the resource: `kinesis_source_configuration`, `extended_s3_configuration.processing_configuration`. */
  readonly path: string
  readonly #evaluator: Evaluator
  readonly #resource: Subject
  readonly #content: Content | undefined
  readonly #scope: BlockScope
  readonly #planned: Planned | undefined

  constructor(
    evaluator: Evaluator,
    resource: Subject,
    path: string,
    { content, scope, planned }: { content?: Content; scope: BlockScope; planned?: Planned },
  ) {
    this.address = resource.address
    this.path = path
    this.#evaluator = evaluator
    this.#resource = resource
    this.#content = content
    this.#scope = scope
    this.#planned = planned
  }

  /** `undefined` where the argument is left out. */
  value(name: string): Value | undefined {
    const argument = this.argument(name)
    const { module, repetition, bound } = this.#scope
    const configured = argument && this.#evaluator.argument(argument, module, repetition, bound)
    const planned = this.#planned?.entries.get(name)
    const value = this.#evaluator.merged(configured, planned?.kind === 'unknown' ? undefined : planned) ?? planned
    const resolved = value && resolve(value)
    return resolved?.kind === 'known' && resolved.value === null ? undefined : value
  }

  string(name: string): string | undefined {
    return knownString(this.value(name))
  }

  blocks(type: string): Blocks {
    return blocksOf(this.#evaluator, this.#resource, `${this.path}.${type}`, {
      content: this.#content ?? NOTHING,
      scope: this.#scope,
      planned: this.#planned?.entries.get(type),
    })
  }

  argument(name: string): Argument | undefined {
    return this.#content?.arguments.get(name)
  }

  get header(): Location | undefined {
    const written = this.#content?.written
    return written ? { kind: 'source', source: written.source, span: written.block.headerSpan } : this.#resource.header
  }

  /** `argument` with or without the path of the block. */
  place(argument: string, value?: Value): Location | undefined {
    const name = argument.slice(argument.lastIndexOf('.') + 1)
    const written = (value?.passed ?? this.argument(name))?.written
    return written ? placeOf(written) : this.header
  }
}

const NOTHING: Content = { arguments: new Map(), blocks: [] }

/** What a plan's JSON keeps of the configuration lacks `dynamic` blocks, and has no order in a set: there the plan's values count. */
export const blocksOf = (
  evaluator: Evaluator,
  resource: Subject,
  path: string,
  { content, scope, planned }: { content: Content; scope: BlockScope; planned: Value | undefined },
): Blocks => {
  const type = path.slice(path.lastIndexOf('.') + 1)
  const { blocks, because } = generatedBlocks(evaluator, content, type, scope)
  const configured = blocks.map((block) => new BlockInstance(evaluator, resource, path, block))
  const items = planned?.kind === 'list' ? planned.items.filter((item) => item.kind === 'mapping') : undefined
  const isWritten = content.written !== undefined
  if (!items || (isWritten && because.length === 0)) return { all: configured, because }
  const [first] = items
  const [only] = blocks
  if (first && only && items.length === 1 && blocks.length === 1 && !isWritten) {
    return { all: [new BlockInstance(evaluator, resource, path, { ...only, planned: first })], because: [] }
  }
  const isComplete = planned?.kind === 'list' && items.length === planned.items.length
  return {
    all: items.map((item) => new BlockInstance(evaluator, resource, path, { scope, planned: item })),
    because: isComplete ? [] : ['blocks of it are known only after apply'],
  }
}
