import type { Related } from '../finding.js'
import { editDistance, nearestName } from '../source/nearest-name.js'
import { keySuffix, resourceAddress } from '../terraform/address.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import { compareCodePoints } from '../terraform/values.js'
import type { Cluster } from './cluster.js'
import type { JudgedReference } from './cluster-reference.js'
import { turnedOff } from './dormant-stream.js'
import { related } from './related.js'
import type { Stream } from './stream.js'

/** The stream that comes nearest to being a cluster's own. */
export interface NearestStream extends Told {
  /** `astray`: its ARN is none, or nearly this cluster's; `perhaps`: it may be meant for this one, and for another as well. */
  readonly kind: 'turned-off' | 'perhaps' | 'key-forgotten' | 'astray' | 'elsewhere'
  readonly stream: Stream
}

interface Told {
  /** Why it is not, a sentence. */
  readonly because: string
  /** What would make it so; absent where the cluster needs another stream. */
  readonly remedy?: string
  readonly related: Related
}

/** A stream that is not the cluster's, and how far from it. */
interface Miss extends Pick<NearestStream, 'kind' | 'stream'> {
  readonly rank: number
  /** Among those of its rank. */
  readonly distance: number
  /** Tells those apart that are equally far. */
  readonly address: string
  /** What there is to be said of it; nobody asks but of the nearest one. */
  readonly told: () => Told
}

/** Of more streams than this, those behind are not compared. */
const MOST_COMPARED = 200

/** Finds it for the clusters without a stream; nothing is made before the first of them asks. */
export class NearestStreams {
  readonly #streams: readonly Stream[]
  readonly #dormant: () => readonly Stream[]
  #near: { readonly running: Running; readonly dormant: Dormant } | undefined

  /** `dormant` makes one stream for each block that has no instance. */
  constructor(streams: readonly Stream[], dormant: () => readonly Stream[]) {
    this.#streams = streams
    this.#dormant = dormant
  }

  of(cluster: Cluster): NearestStream | undefined {
    this.#near ??= { running: runningAmong(this.#streams), dormant: dormantAmong(this.#dormant()) }
    const { running, dormant } = this.#near
    const { module } = cluster.reference
    const perhaps = dormant.perhaps.get(module)
    const near = firstOf(new Set([...(running.byModule.get(module) ?? []), ...running.named]))
    const misses = [
      ...[...(dormant.byCluster.get(cluster) ?? [])].map((stream) => turnedOffMiss(stream, cluster)),
      ...(perhaps ? [perhapsMiss(perhaps)] : []),
      ...near.flatMap((stream) => elsewhereMiss(stream, cluster) ?? []),
    ]
    const nearest = misses.reduce<Miss | undefined>(
      (before, miss) => (before && byDistance(before, miss) <= 0 ? before : miss),
      undefined,
    )
    return nearest && { kind: nearest.kind, stream: nearest.stream, ...nearest.told() }
  }
}

/** Streams that there are. */
interface Running {
  /** By the modules that they stand in, and those of the clusters that they point at. */
  readonly byModule: ReadonlyMap<ModuleInstance, readonly Stream[]>
  /** Those that name a cluster by its identifier. */
  readonly named: readonly Stream[]
}

const runningAmong = (streams: readonly Stream[]): Running => {
  const byModule = new Map<ModuleInstance, Set<Stream>>()
  for (const stream of streams) {
    const modules = [stream.reference.module, ...stream.candidates.map(({ cluster }) => cluster.reference.module)]
    for (const module of modules) add(byModule, module, stream)
  }
  const named = streams.filter(({ references }) => references.some(({ reference }) => reference.kind === 'identifier'))
  return { byModule: new Map([...byModule].map(([module, all]) => [module, firstOf(all)])), named: firstOf(named) }
}

/** Streams that are turned off. */
interface Dormant {
  /** By the clusters that they point at. */
  readonly byCluster: ReadonlyMap<Cluster, ReadonlySet<Stream>>
  /** By their modules, of those of which nobody knows where they point, the first by its address. */
  readonly perhaps: ReadonlyMap<ModuleInstance, Stream>
}

const dormantAmong = (streams: readonly Stream[]): Dormant => {
  const byCluster = new Map<Cluster, Set<Stream>>()
  const perhaps = new Map<ModuleInstance, Stream>()
  for (const stream of streams) {
    for (const { cluster } of stream.candidates) add(byCluster, cluster, stream)
    if (stream.mayBeAny.length === 0) continue
    const { module } = stream.reference
    const first = perhaps.get(module)
    if (!first || compareCodePoints(stream.address, first.address) < 0) perhaps.set(module, stream)
  }
  return { byCluster, perhaps }
}

const add = <K>(sets: Map<K, Set<Stream>>, key: K, stream: Stream): void => {
  const set = sets.get(key)
  if (set) set.add(stream)
  else sets.set(key, new Set([stream]))
}

const firstOf = (streams: Iterable<Stream>): readonly Stream[] => [...streams].slice(0, MOST_COMPARED)

const byDistance = (a: Miss, b: Miss): number =>
  a.rank - b.rank || a.distance - b.distance || compareCodePoints(a.address, b.address)

const isBeside = (stream: Stream, cluster: Cluster): boolean => stream.reference.module === cluster.reference.module

const turnedOffMiss = (stream: Stream, cluster: Cluster): Miss => ({
  kind: 'turned-off',
  stream,
  rank: 0,
  distance: isBeside(stream, cluster) ? 0 : 1,
  address: stream.address,
  told: () => toldOfDormant(stream, 'which points at this cluster'),
})

const perhapsMiss = (stream: Stream): Miss => ({
  kind: 'perhaps',
  stream,
  rank: 5,
  distance: 0,
  address: stream.address,
  told: () => toldOfDormant(stream, 'if it is meant for this cluster'),
})

const toldOfDormant = (stream: Stream, why: string): Told => {
  const { because, location } = turnedOff(stream)
  const { address } = stream
  return {
    because,
    remedy: `turn ${address} on, ${why}`,
    related: { address, message: 'the stream that is turned off', ...(location && { location }) },
  }
}

const elsewhereMiss = (stream: Stream, cluster: Cluster): Miss | undefined => {
  const forgotten = forgottenKey(stream, cluster)
  if (forgotten) return forgotten
  if (stream.cluster.kind === 'found') {
    const other = stream.cluster.cluster
    if (!isBeside(stream, cluster)) return undefined
    return {
      kind: 'elsewhere',
      stream,
      rank: 4,
      distance: editDistance(other.address, cluster.address),
      address: stream.address,
      told: () => ({
        because: `${stream.address} points at ${other.address}`,
        related: related(stream, 'a stream of another cluster'),
      }),
    }
  }
  const [only, ...others] = stream.references
  return only && others.length === 0 ? outsideMiss(stream, only, cluster) : undefined
}

/** Instances of one stream for some instances of the cluster, and none for this one. */
const forgottenKey = (stream: Stream, cluster: Cluster): Miss | undefined => {
  const { module, resource, key } = cluster.reference
  if (key.kind !== 'known' || stream.reference.key.kind !== 'known') return undefined
  const isForSibling = stream.candidates.some(
    ({ cluster: { reference } }) => reference.module === module && reference.resource === resource,
  )
  if (!isForSibling) return undefined
  const address = resourceAddress(stream.reference)
  const remedy =
    typeof key.value === 'number'
      ? `raise the count of ${address}`
      : `add ${JSON.stringify(key.value)} to the for_each of ${address}`
  return {
    kind: 'key-forgotten',
    stream,
    rank: 1,
    distance: 0,
    address,
    told: () => ({
      because: `${address} has no instance ${keySuffix(key)}`,
      remedy,
      related: { ...related(stream, 'the stream that leaves this instance out'), address },
    }),
  }
}

/** A stream for no cluster of this configuration. */
const outsideMiss = (stream: Stream, { reference, value }: JudgedReference, cluster: Cluster): Miss | undefined => {
  const { address } = stream
  const beside = isBeside(stream, cluster)
  const remedy = () => {
    const own = `${cluster.reference.resource.address}${keySuffix(cluster.reference.key)}.arn`
    return beside ? { remedy: `write resource_arn = ${own} in ${address}, if it is meant for this cluster` } : {}
  }
  if (reference.kind === 'invalid') {
    if (!beside) return undefined
    return {
      kind: 'astray',
      stream,
      rank: 2,
      distance: 0,
      address,
      told: () => ({
        because: `${address} points at no cluster: its resource_arn is no cluster's ARN`,
        ...remedy(),
        related: related(stream, 'a stream of no cluster'),
      }),
    }
  }
  if (reference.kind !== 'identifier' || reference.identifier.text === undefined || value.sensitive) return undefined
  const {
    identifier: { text },
    region,
  } = reference
  const { identifier = '' } = cluster
  const isNear = text === identifier || nearestName(text, [identifier]) !== undefined
  const isHere = region === undefined || (cluster.region ?? region) === region
  if (!beside && !isNear) return undefined
  return {
    kind: !beside || !isNear ? 'elsewhere' : isHere ? 'astray' : 'perhaps',
    stream,
    rank: isNear ? 3 : 6,
    distance: editDistance(text, identifier),
    address,
    told: () => ({
      because: `${address} points at a cluster ${text}${region === undefined ? '' : ` in ${region}`}, which is not this one`,
      ...remedy(),
      related: related(stream, 'a stream of another cluster'),
    }),
  }
}
