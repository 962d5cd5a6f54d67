import type { JudgedReference } from '../cluster-reference.js'
import { keyPlace } from '../keys/key-place.js'
import type { KmsKey } from '../keys/kms-key.js'
import type { JudgedKey } from '../keys/kms-key-reference.js'
import { ResourceInstance } from '../resource-instance.js'
import type { Stream } from '../stream.js'
import { type AwsPlace, awsPlaceOf, type Difference, differences, placeOfArn } from './aws-place.js'

/** Something that a stream names, and that is certainly not where the stream is. */
export interface Apart<T> {
  readonly what: T
  readonly place: AwsPlace
  readonly differing: readonly Difference[]
}

export interface NamedKey {
  readonly judged: JudgedKey
  readonly key: KmsKey
}

/** A cluster of this configuration, the data source that reads one, or an ARN that is written out. */
export type NamedCluster = ResourceInstance | JudgedReference

/** How far a stream is from what it needs. */
export interface Mismatch {
  readonly own: AwsPlace
  /** Where the stream belongs: where it is and, as far as that is not known, where its cluster is. */
  readonly home: AwsPlace
  readonly cluster?: Apart<NamedCluster> | undefined
  /** Absent where it is with the cluster: then the stream alone is in the wrong place. */
  readonly key?: Apart<NamedKey> | undefined
  /** The key is not with the cluster. */
  readonly isKeyApart: boolean
}

export const mismatchOf = (stream: Stream): Mismatch => {
  const own = awsPlaceOf(stream)
  const clusters = clustersOf(stream)
  const home = homeAmong(stream, clusters)
  const cluster = elsewhere(own, clusters)
  // Of a key that AWS manages another rule asks for another one.
  const named = stream.hasAwsManagedKey ? [] : stream.keys
  const keys = named.flatMap((judged) =>
    judged.named().map((key) => ({ what: { judged, key }, place: neededPlace(judged, key) })),
  )
  const key = elsewhere(home, keys)
  const isKeyApart = cluster !== undefined && elsewhere(cluster.place, keys) !== undefined
  return { own, home, cluster, key: cluster && !isKeyApart ? undefined : key, isKeyApart }
}

export const placeWanted = (stream: Stream): AwsPlace => homeAmong(stream, clustersOf(stream))

const homeAmong = (stream: Stream, [only, ...others]: readonly Located<NamedCluster>[]): AwsPlace => {
  return { ...(others.length === 0 ? only?.place : undefined), ...awsPlaceOf(stream) }
}

/** A key of another account is rightly named by its ARN. */
const neededPlace = (judged: JudgedKey, key: KmsKey): AwsPlace => {
  const { account, ...place } = keyPlace(judged, key)
  return judged.reference.kind === 'key-id' && account !== undefined ? { ...place, account } : place
}

/** Those one of which it is certainly for. */
const clustersOf = (stream: Stream): readonly Located<NamedCluster>[] => {
  const { cluster, candidates, references } = stream
  if (cluster.kind === 'found') return [found(stream, cluster.cluster)]
  if (cluster.kind === 'elsewhere') return references.map((judged) => outside(stream, judged))
  const isOfThese = references.every(({ reference }) => reference.kind === 'resource')
  return isOfThese ? candidates.map((candidate) => located(candidate.cluster)) : []
}

interface Located<T> {
  readonly what: T
  readonly place: AwsPlace
}

const located = <T extends ResourceInstance>(what: T): Located<T> => ({ what, place: awsPlaceOf(what) })

/** By the cluster itself; but an ARN that is written out may have the partition wrong, whatever it names. */
const found = (stream: Stream, cluster: ResourceInstance): Located<NamedCluster> => {
  const [judged, ...others] = stream.references
  const byArn = judged && others.length === 0 ? outside(stream, judged) : undefined
  return byArn && differences(awsPlaceOf(stream), byArn.place).includes('partition') ? byArn : located(cluster)
}

/** By the ARN that is written, or by the data source that reads it. */
const outside = ({ evaluator }: Stream, judged: JudgedReference): Located<NamedCluster> => {
  const { reference, value } = judged
  if ('mistake' in reference) return { what: judged, place: {} } // no ARN of a cluster: another rule reports it
  const isRead = value.kind === 'symbolic' && value.of.resource.type === 'aws_rds_cluster'
  return isRead ? located(new ResourceInstance(evaluator, value.of)) : { what: judged, place: placeOfArn(value) }
}

/** The first of them, where all are: nobody knows which arm of a condition is taken. */
const elsewhere = <T>(from: AwsPlace, all: readonly Located<T>[]): Apart<T> | undefined => {
  const found = all.map(({ what, place }) => ({ what, place, differing: differences(from, place) }))
  return found.every(({ differing }) => differing.length > 0) ? found[0] : undefined
}
