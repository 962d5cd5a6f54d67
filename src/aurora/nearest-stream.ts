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
export interface NearestStream {
  /** `astray`: its ARN is none, or nearly this cluster's; `perhaps`: it may be meant for this one, and for another as well. */
  readonly kind: 'turned-off' | 'perhaps' | 'key-forgotten' | 'astray' | 'elsewhere'
  readonly stream: Stream
  /** Why it is not, a sentence. */
  readonly because: string
  /** What would make it so; absent where the cluster needs another stream. */
  readonly remedy?: string
  readonly related: Related
}

/** A stream that is not the cluster's, and how far from it. */
interface Miss extends NearestStream {
  readonly rank: number
  readonly distance: number
}

/** Of more streams than this, those behind are not compared. */
const MOST_COMPARED = 200

/** Finds it for the clusters without a stream; nothing is made before the first of them asks. */
export class NearestStreams {
  readonly #streams: readonly Stream[]
  readonly #dormant: () => readonly Stream[]
  #near: { readonly streams: Surroundings; readonly dormant: Surroundings } | undefined

  /** `dormant` makes one stream for each block that has no instance. */
  constructor(streams: readonly Stream[], dormant: () => readonly Stream[]) {
    this.#streams = streams
    this.#dormant = dormant
  }

  of(cluster: Cluster): NearestStream | undefined {
    this.#near ??= { streams: surroundings(this.#streams), dormant: surroundings(this.#dormant()) }
    const { streams, dormant } = this.#near
    const { module } = cluster.reference
    const near = new Set([...(streams.byModule.get(module) ?? []), ...streams.named].slice(0, MOST_COMPARED))
    const misses = [
      ...[...(dormant.byModule.get(module) ?? [])].flatMap((stream) => turnedOffMiss(stream, cluster) ?? []),
      ...[...near].flatMap((stream) => elsewhereMiss(stream, cluster) ?? []),
    ]
    return misses.reduce<Miss | undefined>(
      (nearest, miss) => (nearest && byDistance(nearest, miss) <= 0 ? nearest : miss),
      undefined,
    )
  }
}

interface Surroundings {
  /** By the modules that they stand in, and those of the clusters that they point at. */
  readonly byModule: ReadonlyMap<ModuleInstance, ReadonlySet<Stream>>
  /** Those that name a cluster by its identifier. */
  readonly named: readonly Stream[]
}

const surroundings = (streams: readonly Stream[]): Surroundings => {
  const byModule = new Map<ModuleInstance, Set<Stream>>()
  for (const stream of streams) {
    const modules = [stream.reference.module, ...stream.candidates.map(({ cluster }) => cluster.reference.module)]
    for (const module of modules) byModule.set(module, (byModule.get(module) ?? new Set<Stream>()).add(stream))
  }
  const named = streams.filter(({ references }) => references.some(({ reference }) => reference.kind === 'identifier'))
  return { byModule, named }
}

const byDistance = (a: Miss, b: Miss): number =>
  a.rank - b.rank || a.distance - b.distance || compareCodePoints(a.related.address ?? '', b.related.address ?? '')

const isBeside = (stream: Stream, cluster: Cluster): boolean => stream.reference.module === cluster.reference.module

const turnedOffMiss = (stream: Stream, cluster: Cluster): Miss | undefined => {
  const isOwn = stream.candidates.some((candidate) => candidate.cluster === cluster)
  const beside = isBeside(stream, cluster)
  if (!isOwn && !(beside && stream.mayBeAny.length > 0)) return undefined
  const { because, location } = turnedOff(stream)
  const { address } = stream
  return {
    kind: isOwn ? 'turned-off' : 'perhaps',
    stream,
    rank: isOwn ? 0 : 5,
    distance: beside ? 0 : 1,
    because,
    remedy: isOwn
      ? `turn ${address} on, which points at this cluster`
      : `turn ${address} on, if it is meant for this cluster`,
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
      because: `${stream.address} points at ${other.address}`,
      related: related(stream, 'a stream of another cluster'),
    }
  }
  const [only, ...others] = stream.references
  return only && others.length === 0 ? outsideMiss(stream, only, cluster) : undefined
}

/** Instances of one stream for some instances of the cluster, and none for this one. */
const forgottenKey = (stream: Stream, cluster: Cluster): Miss | undefined => {
  const { module, resource, key } = cluster.reference
  const isForSibling = stream.candidates.some(
    ({ cluster: { reference } }) => reference.module === module && reference.resource === resource,
  )
  if (!isForSibling || key.kind !== 'known' || stream.reference.key.kind !== 'known') return undefined
  const address = resourceAddress(stream.reference)
  const isCounted = typeof key.value === 'number'
  return {
    kind: 'key-forgotten',
    stream,
    rank: 1,
    distance: 0,
    because: `${address} has no instance ${keySuffix(key)}`,
    remedy: isCounted
      ? `raise the count of ${address}`
      : `add ${JSON.stringify(key.value)} to the for_each of ${address}`,
    related: { ...related(stream, 'the stream that leaves this instance out'), address },
  }
}

/** A stream for no cluster of this configuration. */
const outsideMiss = (stream: Stream, { reference, value }: JudgedReference, cluster: Cluster): Miss | undefined => {
  const { address } = stream
  const beside = isBeside(stream, cluster)
  const own = `${cluster.reference.resource.address}${keySuffix(cluster.reference.key)}.arn`
  const remedy = beside ? { remedy: `write resource_arn = ${own} in ${address}, if it is meant for this cluster` } : {}
  if (reference.kind === 'invalid') {
    if (!beside) return undefined
    const because = `${address} points at no cluster: its resource_arn is no cluster's ARN`
    return {
      kind: 'astray',
      stream,
      rank: 2,
      distance: 0,
      because,
      ...remedy,
      related: related(stream, 'a stream of no cluster'),
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
    because: `${address} points at a cluster ${text}${region === undefined ? '' : ` in ${region}`}, which is not this one`,
    ...remedy,
    related: related(stream, 'a stream of another cluster'),
  }
}
