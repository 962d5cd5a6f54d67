/**
 * Clusters, instances, streams and keys of one root module, joined once: what a check asks is a short query over it.
 */

import type { ModuleCall } from '../terraform/configuration.js'
import { DependencyGraph } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { instanceKeys } from '../terraform/expansion.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { InstanceKey, ResourceInstanceReference } from '../terraform/reference.js'
import { type AbsentCall, absentCall } from './absent-calls.js'
import { Cluster, type Elsewhere } from './cluster.js'
import { ClusterIndex } from './cluster-index.js'
import { ClusterInstance } from './cluster-instance.js'
import { type IdleCall, streamsIn } from './dormant-stream.js'
import { type KinesisResources, kinesisResources } from './kinesis-reader.js'
import type { CallInstance } from './known-modules/call-instance.js'
import { type InputMistake, streamCallMistakes } from './known-modules/input-mistakes.js'
import { ModuleCluster } from './known-modules/module-cluster.js'
import { type Order, ordersOf } from './known-modules/order.js'
import { type SecondStream, secondStreams } from './known-modules/second-streams.js'
import { StreamCall } from './known-modules/stream-call.js'
import { type Recognised, recognise } from './known-modules/table.js'
import { NearestStreams } from './nearest-stream.js'
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
  /** Of streams and clusters of which one is in a known module, those that belong together. */
  readonly moduleOrders: readonly Order[]
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
  const graph = new DependencyGraph(evaluator.root.module, evaluator.planned)
  const found = resourceInstances(evaluator, graph)
  const of = (type: string): readonly ResourceInstanceReference[] => found.byType.get(type) ?? []
  const near = {
    streams: new Map<Cluster, Stream[]>(),
    instances: new Map<Cluster, ClusterInstance[]>(),
    streamsOfAny: [] as Stream[],
    instancesOfAny: [] as ClusterInstance[],
    absentCalls: found.absentCalls,
    streamCalls: [] as StreamCall[],
    nearest: undefined as NearestStreams | undefined,
    elsewhere,
  }
  const around = {
    streams: [] as Stream[],
    instances: [] as ClusterInstance[],
    streamCalls: near.streamCalls,
    absentCalls: found.absentCalls,
    elsewhere,
  }
  const moduleClusters = found.knownCalls
    .filter(({ recognised }) => recognised.versions.some(({ cluster }) => cluster))
    .map(({ module, call, key, recognised }) => new ModuleCluster(around, evaluator, module, call, key, recognised))
    .filter(({ exists }) => exists)
  const clusters = of('aws_rds_cluster').map((reference) => new Cluster(evaluator, reference, near))
  const index = new ClusterIndex(clusters, moduleClusters)
  const instances = of('aws_rds_cluster_instance').map((reference) => new ClusterInstance(evaluator, reference, index))
  for (const instance of instances) {
    for (const { cluster } of instance.clusters) add(near.instances, cluster, instance)
    if (instance.mayBeAny.length > 0 && near.instancesOfAny.length < MOST_NAMED) near.instancesOfAny.push(instance)
  }
  const streams = of('aws_rds_cluster_activity_stream').map(
    (reference) => new Stream(evaluator, reference, index, graph),
  )
  around.streams.push(...streams)
  around.instances.push(...instances)
  for (const { module, call, key, recognised } of found.knownCalls) {
    if (recognised.versions.every(({ streamOf }) => streamOf))
      near.streamCalls.push(new StreamCall(index, graph, evaluator, module, call, key, recognised))
  }
  near.streamsOfAny.push(...streams.filter(({ mayBeAny }) => mayBeAny.length > 0).slice(0, MOST_NAMED))
  for (const stream of streams) for (const { cluster } of stream.candidates) add(near.streams, cluster, stream)
  const dormant = () =>
    [...found.dormant, ...found.idleCalls.flatMap((call) => streamsIn(evaluator, call))].map(
      (reference) => new Stream(evaluator, reference, index, graph),
    )
  near.nearest = new NearestStreams(streams, dormant)
  let kinesis: KinesisResources | undefined
  return {
    clusters,
    instances,
    streams,
    absentCalls: found.absentCalls,
    moduleClusters,
    streamCalls: near.streamCalls,
    get moduleOrders() {
      return ordersOf(streams, near.streamCalls, clusters)
    },
    get inputMistakes() {
      return [
        ...moduleClusters.flatMap((call) => call.mistakes.map((mistake) => ({ call, mistake }))),
        ...near.streamCalls.flatMap((call) => streamCallMistakes(call, clusters).map((mistake) => ({ call, mistake }))),
      ]
    },
    get secondStreams() {
      return secondStreams(streams, near.streamCalls, clusters)
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

/** More of them than this are not named as perhaps the one of a cluster. */
const MOST_NAMED = 3

const add = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const found = lists.get(key)
  if (found) found.push(value)
  else lists.set(key, [value])
}

const JOINED: ReadonlySet<string> = new Set([
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_cluster_activity_stream',
])

/** An instance of a call of a known module. */
interface KnownCall {
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly key: InstanceKey
  readonly recognised: Recognised
}

/** Walks the module instances; what cannot hold one of the joined resources is neither read nor expanded. */
const resourceInstances = (evaluator: Evaluator, graph: DependencyGraph) => {
  const byType = new Map<string, ResourceInstanceReference[]>()
  const absentCalls: AbsentCall[] = []
  const knownCalls: KnownCall[] = []
  const dormant: ResourceInstanceReference[] = []
  const idleCalls: IdleCall[] = []
  const open: ModuleInstance[] = [evaluator.rootInstance]
  for (let module = open.pop(); module; module = open.pop()) {
    for (const address of module.module.resources.keys()) {
      const type = address.slice(0, address.indexOf('.'))
      if (!JOINED.has(type)) continue
      const resource = module.module.resources.get(address)
      if (!resource) continue
      const found = byType.get(type) ?? []
      byType.set(type, found)
      const instances = evaluator.instancesOf(module, resource)
      for (const instance of instances) found.push(instance)
      if (instances.length === 0 && type === 'aws_rds_cluster_activity_stream')
        dormant.push({ resource, module, key: { kind: 'any', because: [] } })
    }
    for (const call of module.module.calls.values()) {
      if (call.relevant && call.module.kind === 'absent') {
        const version = call.version && evaluator.argument(call.version, module)
        const recognised = recognise(call.module.source ?? '', version)
        if (!recognised) absentCalls.push(absentCall(evaluator, graph, module, call, call.module))
        else
          for (const key of instanceKeys(evaluator.expansionOf(module, call)))
            knownCalls.push({ module, call, key, recognised })
      } else if (call.relevant) {
        const children = evaluator.childInstances(module, call)
        open.push(...children)
        if (children.length === 0) idleCalls.push({ module, call })
      }
    }
  }
  return { byType, absentCalls, knownCalls, dormant, idleCalls }
}
