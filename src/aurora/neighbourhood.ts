import type { AbsentCall } from './absent-calls.js'
import type { Cluster } from './cluster.js'
import type { ClusterInstance } from './cluster-instance.js'
import type { StreamCall } from './known-modules/stream-call.js'
import type { NearestStreams } from './nearest-stream.js'
import type { Stream } from './stream.js'

/** The streams and instances of another root module. */
export interface Elsewhere {
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
  instances: readonly ClusterInstance[] = []
  streams: readonly Stream[] = []
  /** Calls of known modules that are streams. */
  streamCalls: readonly StreamCall[] = []
  nearest: NearestStreams | undefined
  readonly #instances = new Map<Cluster, ClusterInstance[]>()
  readonly #streams = new Map<Cluster, Stream[]>()
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

const ofAny = <T extends { readonly mayBeAny: readonly string[] }>(all: readonly T[]): readonly T[] =>
  all.filter(({ mayBeAny }) => mayBeAny.length > 0).slice(0, MOST_NAMED)

const add = <T>(lists: Map<Cluster, T[]>, cluster: Cluster, value: T): void => {
  const found = lists.get(cluster)
  if (found) found.push(value)
  else lists.set(cluster, [value])
}
