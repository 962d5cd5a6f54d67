import type { Location } from '../../finding.js'
import { keySuffix, within } from '../../terraform/address.js'
import type { Argument, ModuleCall } from '../../terraform/configuration.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { InstanceKey } from '../../terraform/reference.js'
import { attributeOf } from '../../terraform/steps.js'
import type { Value } from '../../terraform/value.js'
import { armsOf, fromJson, isKnown, known, resolve, withOrigin } from '../../terraform/values.js'
import type { Where } from '../cluster-reference.js'
import type { Existing } from '../existence.js'
import type { KnownCall } from '../expanded-modules.js'
import { placeOf } from '../place.js'
import type { Subject } from '../subject.js'
import type { Input, KnownModule, VersionRange } from './table.js'

/** One instance of a call of a known module, its source not at hand, and what its inputs are worth. */
export class CallInstance implements Subject, Existing {
  /** `module.db["a"]` */
  readonly address: string
  readonly evaluator: Evaluator
  /** The one that it stands in. */
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly key: InstanceKey
  readonly known: KnownModule
  /** Those that the call allows. */
  readonly versions: readonly VersionRange[]
  readonly #values = new Map<string, Value>()

  constructor(evaluator: Evaluator, { module, call, key, recognised }: KnownCall) {
    this.evaluator = evaluator
    this.module = module
    this.call = call
    this.key = key
    this.known = recognised.module
    this.versions = recognised.versions
    this.address = within(module, `module.${call.name}`) + keySuffix(key)
  }

  get block(): ModuleCall {
    return this.call
  }

  get where(): Where {
    return {
      evaluator: this.evaluator,
      module: this.module,
      repetition: this.evaluator.repetitionOf(this.module, this.call, this.key),
    }
  }

  argument(input: string): Argument | undefined {
    return this.call.content.arguments.get(input)
  }

  /** What the input is worth in the module: a null that is given takes the place of the default. */
  value({ input, attribute, default: otherwise }: Input): Value {
    const argument = this.argument(input)
    if (!argument) return fromJson(otherwise)
    const given = this.#given(argument)
    if (attribute === undefined) return given
    return armsOf(resolve(given)).every((arm) => lacks(arm, attribute))
      ? withOrigin(known(null), given.origin)
      : attributeOf(given, attribute, this.evaluator.readAttribute)
  }

  #given(argument: Argument): Value {
    const remembered = this.#values.get(argument.name)
    if (remembered) return remembered
    const value = this.evaluator.argument(argument, this.module, this.where.repetition)
    this.#values.set(argument.name, value)
    return value
  }

  /** The same of an input of any type, null for its default. */
  valueOf(input: string, otherwise: unknown): Value {
    const value = this.value({ input, default: null })
    return isKnown(resolve(value), null) ? fromJson(otherwise) : value
  }

  get header(): Location | undefined {
    const { written } = this.call.content
    return written && { kind: 'source', source: written.source, span: written.block.headerSpan }
  }

  /** `name` may go on with an attribute of the input: `cluster_activity_stream.mode`. */
  place(name: string, value?: Value): Location | undefined {
    const [input = name, ...attributes] = name.split('.')
    const argument = this.argument(input)
    const written = (value?.passed ?? argument)?.written
    const origin = value?.origin
    const isInside = attributes.length > 0 && origin?.holder === argument && value?.passed === undefined
    if (isInside && origin?.place) return { kind: 'source', ...origin.place }
    return written ? placeOf(written) : this.header
  }

  /** `9.0.0 to below 10.0.0`: the versions that the call allows, as far as they are known. */
  get allowedVersions(): string {
    const [first] = this.versions
    const last = this.versions.at(-1)
    return first?.from === '0.0.0' ? `below ${last?.below}` : `${first?.from} to below ${last?.below}`
  }

  /** A sentence for the evidence of a finding. */
  get judgedBy(): string {
    const { name, checked } = this.known
    return `its source is not at hand: judged by what versions ${this.allowedVersions} of ${name} do (read up to ${checked.newest})`
  }
}

/** Whether the module reads null there: all attributes of such an input are optional. */
const lacks = (input: Value, attribute: string): boolean =>
  isKnown(input, null) || (input.kind === 'mapping' && !input.entries.has(attribute))
