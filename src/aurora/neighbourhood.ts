import type { AbsentCall } from './absent-calls.js'
import type { Cluster } from './cluster.js'
import type { ClusterInstance } from './cluster-instance.js'
import type { ModuleCluster } from './known-modules/module-cluster.js'
import type { StreamCall } from './known-modules/stream-call.js'
import type { NearestStreams } from './nearest-stream.js'
import { blockOf, groupedBy, identityOfBlock } from './same-block.js'
import type { Stream } from './stream.js'

/** What there is in another root module. */
export interface Elsewhere {
  readonly clusters: readonly Cluster[]
  readonly moduleClusters: readonly ModuleCluster[]
  readonly streams: readonly Stream[]
  readonly instances: readonly ClusterInstance[]
}

/** More streams or instances than this are not named as perhaps the one of a cluster: each says the same. */
const MOST_NAMED = 3

/** What surrounds the clusters of a root module; filled while the view is built, read when a check asks. */
export class Neighbourhood {
  readonly absentCalls: readonly AbsentCall[]
  /** What is in the other root modules of the run. */
  readonly elsewhere: () => readonly Elsewhere[]
  clusters: readonly Cluster[] = []
  /** What calls of known modules make. */
  moduleClusters: readonly ModuleCluster[] = []
  instances: readonly ClusterInstance[] = []
  streams: readonly Stream[] = []
  /** Calls of known modules that are streams. */
  streamCalls: readonly StreamCall[] = []
  nearest: NearestStreams | undefined
  readonly #instances = new Map<Cluster, ClusterInstance[]>()
  readonly #streams = new Map<Cluster, Stream[]>()
  #byBlock: ReadonlyMap<string, readonly Cluster[]> | undefined
  #byCall: ReadonlyMap<string, readonly ModuleCluster[]> | undefined
  #instancesOfAny: readonly ClusterInstance[] | undefined
  #streamsOfAny: readonly Stream[] | undefined

  constructor(absentCalls: readonly AbsentCall[], elsewhere: () => readonly Elsewhere[]) {
    this.absentCalls = absentCalls
    this.elsewhere = elsewhere
  }

  settle(instances: readonly ClusterInstance[], streams: readonly Stream[], streamCalls: readonly StreamCall[]): void {
    this.instances = instances
    this.streams = streams
    this.streamCalls = streamCalls
    for (const instance of instances)
      for (const { cluster } of instance.clusters) add(this.#instances, cluster, instance)
    for (const stream of streams) for (const { cluster } of stream.candidates) add(this.#streams, cluster, stream)
  }

  /** Those that belong to the cluster, for certain or perhaps. */
  instancesOf(cluster: Cluster): readonly ClusterInstance[] {
    return this.#instances.get(cluster) ?? []
  }

  streamsOf(cluster: Cluster): readonly Stream[] {
    return this.#streams.get(cluster) ?? []
  }

  /** All clusters of the run that the block of this one makes, itself among them. */
  ofSameBlock(cluster: Cluster): readonly Cluster[] {
    this.#byBlock ??= groupedBy(blockOf, [...this.clusters, ...this.elsewhere().flatMap(({ clusters }) => clusters)])
    return this.#byBlock.get(blockOf(cluster)) ?? [cluster]
  }

  /** All that the call of this one makes in the run, itself among them. */
  ofSameCall(cluster: ModuleCluster): readonly ModuleCluster[] {
    const others = () => this.elsewhere().flatMap(({ moduleClusters }) => moduleClusters)
    this.#byCall ??= groupedBy(callOf, [...this.moduleClusters, ...others()])
    return this.#byCall.get(callOf(cluster)) ?? [cluster]
  }

  /** Those of which nobody knows which cluster they belong to, the first few. */
  get instancesOfAny(): readonly ClusterInstance[] {
    this.#instancesOfAny ??= ofAny(this.instances)
    return this.#instancesOfAny
  }

  get streamsOfAny(): readonly Stream[] {
    this.#streamsOfAny ??= ofAny(this.streams)
    return this.#streamsOfAny
  }
}

const callOf = ({ module, call }: ModuleCluster): string => identityOfBlock(module, call)

const ofAny = <T extends { readonly mayBeAny: readonly string[] }>(all: readonly T[]): readonly T[] =>
  all.filter(({ mayBeAny }) => mayBeAny.length > 0).slice(0, MOST_NAMED)

const add = <T>(lists: Map<Cluster, T[]>, cluster: Cluster, value: T): void => {
  const found = lists.get(cluster)
  if (found) found.push(value)
  else lists.set(cluster, [value])
}
