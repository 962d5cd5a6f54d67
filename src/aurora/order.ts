/** Whether a stream starts only after an instance of its cluster exists, and what would make it so. */
import type { Related } from '../finding.js'
import { within } from '../terraform/address.js'
import type { ModuleCall, Resource } from '../terraform/configuration.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Cluster } from './cluster.js'
import { related } from './related.js'
import { anyOneOf, type Relation, undecided, yes } from './relation.js'
import type { Stream } from './stream.js'
import type { Subject } from './subject.js'

/** A stream and its cluster, and whether the one waits for an instance of the other. */
export interface Order {
  readonly stream: Subject
  /** What a message calls the cluster. */
  readonly cluster: string
  readonly waits: Relation
  /** What would make it wait for all that is known to be an instance of the cluster. */
  readonly dependencies: readonly Dependency[]
  /** Imperative: `add depends_on = [aws_rds_cluster_instance.main]`. */
  readonly remedy: string
  readonly related: readonly Related[]
}

/** `waiting` would have to depend on `awaited`: a resource, or the call of the module that it is in. */
export interface Dependency {
  /** The one that both stand in. */
  readonly module: ModuleInstance
  readonly waiting: Resource | ModuleCall
  readonly awaited: Resource | ModuleCall
}

/** Of streams whose clusters are all in modules at hand. A cluster without any instance, or one that cannot stream, is another rule's. */
export const ordersOf = (streams: readonly Stream[]): readonly Order[] =>
  streams.flatMap((stream) => {
    const clusters = clustersOf(stream).filter(({ obstacles }) => obstacles.length === 0)
    const [cluster] = clusters
    if (!cluster) return []
    const all = anyOneOf(clusters.map((one) => waits(stream, one)))
    return [
      {
        stream,
        cluster: cluster.address,
        waits: all.verdict === 'no' && stream.mayBeAny.length > 0 ? undecided(stream.mayBeAny) : all,
        // Few streams are not in order: what is said of those is made when it is asked for.
        get dependencies() {
          return dependenciesOn(stream, clusters)
        },
        get remedy() {
          return remedyOf(dependenciesOn(stream, clusters))
        },
        get related() {
          const [instance] = cluster.instances
          return [
            related(cluster, 'the cluster'),
            ...(instance ? [related(instance, 'an instance of it')] : []),
            ...waitingCalls(dependenciesOn(stream, clusters)),
          ]
        },
      },
    ]
  })

/** None for a stream without a cluster, which another rule reports. */
const clustersOf = ({ cluster }: Stream): readonly Cluster[] => {
  switch (cluster.kind) {
    case 'found':
      return [cluster.cluster]
    case 'undecided':
      return cluster.clusters
    case 'elsewhere':
      return []
    default:
      return cluster satisfies never
  }
}

const waits = (stream: Stream, cluster: Cluster): Relation => {
  if (cluster.hasInstance.verdict === 'no') return yes() // a cluster without any instance is another rule's
  const { instances, possibleInstances } = cluster
  const certain = instances.length > 0 ? stream.waitsForAny(instances) : undefined
  if (certain?.verdict === 'yes') return certain
  // What may be an instance, and modules that are not at hand and are given the cluster: they may hold one.
  const possible = possibleInstances.filter((instance) => stream.waitsForAny([instance]).verdict !== 'no')
  const absent = cluster.absentCallsWith('id', 'cluster_identifier', 'arn')
  const awaited = absent.filter(({ module, call }) => stream.waitsForCall(module, call))
  const isAwaiting = possible.length > 0 || awaited.length > 0
  // What another root module holds, no stream can wait for.
  if (!certain && (isAwaiting || (possibleInstances.length === 0 && absent.length === 0))) return yes()
  if (certain && !isAwaiting) return withReservation(stream, certain)
  const perhaps = certain ? { instances: possible, calls: awaited } : { instances: possibleInstances, calls: absent }
  return undecided([
    ...perhaps.instances.map(({ address }) => `${address} may be an instance of ${cluster.address}`),
    ...perhaps.calls.map(({ address, because }) => `${address} may hold an instance of ${cluster.address}: ${because}`),
  ])
}

/** What a lifecycle names orders, too, and is in no plan's JSON. */
const withReservation = (stream: Stream, relation: Relation): Relation =>
  stream.isWithoutSource && relation.verdict === 'no'
    ? {
        ...relation,
        because: ["unless lifecycle has a replace_triggered_by or a precondition, which a plan's JSON does not hold"],
      }
    : relation

const dependenciesOn = ({ reference }: Stream, clusters: readonly Cluster[]): readonly Dependency[] =>
  clusters.flatMap(({ instances }) =>
    instances.map((instance) =>
      dependency(reference.module, reference.resource, instance.reference.module, instance.reference.resource),
    ),
  )

/** Between two blocks; in different modules, between the calls by which those are told apart. */
export const dependency = (
  module: ModuleInstance,
  waiting: Resource | ModuleCall,
  other: ModuleInstance,
  awaited: Resource | ModuleCall,
): Dependency => {
  const own = wayTo(module)
  const way = wayTo(other)
  let shared = 0
  while (shared < own.length && own[shared] === way[shared]) shared += 1
  const from = own[shared]?.parent
  const to = way[shared]?.parent
  return {
    module: from?.instance ?? to?.instance ?? module,
    waiting: from?.call ?? waiting,
    awaited: to?.call ?? awaited,
  }
}

/** `aws_rds_cluster_instance.main`, `module.db` */
export const blockName = (block: Resource | ModuleCall): string =>
  'address' in block ? block.address : `module.${block.name}`

/** What to write, and where. */
export const remedyOf = (dependencies: readonly Dependency[]): string => {
  const blocks = new Map<Resource | ModuleCall, Set<string>>()
  for (const { waiting, awaited } of dependencies)
    blocks.set(waiting, (blocks.get(waiting) ?? new Set<string>()).add(blockName(awaited)))
  const each = [...blocks].map(
    ([block, names]) =>
      `depends_on = [${[...names].join(', ')}]${'address' in block ? '' : ` to the call of ${blockName(block)}`}`,
  )
  return each.length > 0 ? `add ${each.join(', and ')}` : 'let the stream depend on the instances of its cluster'
}

const waitingCalls = (dependencies: readonly Dependency[]): readonly Related[] => {
  const calls = new Map(
    dependencies.flatMap(({ module, waiting }) => ('address' in waiting ? [] : [[waiting, module] as const])),
  )
  return [...calls].flatMap(
    ([
      {
        name,
        content: { written },
      },
      module,
    ]) => {
      if (!written) return []
      const location = { kind: 'source', source: written.source, span: written.block.headerSpan } as const
      return [{ address: within(module, `module.${name}`), message: 'the call that has to wait', location }]
    },
  )
}

/** The module instances from the root module's children down to this one. */
const wayTo = (module: ModuleInstance): readonly ModuleInstance[] =>
  module.parent ? [...wayTo(module.parent.instance), module] : []
