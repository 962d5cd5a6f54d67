import { isInstalled } from '../source/installed.js'
import { instanceAddress, within } from '../terraform/address.js'
import type { ModuleCall, Resource } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ParentCall } from '../terraform/module-instance.js'
import type { PlannedChange } from '../terraform/planned-change.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { resourcesOfType } from '../terraform/resources-of-type.js'
import type { Value } from '../terraform/value.js'
import { armsOf, resolve } from '../terraform/values.js'
import type { AbsentCall } from './absent-calls.js'
import type { ClusterInstance } from './cluster-instance.js'
import { type Hindrance, type Obstacle, obstaclesOf, versionObstacleOf } from './eligibility/obstacle.js'
import { isUnsupportedRegion } from './eligibility/region.js'
import { isAurora } from './engine.js'
import type { MissingStream } from './missing-stream.js'
import type { NearestStream } from './nearest-stream.js'
import type { Neighbourhood } from './neighbourhood.js'
import { missingStreamOf } from './patches/missing-stream.js'
import { awsPlaceOf } from './places/aws-place.js'
import { streamsBefore } from './planned-streams.js'
import { no, type Relation, undecided, yes } from './relation.js'
import { ResourceInstance } from './resource-instance.js'
import type { Stream } from './stream.js'

/** An `aws_rds_cluster`, with the instances and streams that belong to it. */
export class Cluster extends ResourceInstance {
  readonly identifier: string | undefined
  readonly #near: Neighbourhood
  #instances: readonly ClusterInstance[] | undefined
  #isAurora: Relation | undefined
  #isStreamed: Relation | undefined
  #obstacles: readonly Obstacle[] | undefined
  #versionObstacle: { readonly found: Obstacle | undefined } | undefined
  #hasInstance: Relation | undefined

  constructor(evaluator: Evaluator, reference: ResourceInstanceReference, near: Neighbourhood) {
    super(evaluator, reference)
    this.identifier = this.string('cluster_identifier')
    this.#near = near
  }

  get isAurora(): Relation {
    this.#isAurora ??= isAurora(this)
    return this.#isAurora
  }

  /** The region, where it, its provider or (in a plan) its ARN says it. */
  get region(): string | undefined {
    return awsPlaceOf(this).region
  }

  /** The call that leads to it, where its module is one that `terraform init` has brought: nobody writes into that. */
  get bringingCall(): ParentCall | undefined {
    const isOurs = ({ content }: Resource | ModuleCall): boolean =>
      content.written !== undefined && !isInstalled(content.written.source.path)
    const { resource, module } = this.reference
    if (!resource.content.written || isOurs(resource)) return undefined
    let call = module.parent
    while (call && !isOurs(call.call)) call = call.instance.parent
    return call
  }

  /** The account, where its provider or its ARN says it. */
  get account(): string | undefined {
    return awsPlaceOf(this).account
  }

  /** All clusters of the run that its block makes, itself among them: what is written there is written for each. */
  get ofSameBlock(): readonly Cluster[] {
    return this.#near.ofSameBlock(this)
  }

  /** Instances that certainly belong to it. */
  get instances(): readonly ClusterInstance[] {
    this.#instances ??= this.#belonging((unless) => unless.length === 0)
    return this.#instances
  }

  /** Instances that may belong to it. */
  get possibleInstances(): readonly ClusterInstance[] {
    return [...this.#belonging((unless) => unless.length > 0), ...this.#near.instancesOfAny]
  }

  /** Whether it has an instance, in this root module, in another or in a module that is not at hand. */
  get hasInstance(): Relation {
    this.#hasInstance ??= this.#instanced()
    return this.#hasInstance
  }

  #instanced(): Relation {
    const [certain] = this.instances
    if (certain) return yes(`${certain.address} belongs to it`)
    const elsewhere = this.#near.elsewhere().flatMap(({ instances }) => instances)
    const identifier = this.value('cluster_identifier')
    const open = [
      ...this.possibleInstances.map(({ address }) => `${address} may belong to it`),
      ...elsewhere
        .filter((instance) => instance.mayMeanFromOutside(this))
        .map(({ address }) => `${address} in another root module may belong to it`),
      ...this.absentCallsWith('id', 'cluster_identifier', 'arn', 'cluster_members').map(mayHoldOne),
      ...(this.evaluator.planned?.isComplete === false
        ? ['the plan is for a target, and may leave instances out']
        : []),
      ...this.#near.absentCalls.filter((call) => identifier !== undefined && call.isGiven(identifier)).map(mayHoldOne),
    ]
    return open.length > 0 ? undecided(open) : no()
  }

  /** Resources beside it that would make instances, if their `count` or `for_each` were not empty. */
  get emptyInstanceResources(): readonly string[] {
    const { module } = this.reference
    return resourcesOfType(module.module, 'aws_rds_cluster_instance')
      .filter((resource) => this.evaluator.instancesOf(module, resource).length === 0)
      .map(({ address }) => within(module, address))
  }

  /** Streams that run on it before an apply, as a plan says. */
  get streamsBefore(): readonly PlannedChange[] {
    const arn = this.change?.before('arn')
    return arn === undefined ? [] : streamsBefore(this.evaluator, arn)
  }

  /** What keeps it from ever streaming, whatever its stream is like. */
  get obstacles(): readonly Obstacle[] {
    this.#obstacles ??= obstaclesOf(this)
    return this.#obstacles
  }

  /** A version without streams, where nothing worse keeps it from streaming. */
  get versionObstacle(): Obstacle | undefined {
    this.#versionObstacle ??= { found: this.obstacles.length > 0 ? undefined : versionObstacleOf(this) }
    return this.#versionObstacle.found
  }

  /** What would have to be changed before it could stream. */
  get hindrances(): readonly Hindrance[] {
    if (this.obstacles.length > 0) return this.obstacles
    const own = this.instances.filter(({ certainClusters }) => certainClusters.length === 1)
    const classes = own.flatMap(({ classObstacle }) => classObstacle ?? [])
    return [
      ...(this.versionObstacle ? [this.versionObstacle] : []),
      ...classes.filter(({ kind }) => kind !== 'unlisted'),
    ]
  }

  /** Why a stream of it would be reported itself, a clause: what hinders it, or what AWS does not list. */
  get unstreamable(): string | undefined {
    const [hindrance] = this.hindrances
    const [unlisted] = this.instances.flatMap(({ classObstacle }) => classObstacle ?? [])
    const { region } = this
    const isOutOfReach = region !== undefined && isUnsupportedRegion(region)
    return hindrance?.what ?? unlisted?.what ?? (isOutOfReach ? `region ${region} has no activity streams` : undefined)
  }

  /** A secondary cluster of a global database, which takes its administrator from the primary one. */
  get isSecondary(): boolean {
    const own = ['master_username', 'snapshot_identifier'].some((name) => this.value(name) !== undefined)
    return this.value('global_cluster_identifier') !== undefined && !own
  }

  #belonging(wanted: (unless: readonly string[]) => boolean): readonly ClusterInstance[] {
    const near = this.#near.instancesOf(this)
    return near.filter(({ clusters }) => clusters.some(({ cluster, unless }) => cluster === this && wanted(unless)))
  }

  /** Calls of modules that are not at hand and are given one of these attributes of this cluster, or all of it. */
  absentCallsWith(...attributes: readonly string[]): readonly AbsentCall[] {
    const { module, resource } = this.reference
    return this.#near.absentCalls.filter(({ given }) =>
      given().some(({ of, path: [attribute] }) => {
        if (of.module !== module || of.resource !== resource) return false
        const sameInstance = of.key.kind !== 'known' || instanceAddress(of) === this.address
        return sameInstance && (attribute === undefined || attributes.includes(String(attribute)))
      }),
    )
  }

  /** Streams that certainly point at it. */
  get ownStreams(): readonly Stream[] {
    return this.streams.filter(({ points }) => points.verdict === 'yes').map(({ stream }) => stream)
  }

  #callsThatMayStream(): readonly AbsentCall[] {
    const byReference = this.absentCallsWith('arn')
    const byText = this.#near.absentCalls.filter(({ arns }) =>
      arns().some(
        (reference) =>
          (reference.kind === 'identifier' &&
            this.identifier !== undefined &&
            reference.identifier.text === this.identifier) ||
          (reference.kind === 'resource' && instanceAddress(reference.of) === this.address),
      ),
    )
    return [...new Set([...byReference, ...byText])]
  }

  /** Streams that point at it, also those that do so by a mistake, or only perhaps. */
  get streams(): readonly { readonly stream: Stream; readonly points: Relation }[] {
    return this.#near.streamsOf(this).map((stream) => ({ stream, points: stream.pointsAt(this) }))
  }

  /** Whether an enabled stream points at it. */
  get isStreamed(): Relation {
    this.#isStreamed ??= this.#streamed()
    return this.#isStreamed
  }

  #streamed(): Relation {
    const { streams } = this
    const certain = streams.find(({ points }) => points.verdict === 'yes')
    if (certain) return yes(`${certain.stream.address} points at it`)
    const calls = this.#near.streamCalls.map((call) => ({ call, points: call.pointsAt(this) }))
    const streaming = calls.find(({ points }) => points.verdict === 'yes')
    if (streaming) return yes(`${streaming.call.address} is a stream that points at it`)
    const open = [
      ...streams.flatMap(({ stream, points }) =>
        points.because.map((reason) => `${stream.address} may point at it: ${reason}`),
      ),
      ...calls.flatMap(({ call, points }) =>
        points.because.map((reason) => `${call.address} may be its stream: ${reason}`),
      ),
      ...this.#near.streamsOfAny.flatMap(({ address, mayBeAny }) =>
        mayBeAny.map((reason) => `${address} may point at it: ${reason}`),
      ),
      ...this.#near
        .elsewhere()
        .flatMap(({ streams: others }) => others)
        .flatMap((stream) =>
          stream.mayMeanFromOutside(this)
            ? [`${stream.address} in another root module points at a cluster of this name`]
            : [],
        ),
      ...this.#callsThatMayStream().map(
        ({ address, because }) => `${address} is given the ARN of this cluster and may stream it: ${because}`,
      ),
      ...(this.deployed === 'aws' && this.string('activity_stream_status') === undefined
        ? ['the list does not say its ActivityStreamStatus']
        : []),
    ]
    return open.length > 0 ? undecided(open) : no()
  }

  /** Where a cluster of its kind could have a stream and it certainly has none, the one that comes nearest. */
  get nearestStream(): NearestStream | undefined {
    const isMissing = this.isStreamed.verdict === 'no' && this.obstacles.length === 0
    return isMissing ? this.#near.nearest?.of(this) : undefined
  }

  /** What to say and to do where it has none. */
  get missingStream(): MissingStream {
    return missingStreamOf(this)
  }

  /** An identifier of which only a part is known is not called what contradicts it. */
  mayBeCalled(identifier: string): boolean {
    const value = this.value('cluster_identifier')
    return value === undefined || armsOf(resolve(value)).some((arm) => mayRead(resolve(arm), identifier))
  }
}

const mayHoldOne = ({ address, because }: AbsentCall): string => `${address} may hold one of its instances: ${because}`

const mayRead = (value: Value, text: string): boolean => {
  if (value.kind === 'known') return value.value === text
  if (value.kind !== 'text') return true
  const [first] = value.parts
  const last = value.parts.at(-1)
  return (typeof first !== 'string' || text.startsWith(first)) && (typeof last !== 'string' || text.endsWith(last))
}
