import type { Location } from '../finding.js'
import type { AbsentModule, Module, ModuleCall, Resource } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { PlannedChange } from '../terraform/planned-change.js'
import type { PlannedState } from '../terraform/planned-state.js'
import type { Cluster } from './cluster.js'
import type { Subject } from './subject.js'

/** A stream that an apply deletes while its cluster stays; it may be in no configuration any more. */
export class RemovedStream implements Subject {
  readonly address: string
  readonly change: PlannedChange
  readonly cluster: Pick<Subject, 'address' | 'header'>
  /** The address at which the same apply makes another stream for the cluster. */
  readonly successor: string | undefined
  /** The block that leads from here to there; `undefined` where there is no successor, or nobody knows its block. */
  readonly move: Move | undefined
  readonly #block: Location | undefined

  constructor(
    change: PlannedChange,
    cluster: RemovedStream['cluster'],
    {
      successor,
      move,
      block,
    }: { successor: PlannedChange | undefined; move?: Move | undefined; block?: Location | undefined },
  ) {
    this.address = change.address
    this.change = change
    this.cluster = cluster
    this.successor = successor?.address
    this.move = move
    this.#block = block
  }

  /** Its block where that is still there (its `count` became 0), else the cluster that loses it. */
  get header(): Location | undefined {
    return this.#block ?? this.cluster.header
  }

  place(): Location | undefined {
    return this.header
  }
}

/** Streams that the plan found on the cluster with this ARN. */
export const streamsBefore = ({ planned }: Evaluator, arn: string): readonly PlannedChange[] => {
  if (!planned) return []
  const byCluster = found.get(planned) ?? streamsByCluster(planned)
  found.set(planned, byCluster)
  return byCluster.get(arn) ?? []
}

/** By the ARN of their cluster; many clusters ask. */
const found = new WeakMap<PlannedState, ReadonlyMap<string, readonly PlannedChange[]>>()

const streamsByCluster = (planned: PlannedState): ReadonlyMap<string, readonly PlannedChange[]> => {
  const byCluster = new Map<string, PlannedChange[]>()
  for (const stream of changes(planned, 'aws_rds_cluster_activity_stream')) {
    const arn = clusterArn(stream)
    if (arn !== undefined) byCluster.set(arn, [...(byCluster.get(arn) ?? []), stream])
  }
  return byCluster
}

/** A stream's `id` is the ARN of its cluster as well. */
const clusterArn = (stream: PlannedChange): string | undefined => stream.before('resource_arn') ?? stream.before('id')

const changes = (planned: Evaluator['planned'], type: string): readonly PlannedChange[] =>
  planned?.changesOf(type).map((instance) => new PlannedChange(instance)) ?? []

/** Streams that are deleted from clusters that stay, those that Terraform forgets included: they run on. */
export const removedStreams = (evaluator: Evaluator, clusters: readonly Cluster[]): readonly RemovedStream[] => {
  const streams = changes(evaluator.planned, 'aws_rds_cluster_activity_stream')
  const deleted = streams.filter(({ effect }) => effect === 'delete')
  if (deleted.length === 0) return []
  const staying = new Map(
    changes(evaluator.planned, 'aws_rds_cluster')
      .filter(({ stays }) => stays)
      .map((cluster) => [cluster.before('arn'), cluster.address]),
  )
  return deleted.flatMap((stream) => {
    const arn = clusterArn(stream)
    const address = arn === undefined ? undefined : staying.get(arn)
    if (address === undefined) return []
    const header = clusters.find((cluster) => cluster.address === address)?.header
    const successor = streams.find((other) => other.effect === 'create' && other.after('resource_arn') === arn)
    const move = successor && moveTo(evaluator, stream, successor)
    return [new RemovedStream(stream, { address, header }, { successor, move, block: blockOf(evaluator, stream) })]
  })
}

/** What a `moved` block says, and the block that it stands beside. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly beside: Resource | ModuleCall
  /** The stream is the same in all that it was asked for: its new address is all that changes. */
  readonly isSame: boolean
}

/** Within one module its addresses are enough; from one to another it is the root module that says it. */
const moveTo = (evaluator: Evaluator, stream: PlannedChange, successor: PlannedChange): Move | undefined => {
  const isWithin = moduleAddress(stream) === moduleAddress(successor)
  const [called] = successor.moduleNames
  const beside =
    isWithin || called === undefined ? resourceOf(evaluator, successor) : evaluator.root.module.calls.get(called)
  const isSame = ['mode', 'kms_key_id'].every((name) => stream.before(name) === successor.after(name))
  const [from, to] = [stream, successor].map((one) =>
    isWithin ? one.address.slice(moduleAddress(one).length) : one.address,
  )
  return beside && from !== undefined && to !== undefined ? { from, to, beside, isSame } : undefined
}

/** With the dot behind it; empty in the root module. */
const moduleAddress = ({ address, resourceAddress }: PlannedChange): string =>
  address.slice(0, address.lastIndexOf(resourceAddress))

const blockOf = (evaluator: Evaluator, change: PlannedChange): Location | undefined => {
  const written = resourceOf(evaluator, change)?.content.written
  return written && { kind: 'source', source: written.source, span: written.block.headerSpan }
}

const resourceOf = ({ root }: Evaluator, { moduleNames, resourceAddress }: PlannedChange): Resource | undefined => {
  let module: Module | AbsentModule | undefined = root.module
  for (const name of moduleNames) {
    if (module?.kind === 'module') module = module.calls.get(name)?.module
  }
  return module?.kind === 'module' ? module.resources.get(resourceAddress) : undefined
}
