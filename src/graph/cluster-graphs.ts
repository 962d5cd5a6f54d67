/** The graphs around the Aurora clusters of a root module. */
import type { Cluster } from '../aurora/cluster.js'
import type { CallInstance } from '../aurora/known-modules/call-instance.js'
import type { ModuleCluster } from '../aurora/known-modules/module-cluster.js'
import type { StreamCall } from '../aurora/known-modules/stream-call.js'
import { pathOf } from '../aurora/known-modules/table.js'
import type { Relation } from '../aurora/relation.js'
import type { Stream } from '../aurora/stream.js'
import type { AuroraView } from '../aurora/view.js'
import { within } from '../terraform/address.js'
import type { ModuleCall } from '../terraform/configuration.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import { compareCodePoints } from '../terraform/values.js'
import type { ClusterGraph, GraphNode } from './cluster-graph.js'
import { Drawing, perhaps } from './drawing.js'
import { type Folded, fewOf, folded } from './fold.js'
import { drawKeys } from './keys.js'
import { drawWaiting } from './waiting.js'

export interface GraphOptions {
  /** The root module's directory as the user knows it; empty for a plan without its source. */
  readonly rootModule: string
  /** Addresses that are shown first where there are too many. */
  readonly preferred: ReadonlySet<string>
}

/** A graph, and what is too much to be shown in it. */
export interface DrawnGraph extends Pick<Folded, 'hidden'> {
  readonly graph: ClusterGraph
}

/** One for each Aurora cluster, and for each that may be one; sorted by the cluster's address. */
export const clusterGraphs = (view: AuroraView, { rootModule, preferred }: GraphOptions): readonly DrawnGraph[] => {
  const isShown = ({ isAurora }: { readonly isAurora: Relation }): boolean => isAurora.verdict !== 'no'
  const around = [
    ...view.clusters.filter(isShown).map((cluster) => ({ cluster, drawing: aroundCluster(cluster, view, preferred) })),
    ...view.moduleClusters.filter(isShown).map((cluster) => ({ cluster, drawing: aroundModule(cluster, view) })),
  ]
  return around
    .map(({ cluster: { address }, drawing }) => {
      const { hidden, ...shown } = folded(drawing, new Set([address, ...preferred]))
      return { graph: { rootModule, cluster: address, ...shown }, hidden }
    })
    .sort((a, b) => compareCodePoints(a.graph.cluster, b.graph.cluster))
}

/** Streams of which nobody knows the cluster: more than this say nothing that the first ones do not. */
const MOST_OF_ANY = 3

const aroundCluster = (cluster: Cluster, view: AuroraView, preferred: ReadonlySet<string>): Drawing => {
  const drawing = new Drawing()
  const { address: to } = cluster
  drawing.resource(cluster.reference, { kind: 'cluster' })
  // What a plan's JSON lost the key of counts as certain for each, and belongs to one.
  const certain = new Set(cluster.instances.filter(({ clusters }) => clusters.length === 1))
  const instances = new Set([...cluster.instances, ...cluster.possibleInstances])
  for (const instance of instances) {
    const from = drawing.resource(instance.reference, { kind: 'instance' })
    drawing.edge({ from, to, label: 'cluster_identifier', ...perhaps(!certain.has(instance)) })
  }
  const streams = streamsAround(cluster, view)
  for (const { stream, isUncertain, state } of streams) {
    const from = drawing.resource(stream.reference, { kind: 'stream', ...(state && { state }) })
    drawing.edge({ from, to, label: 'resource_arn', ...perhaps(isUncertain) })
  }
  for (const { stream, state } of fewOf(streams, preferred)) {
    const isUncertain = state !== undefined
    drawStreamKeys(drawing, stream, isUncertain)
    drawWaiting(drawing, stream, [...instances], { isUncertain, preferred })
  }
  for (const { address: from } of view.removedStreams.filter((removed) => removed.cluster.address === to)) {
    drawing.node({ address: from, kind: 'stream', state: 'deleted' })
    drawing.edge({ from, to, label: 'resource_arn', isUncertain: true })
  }
  for (const call of view.streamCalls) {
    const points = call.pointsAt(cluster)
    if (points.verdict === 'no') continue
    drawStreamCall(drawing, call, to, points)
    for (const instance of fewOf([...instances], preferred)) {
      const waits = call.waitsForAny([instance])
      if (waits.verdict !== 'no')
        drawing.edge({ from: call.address, to: instance.address, ...perhaps(waits.verdict === 'undecided') })
    }
  }
  // What is in a module that is not at hand may be a stream, or an instance.
  for (const { module, call } of cluster.absentCallsWith('arn', 'id', 'cluster_identifier', 'cluster_members'))
    drawing.edge({ from: drawCall(drawing, module, call), to, isUncertain: true })
  return drawing
}

/** A stream that points at a cluster, or would. */
interface Pointing {
  readonly address: string
  readonly stream: Stream
  readonly isUncertain: boolean
  readonly state?: GraphNode['state']
}

const streamsAround = (cluster: Cluster, view: AuroraView): readonly Pointing[] => {
  const perhapsIts = (stream: Stream): Pointing => ({ address: stream.address, stream, isUncertain: true })
  const near = cluster.nearestStream
  return [
    ...cluster.streams.map(({ stream, points }) => ({
      ...perhapsIts(stream),
      isUncertain: points.verdict !== 'yes' || stream.candidates.length > 1,
    })),
    ...streamsOfAny(view).map(perhapsIts),
    ...(near?.kind === 'astray' || near?.kind === 'perhaps' ? [perhapsIts(near.stream)] : []),
    ...(near?.kind === 'turned-off' ? [{ ...perhapsIts(near.stream), state: 'turned-off' } as const] : []),
  ]
}

/** The call of a known module stands for the cluster, its instances, and the stream that it may turn on. */
const aroundModule = (cluster: ModuleCluster, view: AuroraView): Drawing => {
  const drawing = new Drawing()
  const { address: to } = cluster
  drawCallInstance(drawing, cluster)
  const key = cluster.streamInputs?.kmsKeyId
  if (key) {
    const { where, keys } = cluster
    drawKeys(drawing, { address: to, where, keys, argument: pathOf(key), isUncertain: false })
  }
  const pointing = view.streams.filter((stream) => stream.pointsAtModule(cluster).verdict !== 'no')
  for (const stream of new Set([...pointing, ...streamsOfAny(view)])) {
    const from = drawing.resource(stream.reference, { kind: 'stream' })
    const points = stream.pointsAtModule(cluster)
    drawing.edge({ from, to, label: 'resource_arn', ...perhaps(points.verdict !== 'yes') })
    drawStreamKeys(drawing, stream, false)
    drawWaiting(drawing, stream, [], { isUncertain: false, preferred: new Set() })
  }
  for (const call of view.streamCalls) {
    const points = call.pointsAtModule(cluster)
    if (points.verdict !== 'no') drawStreamCall(drawing, call, to, points)
  }
  for (const absent of view.absentCalls) {
    if (!cluster.outputs.some(({ value }) => absent.isGiven(value))) continue
    drawing.edge({ from: drawCall(drawing, absent.module, absent.call), to, isUncertain: true })
  }
  return drawing
}

const streamsOfAny = ({ streams }: AuroraView): readonly Stream[] =>
  streams.filter(({ mayBeAny }) => mayBeAny.length > 0).slice(0, MOST_OF_ANY)

const drawStreamKeys = (drawing: Drawing, { address, where, keys }: Stream, isUncertain: boolean): void =>
  drawKeys(drawing, { address, where, keys, argument: 'kms_key_id', isUncertain })

const drawStreamCall = (drawing: Drawing, call: StreamCall, to: string, points: Relation): void => {
  const from = drawCallInstance(drawing, call)
  drawing.edge({ from, to, label: call.arnInput, ...perhaps(points.verdict !== 'yes') })
}

const drawCallInstance = (drawing: Drawing, { address, module, call }: CallInstance): string =>
  drawing.node({ address, kind: 'module' }, within(module, `module.${call.name}`))

const drawCall = (drawing: Drawing, module: ModuleInstance, call: ModuleCall): string => {
  const address = within(module, `module.${call.name}`)
  return drawing.node({ address, kind: 'module' })
}
