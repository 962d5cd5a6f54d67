import { type AwsPlace, awsPlaceOf, type Difference, differences } from './aws-place.js'
import type { Cluster } from './cluster.js'
import { keyPlace } from './key-place.js'
import type { KmsKey } from './kms-key.js'
import type { JudgedKey } from './kms-key-reference.js'
import type { Stream } from './stream.js'

/** Something that a stream names, and that is certainly not where the stream is. */
export interface Elsewhere<T> {
  readonly what: T
  readonly place: AwsPlace
  readonly differing: readonly Difference[]
}

export interface NamedKey {
  readonly judged: JudgedKey
  readonly key: KmsKey
}

/** How far a stream is from what it needs. */
export interface Mismatch {
  readonly own: AwsPlace
  readonly cluster?: Elsewhere<Cluster> | undefined
  /** Absent where it is with the cluster: then the stream alone is in the wrong place. */
  readonly key?: Elsewhere<NamedKey> | undefined
  /** The key is not with the cluster. */
  readonly isKeyApart: boolean
}

export const mismatchOf = (stream: Stream): Mismatch => {
  const own = awsPlaceOf(stream)
  const cluster = elsewhere(
    own,
    clustersOf(stream).map((what) => ({ what, place: awsPlaceOf(what) })),
  )
  // Of a key that AWS manages another rule asks for another one.
  const named = stream.hasAwsManagedKey ? [] : stream.keys
  const keys = named.flatMap((judged) =>
    judged.named().map((key) => ({ what: { judged, key }, place: neededPlace(judged, key) })),
  )
  const key = elsewhere(own, keys)
  const isKeyApart = cluster !== undefined && elsewhere(cluster.place, keys) !== undefined
  return { own, cluster, key: cluster && !isKeyApart ? undefined : key, isKeyApart }
}

/** A key of another account is rightly named by its ARN. */
const neededPlace = (judged: JudgedKey, key: KmsKey): AwsPlace => {
  const { account, ...place } = keyPlace(judged, key)
  return judged.reference.kind === 'key-id' && account !== undefined ? { ...place, account } : place
}

/** Those one of which it is certainly for. */
const clustersOf = ({ cluster, candidates, references }: Stream): readonly Cluster[] => {
  if (cluster.kind === 'found') return [cluster.cluster]
  const isOfThese = references.every(({ reference }) => reference.kind === 'resource')
  return isOfThese ? candidates.map((candidate) => candidate.cluster) : []
}

/** The first of them, where all are: nobody knows which arm of a condition is taken. */
const elsewhere = <T>(
  from: AwsPlace,
  all: readonly { readonly what: T; readonly place: AwsPlace }[],
): Elsewhere<T> | undefined => {
  const found = all.map(({ what, place }) => ({ what, place, differing: differences(from, place) }))
  return found.every(({ differing }) => differing.length > 0) ? found[0] : undefined
}
