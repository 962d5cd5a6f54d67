/**
 * Clusters, instances, streams and keys of one root module, joined once: what a check asks is a short query over it.
 */
import { graphOf } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { AbsentCall } from './absent-calls.js'
import { Cluster } from './cluster.js'
import { ClusterIndex } from './cluster-index.js'
import { ClusterInstance } from './cluster-instance.js'
import { streamsIn } from './dormant-stream.js'
import { ExpandedModules } from './expanded-modules.js'
import { type KinesisResources, kinesisResources } from './kinesis/kinesis-reader.js'
import type { CallInstance } from './known-modules/call-instance.js'
import { type InputMistake, streamCallMistakes } from './known-modules/input-mistakes.js'
import { ModuleCluster } from './known-modules/module-cluster.js'
import { moduleOrdersOf } from './known-modules/order.js'
import { type SecondStream, secondStreams } from './known-modules/second-streams.js'
import { StreamCall } from './known-modules/stream-call.js'
import { NearestStreams } from './nearest-stream.js'
import { type Elsewhere, Neighbourhood } from './neighbourhood.js'
import { ordersOf } from './order.js'
import { type MendedOrder, mendedOrders } from './patches/depends-on.js'
import { type RemovedStream, removedStreams } from './planned-streams.js'
import { Stream } from './stream.js'

export interface AuroraView {
  readonly clusters: readonly Cluster[]
  readonly instances: readonly ClusterInstance[]
  readonly streams: readonly Stream[]
  /** Calls of modules that are not at hand: what is in them, nobody knows. */
  readonly absentCalls: readonly AbsentCall[]
  /** What calls of known modules make, their source not at hand. */
  readonly moduleClusters: readonly ModuleCluster[]
  readonly streamCalls: readonly StreamCall[]
  /** Streams with their clusters, as far as the one could wait for an instance of the other. */
  readonly orders: readonly MendedOrder[]
  /** What is wrong with what calls of known modules are given. */
  readonly inputMistakes: readonly { readonly call: CallInstance; readonly mistake: InputMistake }[]
  /** Streams for clusters that have one already, where one of them is in a known module. */
  readonly secondStreams: readonly SecondStream[]
  /** Streams that a plan deletes from clusters that stay; empty without a plan. */
  readonly removedStreams: readonly RemovedStream[]
  /** Kinesis streams, and what reads one. */
  readonly kinesis: KinesisResources
}

/** `elsewhere` is what the other root modules of the run hold. */
export const auroraView = (evaluator: Evaluator, elsewhere: () => readonly Elsewhere[]): AuroraView => {
  const graph = graphOf(evaluator)
  const found = new ExpandedModules(evaluator, graph)
  const near = new Neighbourhood(found.absentCalls, elsewhere)
  const moduleClusters = found.knownCalls
    .filter(({ recognised }) => recognised.versions.some(({ cluster }) => cluster))
    .map((call) => new ModuleCluster(evaluator, call, near))
    .filter(({ exists }) => exists)
  const clusters = found.instancesOf('aws_rds_cluster').map((reference) => new Cluster(evaluator, reference, near))
  const index = new ClusterIndex(clusters, moduleClusters)
  const stream = (reference: ResourceInstanceReference): Stream => new Stream(evaluator, reference, index, graph)
  const instances = found
    .instancesOf('aws_rds_cluster_instance')
    .map((reference) => new ClusterInstance(evaluator, reference, index))
  const streams = found.instancesOf('aws_rds_cluster_activity_stream').map(stream)
  const streamCalls = found.knownCalls
    .filter(({ recognised }) => recognised.versions.every(({ streamOf }) => streamOf))
    .map((call) => new StreamCall(evaluator, call, index, graph))
  near.clusters = clusters
  near.moduleClusters = moduleClusters
  near.settle(instances, streams, streamCalls)
  near.nearest = new NearestStreams(streams, () =>
    [...found.dormant, ...found.idleCalls.flatMap((call) => streamsIn(evaluator, call))].map(stream),
  )
  let kinesis: KinesisResources | undefined
  return {
    clusters,
    instances,
    streams,
    absentCalls: found.absentCalls,
    moduleClusters,
    streamCalls,
    get orders() {
      return mendedOrders([...ordersOf(streams), ...moduleOrdersOf(streams, streamCalls, clusters)], graph)
    },
    get inputMistakes() {
      return [
        ...moduleClusters.flatMap((call) => call.mistakes.map((mistake) => ({ call, mistake }))),
        ...streamCalls.flatMap((call) => streamCallMistakes(call, clusters).map((mistake) => ({ call, mistake }))),
      ]
    },
    get secondStreams() {
      return secondStreams(streams, streamCalls, clusters)
    },
    get removedStreams() {
      return removedStreams(evaluator, clusters)
    },
    get kinesis() {
      kinesis ??= kinesisResources(evaluator, graph)
      return kinesis
    },
  }
}
