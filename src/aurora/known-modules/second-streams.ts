import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import type { Stream } from '../stream.js'
import type { Subject } from '../subject.js'
import { StreamCall } from './stream-call.js'

/** A stream for a cluster that certainly has one already, one of the three in a known module. */
export interface SecondStream {
  readonly stream: Subject
  /** Where it is given the ARN. */
  readonly argument: string
  readonly value?: Value
  readonly cluster: Subject
  /** The other stream: the call that turns it on, where that is within the module. */
  readonly first: Subject
}

export const secondStreams = (
  streams: readonly Stream[],
  streamCalls: readonly StreamCall[],
  clusters: readonly Cluster[],
): readonly SecondStream[] => [
  ...[...streams, ...streamCalls].flatMap(besideOwn),
  ...streamCalls.flatMap((call) => clusters.flatMap((cluster) => besideResource(call, cluster))),
]

const besideOwn = (stream: Stream | StreamCall): readonly SecondStream[] =>
  stream.moduleClusters
    .filter((cluster) => cluster.turnsOnStream && stream.pointsAtModule(cluster).verdict === 'yes')
    .map((cluster) => ({ stream, ...arnOf(stream), cluster, first: cluster }))

const besideResource = (call: StreamCall, cluster: Cluster): readonly SecondStream[] => {
  const [first] = cluster.ownStreams
  return first && call.pointsAt(cluster).verdict === 'yes' ? [{ stream: call, ...arnOf(call), cluster, first }] : []
}

const arnOf = (stream: Stream | StreamCall): { readonly argument: string; readonly value?: Value } => {
  const [reference] = stream.references
  const argument = stream instanceof StreamCall ? stream.arnInput : 'resource_arn'
  return { argument, ...(reference && { value: reference.value }) }
}
