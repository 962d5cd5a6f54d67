import type { Cluster } from '../../src/aurora/cluster.js'
import { anyOneOf, type Relation, undecided, yes } from '../../src/aurora/relation.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Check } from '../../src/rule.js'

// A stream starts only on a cluster with an available instance. Terraform creates the two in parallel unless the graph
// orders them, so the first apply fails and a retry "fixes" it.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    if (stream.cluster.kind === 'elsewhere') continue // another rule reports a stream without a cluster
    const clusters = stream.cluster.kind === 'found' ? [stream.cluster.cluster] : stream.cluster.clusters
    const relations = clusters.map((cluster) => waits(stream, cluster))
    const [cluster] = clusters
    const waiting = anyOneOf(relations)
    if (!cluster || waiting.verdict === 'yes') continue
    if (stream.cluster.kind === 'undecided' && !stream.references.some(({ reference }) => reference.kind !== 'unknown')) continue // it may be for any cluster, or none of these
    const names = instanceNames(stream, cluster)
    yield {
      on: stream,
      verdict: waiting,
      message:
        waiting.verdict === 'no'
          ? `${stream.address} can start before any instance of ${cluster.address} exists`
          : `${stream.address} may start before any instance of ${cluster.address} exists`,
      hint: names === undefined ? 'let the stream depend on the instances of its cluster' : `add depends_on = [${names}]`,
      related: cluster.header ? [{ address: cluster.address, message: 'the cluster', location: cluster.header }] : [],
    }
  }
}

const waits = (stream: Stream, cluster: Cluster): Relation => {
  const { instances, possibleInstances } = cluster
  const certain = instances.length > 0 ? stream.waitsForAny(instances) : yes()
  if (certain.verdict === 'yes' && instances.length > 0) return certain
  if (possibleInstances.length > 0 && stream.waitsForAny(possibleInstances).verdict !== 'no') {
    return instances.length > 0 ? undecided(possibleInstances.map(({ address }) => `${address} may be an instance of ${cluster.address}`)) : yes()
  }
  if (instances.length > 0) return certain
  const absent = cluster.absentCallsWith('id', 'cluster_identifier')
  const unawaited = absent.filter(({ module, call }) => !stream.waitsForCall(module, call))
  const because = [
    ...possibleInstances.map(({ address }) => `${address} may be an instance of ${cluster.address}`),
    ...unawaited.map(({ address, because: reason }) => `${address} may hold an instance of ${cluster.address}: ${reason}`),
  ]
  // A cluster without any instance is another rule's.
  return because.length > 0 ? undecided(because) : yes()
}

/** What to write into `depends_on`: the instances of the same module, by resource. */
const instanceNames = (stream: Stream, cluster: Cluster): string | undefined => {
  const own = cluster.instances.filter(({ reference }) => reference.module === stream.reference.module)
  const names = [...new Set(own.map(({ reference }) => reference.resource.address))]
  if (names.length > 0) return names.join(', ')
  const [instance] = cluster.instances
  const parents = instance?.reference.module.parent
  return parents && parents.instance === stream.reference.module ? `module.${parents.call.name}` : undefined
}

