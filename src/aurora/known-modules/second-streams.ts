import { isUnmended } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import { withoutStream } from '../patches/second-stream.js'
import type { Stream } from '../stream.js'
import type { Subject } from '../subject.js'
import { turnOff } from './mended-inputs.js'
import type { ModuleCluster } from './module-cluster.js'
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
  /** Made when it is asked for. */
  readonly fix: Fix | Unmended
}

export const secondStreams = (
  streams: readonly Stream[],
  streamCalls: readonly StreamCall[],
  clusters: readonly Cluster[],
): readonly SecondStream[] => [
  ...[...streams, ...streamCalls].flatMap((stream) => besideOwn(stream, streams)),
  ...streamCalls.flatMap((call) => clusters.flatMap((cluster) => besideResource(call, cluster, streams))),
]

const besideOwn = (stream: Stream | StreamCall, streams: readonly Stream[]): readonly SecondStream[] =>
  stream.moduleClusters
    .filter((cluster) => cluster.turnsOnStream && stream.pointsAtModule(cluster).verdict === 'yes')
    .map((cluster) => ({
      stream,
      ...arnOf(stream),
      cluster,
      first: cluster,
      get fix() {
        return withoutOne(stream, cluster, streams)
      },
    }))

/** That of the module stays where it waits for the instances and the other one can be taken away. */
const withoutOne = (
  stream: Stream | StreamCall,
  cluster: ModuleCluster,
  streams: readonly Stream[],
): Fix | Unmended => {
  const inputs = cluster.streamInputs
  const removal =
    stream instanceof StreamCall || !inputs?.waitsForInstances
      ? undefined
      : withoutStream(stream, undefined, servedIn(stream, cluster, streams), streams)
  return removal && !isUnmended(removal)
    ? removal
    : inputs
      ? turnOff(cluster, inputs)
      : { reason: 'its versions differ' }
}

/** Those of the same block that are as much too many. */
const servedIn = (stream: Stream, { call }: ModuleCluster, streams: readonly Stream[]): readonly Stream[] =>
  streams.filter(
    (one) =>
      one === stream ||
      one.moduleClusters.some(
        (cluster) => cluster.call === call && cluster.turnsOnStream && one.pointsAtModule(cluster).verdict === 'yes',
      ),
  )

const besideResource = (call: StreamCall, cluster: Cluster, streams: readonly Stream[]): readonly SecondStream[] => {
  const [first] = cluster.ownStreams
  if (!first || call.pointsAt(cluster).verdict !== 'yes') return []
  return [
    {
      stream: call,
      ...arnOf(call),
      cluster,
      first,
      // What the call makes beside the stream reads it.
      get fix() {
        return withoutStream(first, undefined, [first], streams)
      },
    },
  ]
}

const arnOf = (stream: Stream | StreamCall): { readonly argument: string; readonly value?: Value } => {
  const [reference] = stream.references
  const argument = stream instanceof StreamCall ? stream.arnInput : 'resource_arn'
  return { argument, ...(reference && { value: reference.value }) }
}
