import type { Location } from '../finding.js'
import { instanceAddress } from '../terraform/address.js'
import type { Argument } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { PlannedChange } from '../terraform/planned-change.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Value } from '../terraform/value.js'
import { knownString, resolve } from '../terraform/values.js'
import { type Blocks, blocksOf } from './block-instance.js'
import type { Where } from './cluster-reference.js'
import { placeOf, placeOfPassed } from './place.js'
import { no, type Relation, undecided, yes } from './relation.js'
import type { Subject } from './subject.js'

/** One instance of a resource with what its arguments are worth, and where they stand. */
export class ResourceInstance implements Subject {
  readonly reference: ResourceInstanceReference
  readonly address: string
  readonly evaluator: Evaluator
  readonly #values = new Map<string, Value | undefined>()
  #change: PlannedChange | undefined

  constructor(evaluator: Evaluator, reference: ResourceInstanceReference) {
    this.evaluator = evaluator
    this.reference = reference
    this.address = instanceAddress(reference)
  }

  /** Where its arguments stand: what the names in them mean. */
  get where(): Where {
    const { module, resource, key } = this.reference
    return { evaluator: this.evaluator, module, repetition: this.evaluator.repetitionOf(module, resource, key) }
  }

  /** `undefined` where the argument is left out: AWS's default holds, which is not the same as unknown. */
  value(name: string): Value | undefined {
    if (!this.evaluator.planned && !this.argument(name)) return undefined
    if (this.#values.has(name)) return this.#values.get(name)
    const value = this.evaluator.attribute(this.reference, name)
    const resolved = value && resolve(value)
    const given = resolved?.kind === 'known' && resolved.value === null ? undefined : value
    this.#values.set(name, given)
    return given
  }

  string(name: string): string | undefined {
    return knownString(this.value(name))
  }

  argument(name: string): Argument | undefined {
    return this.reference.resource.content.arguments.get(name)
  }

  /** How a resource beside it names it, in a block that is repeated like its own: `aws_rds_cluster.main[count.index]`. */
  get nameBeside(): string {
    const { address, count, forEach } = this.reference.resource
    if (count) return `${address}[count.index]`
    return forEach ? `${address}[each.key]` : address
  }

  /** The meta-argument that repeats its block. */
  get repeatedBy(): 'count' | 'for_each' | undefined {
    const { count, forEach } = this.reference.resource
    if (count) return 'count'
    return forEach && 'for_each'
  }

  /** The nested blocks of a type, those of a `dynamic` block included. */
  blocks(type: string): Blocks {
    const { module, resource, key } = this.reference
    const repetition = this.evaluator.repetitionOf(module, resource, key)
    return blocksOf(this.evaluator, this, type, {
      content: resource.content,
      scope: { module, ...(repetition && { repetition }) },
      planned: this.evaluator.planned?.attribute(this.reference, type),
    })
  }

  /** What an apply does to it; `undefined` without a plan. */
  get change(): PlannedChange | undefined {
    if (this.#change) return this.#change
    const change = this.evaluator.planned?.change(this.address)
    this.#change = change && new PlannedChange(change)
    return this.#change
  }

  /** Where it is known to exist from, whatever is configured: a state, or AWS; `undefined` for what is configured or planned. */
  get deployed(): 'state' | 'aws' | undefined {
    const origin = this.evaluator.planned?.origin
    return origin === 'plan' ? undefined : origin
  }

  /** Whether there is only the plan's JSON of it, which holds no `lifecycle`. */
  get isWithoutSource(): boolean {
    return this.reference.resource.content.written === undefined
  }

  /** Whether `lifecycle` ignores changes of an argument: a plan's JSON does not hold it. */
  ignoresChangesOf(name: string): Relation {
    const { lifecycle, content } = this.reference.resource
    if (!lifecycle && !content.written)
      return undecided([`unless lifecycle ignores changes of ${name}, which a plan's JSON does not hold`])
    const ignored = lifecycle?.ignoreChanges ?? []
    return ignored === 'all' || ignored.includes(name) ? yes() : no()
  }

  /** The block's header; `undefined` for a plan without its source. */
  get header(): Location | undefined {
    const { written } = this.reference.resource.content
    return written && { kind: 'source', source: written.source, span: written.block.headerSpan }
  }

  /**
   * Where an argument went wrong: the argument of the module call that the value was written in, else the resource's own, or its
   * nested block of that name.
   */
  place(name: string, value?: Value): Location | undefined {
    const passed = value && placeOfPassed(value)
    if (passed) return passed
    const written = this.argument(name)?.written
    if (written) return placeOf(written)
    const nested = this.reference.resource.content.blocks.find(({ type }) => type === name)?.content.written
    return nested ? { kind: 'source', source: nested.source, span: nested.block.headerSpan } : this.header
  }
}
