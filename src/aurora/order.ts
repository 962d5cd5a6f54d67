/** Whether a stream starts only after an instance of its cluster exists, and what would make it so. */
import type { Related } from '../finding.js'
import { within } from '../terraform/address.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Cluster } from './cluster.js'
import type { ClusterInstance } from './cluster-instance.js'
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
  /** Imperative: `add depends_on = [aws_rds_cluster_instance.main]`. */
  readonly remedy: string
  readonly related: readonly Related[]
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
        get remedy() {
          return remedy(stream, cluster)
        },
        get related() {
          const [instance] = cluster.instances
          return [
            related(cluster, 'the cluster'),
            ...(instance ? [related(instance, 'an instance of it')] : []),
            ...waitingCall(stream, cluster),
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

/** What to write, and where: in the stream, or in the call by which its module and the instances' are told apart. */
const remedy = (stream: Stream, cluster: Cluster): string => {
  const [instance] = cluster.instances
  if (!instance) return 'let the stream depend on the instances of its cluster'
  const { waiting, awaited } = callsApart(stream, instance)
  const siblings = cluster.instances.filter(({ reference }) => reference.module === instance.reference.module)
  const resources = new Set(siblings.map(({ reference }) => reference.resource.address))
  const names = awaited ? `module.${awaited.call.name}` : [...resources].join(', ')
  return `add depends_on = [${names}]${waiting ? ` to the call of module.${waiting.call.name}` : ''}`
}

const waitingCall = (stream: Stream, cluster: Cluster): readonly Related[] => {
  const [instance] = cluster.instances
  const waiting = instance && callsApart(stream, instance).waiting
  const written = waiting?.call.content.written
  if (!written) return []
  const address = within(waiting.instance, `module.${waiting.call.name}`)
  const location = { kind: 'source', source: written.source, span: written.block.headerSpan } as const
  return [{ address, message: 'the call that has to wait', location }]
}

/** The calls by which the modules of the two are told apart; none for the one that stands beside the other or around it. */
const callsApart = (stream: Stream, instance: ClusterInstance) => {
  const own = wayTo(stream.reference.module)
  const other = wayTo(instance.reference.module)
  let shared = 0
  while (shared < own.length && own[shared] === other[shared]) shared += 1
  return { waiting: own[shared]?.parent, awaited: other[shared]?.parent }
}

/** The module instances from the root module's children down to this one. */
const wayTo = (module: ModuleInstance): readonly ModuleInstance[] =>
  module.parent ? [...wayTo(module.parent.instance), module] : []
