import { toBool, toNumber } from '../../terraform/conversion.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { Value } from '../../terraform/value.js'
import { armsOf, isKnown, knownString, reasons, resolve } from '../../terraform/values.js'
import { engineObstacle, type Hindrance, type Obstacle, serverlessObstacle } from '../eligibility/obstacle.js'
import { isAuroraEngine } from '../engine.js'
import type { KnownCall } from '../expanded-modules.js'
import { areAwsManaged, type JudgedKey, kmsKeyReferences } from '../keys/kms-key-reference.js'
import type { MissingStream } from '../missing-stream.js'
import type { Neighbourhood } from '../neighbourhood.js'
import type { NamingOutput } from '../patches/stream-beside-call.js'
import { anyOneOf, NOT_KNOWN, no, orElse, type Relation, undecided, yes } from '../relation.js'
import type { Stream } from '../stream.js'
import { CallInstance } from './call-instance.js'
import { hindrancesOf } from './cluster-mistakes.js'
import { type InputMistake, inputMistakes } from './input-mistakes.js'
import { missingStreamOfCall } from './missing-stream.js'
import {
  type ClusterInputs,
  foreignInputs,
  type Input,
  type InstanceInputs,
  type StreamInputs,
  type VersionRange,
} from './table.js'

/** An output that stands for the cluster, and waits for no instance of it. */
export interface ClusterOutput {
  readonly cluster: ModuleCluster
  readonly name: string
  /** It is the ARN, not the identifier. */
  readonly isArn: boolean
  readonly value: Value
}

/** The cluster that an instance of a call of a known module makes, its source not at hand. */
export class ModuleCluster extends CallInstance {
  /** The versions that the call allows, with the cluster that each makes. */
  readonly ranges: readonly (VersionRange & { readonly cluster: ClusterInputs })[]
  readonly #near: Neighbourhood
  #isAurora: Relation | undefined
  #isStreamed: Relation | undefined
  #mistakes: readonly InputMistake[] | undefined
  #names: readonly (string | undefined)[] | undefined

  constructor(evaluator: Evaluator, call: KnownCall, near: Neighbourhood) {
    super(evaluator, call)
    this.ranges = this.versions.flatMap((range) => (range.cluster ? [{ ...range, cluster: range.cluster }] : []))
    this.#near = near
  }

  /** False where the call leaves the cluster out in every version. */
  get exists(): boolean {
    return this.ranges.some(({ cluster }) => this.#isLeftOutBy(cluster) === undefined)
  }

  /** Whether it makes an Aurora cluster; in every version that the call allows, or nobody knows. */
  get isAurora(): Relation {
    this.#isAurora ??= this.#agreed(this.ranges.map(({ cluster }) => this.#makesAurora(cluster)))
    return this.#isAurora
  }

  #makesAurora(cluster: ClusterInputs): Relation {
    const leftOut = this.#isLeftOutBy(cluster)
    if (leftOut !== undefined) return no(`${leftOut} is false`)
    const engine = this.value(cluster.engine)
    const resolved = resolve(engine)
    if (resolved.kind === 'known' && resolved.value === null) return undecided([`${this.address} is given no engine`])
    const relation = isAuroraEngine(engine)
    const isDefault = !this.argument(cluster.engine.input)
    return isDefault ? { ...relation, because: relation.because.map((reason) => `${reason} by default`) } : relation
  }

  #isLeftOutBy({ switches }: ClusterInputs): string | undefined {
    return switches.find((input) => isSwitch(this.value({ input, default: true })).verdict === 'no')
  }

  /** Whether a stream records it, by the inputs of the call or from outside of the module. */
  get isStreamed(): Relation {
    this.#isStreamed ??= this.#streamed()
    return this.#isStreamed
  }

  #streamed(): Relation {
    const own = this.ownStream
    if (own.verdict === 'yes') return own
    const around = [...this.#near.streams, ...this.#near.streamCalls].map((stream) => ({
      address: stream.address,
      points: stream.pointsAtModule(this),
    }))
    const certain = around.find(({ points }) => points.verdict === 'yes')
    if (certain) return yes(`${certain.address} points at it`)
    const open = [
      ...(own.verdict === 'undecided' ? own.because : []),
      ...around.flatMap(({ address, points }) =>
        points.because.map((reason) => `${address} may point at it: ${reason}`),
      ),
      ...this.#near.streamsOfAny.flatMap(({ address, mayBeAny }) =>
        mayBeAny.map((reason) => `${address} may point at it: ${reason}`),
      ),
      ...this.#near
        .elsewhere()
        .flatMap(({ streams }) => streams)
        .filter((stream) => this.#isCalledAs(stream))
        .map(({ address }) => `${address} in another root module points at a cluster of this name`),
      ...this.#near.absentCalls
        .filter((call) => this.outputs.some(({ isArn, value }) => isArn && call.isGiven(value)))
        .map(({ address, because }) => `${address} is given its ARN and may stream it: ${because}`),
    ]
    return open.length > 0 ? undecided([...new Set(open)]) : no()
  }

  /** What to say and to do where it has none. */
  get missingStream(): MissingStream {
    return missingStreamOfCall(this)
  }

  /** Whether a stream outside of the module is certainly its, whatever its inputs turn on. */
  get isStreamedFromOutside(): boolean {
    const around = [...this.#near.streams, ...this.#near.streamCalls]
    return around.some((stream) => stream.pointsAtModule(this).verdict === 'yes')
  }

  /** Whether its inputs turn on a stream. Those that only other versions take are meant to: another rule reports them. */
  get ownStream(): Relation {
    if (this.refusedInputs.some((input) => this.#isTurnedOnBy(input))) return yes('an input is meant to turn it on')
    return this.#agreed(this.versions.map(({ stream }) => (stream ? this.turnsOn(stream) : this.#withoutStream())))
  }

  /** Whether every version that the call allows makes a stream of its inputs. */
  get turnsOnStream(): boolean {
    return this.refusedInputs.length === 0 && this.ownStream.verdict === 'yes'
  }

  /** In a version without that input Terraform refuses the call: there nobody can say what is meant. */
  #withoutStream(): Relation {
    const foreign = this.known.versions.flatMap(({ stream }) => (stream ? [stream.switch.input] : []))
    const given = foreign.find((input) => this.argument(input))
    return given !== undefined && this.versions.length > 1 && this.#isTurnedOnBy(given)
      ? undecided([`not every version that the call allows takes ${given}`])
      : no()
  }

  turnsOn(stream: StreamInputs): Relation {
    return isSwitch(this.value(stream.switch))
  }

  /** How a stream is turned on, in every version that the call allows; `undefined` where one of them has none. */
  get streamInputs(): StreamInputs | undefined {
    const [first, ...others] = this.versions.map(({ stream }) => stream)
    return others.every((other) => other?.switch.input === first?.switch.input) ? first : undefined
  }

  #isTurnedOnBy(input: string): boolean {
    const isInput = this.known.versions.some(({ stream }) => stream?.switch.input === input)
    return isInput && isSwitch(this.value({ input, default: null })).verdict === 'yes'
  }

  /** Inputs about the stream that are given and that no version takes that the call allows. */
  get refusedInputs(): readonly string[] {
    const [first, ...others] = this.versions.map((range) => foreignInputs(this.known, range))
    return [...(first ?? [])].filter((name) => this.argument(name) && others.every((foreign) => foreign.has(name)))
  }

  /** The output with the ARN of the newest version that the call allows. */
  get arnOutput(): string | undefined {
    return this.ranges.at(-1)?.cluster.outputs.arn.at(-1)
  }

  /** An output that in every version the call allows is the one for the ARN, or for the identifier. */
  agreedOutput(of: 'arn' | 'identifier'): string | undefined {
    const [first, ...others] = this.ranges.map(({ cluster: { outputs } }) => outputs[of].at(-1))
    return others.every((other) => other === first) ? first : undefined
  }

  get identifierOutput(): string | undefined {
    return this.agreedOutput('identifier')
  }

  /** By which the cluster is told beside the call. */
  get namingOutput(): NamingOutput | undefined {
    const arn = this.agreedOutput('arn')
    if (arn !== undefined) return { name: arn, of: 'arn' }
    const identifier = this.identifierOutput
    return identifier === undefined ? undefined : { name: identifier, of: 'identifier' }
  }

  /** Of the newest version that the call allows. */
  get engineInput(): Input | undefined {
    return this.ranges.at(-1)?.cluster.engine
  }

  /** All clusters of the run that its call makes, itself among them: what is written there is written for each. */
  get ofSameCall(): readonly ModuleCluster[] {
    return this.#near.ofSameCall(this)
  }

  /** What keeps the cluster from ever streaming, in the newest version that the call allows. */
  get obstacle(): Obstacle | undefined {
    const cluster = this.ranges.at(-1)?.cluster
    return cluster && (engineObstacle(this.value(cluster.engine)) ?? serverlessObstacle(this.value(cluster.engineMode)))
  }

  /** What would have to be changed before it could stream, in that version. */
  get hindrances(): readonly Hindrance[] {
    if (this.obstacle) return [this.obstacle]
    const cluster = this.ranges.at(-1)?.cluster
    return cluster ? hindrancesOf(this, cluster) : []
  }

  /** Outputs that stand for the cluster alone. */
  get outputs(): readonly ClusterOutput[] {
    const names = new Map(
      this.ranges.flatMap(({ cluster: { outputs } }) => [
        ...outputs.identifier.map((name) => [name, false] as const),
        ...outputs.arn.map((name) => [name, true] as const),
      ]),
    )
    const key = this.where.repetition?.keyValue
    return [...names].map(([name, isArn]) => {
      return { cluster: this, name, isArn, value: this.evaluator.moduleOutput(this.module, this.call.name, key, name) }
    })
  }

  /** Whether the inputs make no instance in any version that the call allows. */
  get hasNoInstance(): boolean {
    return this.ranges.every(({ cluster: { instances } }) => instances && this.isWithoutInstance(instances))
  }

  isWithoutInstance({ kind, input, default: otherwise }: InstanceInputs): boolean {
    const value = resolve(this.valueOf(input, otherwise))
    return kind === 'count' ? isKnown(toNumber(value), 0) : value.kind === 'mapping' && value.entries.size === 0
  }

  /** Whether something outside of the module may hold an instance of it. */
  get mayHaveOtherInstances(): boolean {
    return (
      this.#near.instancesOfAny.length > 0 ||
      this.#near.absentCalls.some((call) => this.outputs.some(({ value }) => call.isGiven(value)))
    )
  }

  /** What the key of its own stream may be, an entry for each arm of a condition; empty where its versions differ. */
  get keys(): readonly JudgedKey[] {
    const key = this.streamInputs?.kmsKeyId
    return key && this.ownStream.verdict === 'yes' ? kmsKeyReferences(this.value(key), this.evaluator) : []
  }

  get hasAwsManagedKey(): boolean {
    return areAwsManaged(this.keys)
  }

  /** What keeps its stream from working, by what the call is given. */
  get mistakes(): readonly InputMistake[] {
    this.#mistakes ??= inputMistakes(this)
    return this.#mistakes
  }

  #isCalledAs({ references }: Stream): boolean {
    return references.some(
      ({ reference }) =>
        reference.kind === 'identifier' &&
        reference.identifier.text !== undefined &&
        this.#identifiers.includes(reference.identifier.text),
    )
  }

  /** An identifier of which nothing is known is not called what contradicts it. */
  mayBeCalled(identifier: string): boolean {
    return this.#identifiers.some((name) => name === undefined || name === '' || name === identifier)
  }

  /** By the versions that the call allows. */
  get #identifiers(): readonly (string | undefined)[] {
    this.#names ??= this.ranges.map(({ cluster }) => cluster.identifier && knownString(this.value(cluster.identifier)))
    return this.#names
  }

  /** What holds in every version that the call allows. */
  #agreed(relations: readonly Relation[]): Relation {
    const agreed = anyOneOf(relations)
    if (agreed.verdict !== 'undecided' || relations.length === 1) return agreed
    const isSplit = new Set(relations.map(({ verdict }) => verdict)).size > 1
    if (!isSplit) return agreed
    return undecided([
      `the call allows several versions of ${this.known.name}, which differ in this`,
      ...relations.flatMap(({ verdict, because }) => (verdict === 'undecided' ? because : [])),
    ])
  }
}

/** Whether the value turns something on: true, or an object. */
const isSwitch = (value: Value): Relation =>
  anyOneOf(
    armsOf(resolve(value)).map((arm) => {
      const resolved = resolve(arm)
      if (resolved.kind === 'mapping') return yes()
      const bool = toBool(resolved)
      if (bool.kind !== 'known') return undecided(orElse(reasons(resolved), NOT_KNOWN))
      return bool.value === true ? yes() : no()
    }),
  )
