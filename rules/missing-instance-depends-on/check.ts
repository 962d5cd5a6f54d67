import type { Cluster } from '../../src/aurora/cluster.js'
import type { ClusterInstance } from '../../src/aurora/cluster-instance.js'
import { related } from '../../src/aurora/related.js'
import { anyOneOf, type Relation, undecided, yes } from '../../src/aurora/relation.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Related } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { within } from '../../src/terraform/address.js'
import type { ModuleInstance } from '../../src/terraform/module-instance.js'

// A stream starts only on a cluster with an available instance. Terraform creates the two in parallel unless the graph
// orders them, so the first apply fails and a retry "fixes" it.
export const check: Check = function* ({ streams, moduleOrders }) {
  for (const stream of streams) {
    if (stream.cluster.kind === 'elsewhere') continue // another rule reports a stream without a cluster
    const named = stream.cluster.kind === 'found' ? [stream.cluster.cluster] : stream.cluster.clusters
    const clusters = named.filter(({ obstacles }) => obstacles.length === 0) // where the stream cannot start, order is no matter
    const order = anyOneOf(clusters.map((cluster) => waits(stream, cluster)))
    const waiting = order.verdict === 'no' && stream.mayBeAny.length > 0 ? undecided(stream.mayBeAny) : order
    const [cluster] = clusters
    if (!cluster || waiting.verdict === 'yes') continue
    yield {
      on: stream,
      verdict: waiting,
      message:
        waiting.verdict === 'no'
          ? `${stream.address} can start before any instance of ${cluster.address} exists`
          : `${stream.address} may start before any instance of ${cluster.address} exists`,
      hint: hint(stream, cluster),
      related: [
        ...(cluster.header ? [{ address: cluster.address, message: 'the cluster', location: cluster.header }] : []),
        ...cluster.instances
          .slice(0, 1)
          .flatMap(({ address, header }) =>
            header ? [{ address, message: 'an instance of it', location: header }] : [],
          ),
        ...waitingCall(stream, cluster),
      ],
    }
  }
  // Where one of the two is in a known module whose source is not at hand.
  for (const { stream, cluster, name, waits: waiting, remedy } of moduleOrders) {
    if (waiting.verdict === 'yes') continue
    yield {
      on: stream,
      verdict: waiting,
      message: `${stream.address} ${waiting.verdict === 'no' ? 'can' : 'may'} start before any instance of ${name} exists`,
      hint: remedy,
      related: [related(cluster, 'the cluster')],
    }
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

/** `replace_triggered_by` orders, too, and is in no plan's JSON. */
const withReservation = (stream: Stream, relation: Relation): Relation =>
  stream.isWithoutSource && relation.verdict === 'no'
    ? { ...relation, because: ["unless lifecycle has a replace_triggered_by, which a plan's JSON does not hold"] }
    : relation

/** What to write, and where: in the stream, or in the call by which its module and the instances' are told apart. */
const hint = (stream: Stream, cluster: Cluster): string => {
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
