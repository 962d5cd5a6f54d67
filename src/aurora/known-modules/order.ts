import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Cluster } from '../cluster.js'
import type { Order } from '../order.js'
import { related } from '../related.js'
import { NOT_KNOWN, orElse, type Relation, undecided } from '../relation.js'
import { Stream } from '../stream.js'
import { namesModule } from './pointing.js'
import type { StreamCall } from './stream-call.js'

/** Of streams and clusters of which one is in a known module. A cluster without any instance, or one that cannot stream, is another rule's. */
export const moduleOrdersOf = (
  streams: readonly Stream[],
  streamCalls: readonly StreamCall[],
  clusters: readonly Cluster[],
): readonly Order[] => [
  ...[...streams, ...streamCalls].flatMap(ofModules),
  ...streamCalls.flatMap((call) => clusters.flatMap((cluster) => ofCluster(call, cluster))),
]

const ofModules = (stream: Stream | StreamCall): readonly Order[] =>
  stream.moduleClusters
    .filter(({ obstacle, hasNoInstance }) => obstacle === undefined && !hasNoInstance)
    .map((cluster) => ({
      stream,
      cluster: `the cluster in ${cluster.address}`,
      waits: unlessElsewhere(stream.waitsForModule(cluster), namesModule(stream.references, cluster)),
      remedy: remedy(stream, cluster.module, [`module.${cluster.call.name}`]),
      related: [related(cluster, 'the cluster')],
    }))

const ofCluster = (stream: StreamCall, cluster: Cluster): readonly Order[] => {
  const named = stream.names(cluster)
  const { instances } = cluster
  const [instance] = instances
  if (named.verdict === 'no' || !instance || cluster.obstacles.length > 0) return []
  const waits = unlessElsewhere(stream.waitsForAny(instances), named)
  const awaited = instances.map(({ reference }) => reference.resource.address)
  return [
    {
      stream,
      cluster: cluster.address,
      waits,
      remedy: remedy(stream, instance.reference.module, awaited),
      related: [related(cluster, 'the cluster')],
    },
  ]
}

const remedy = (stream: Stream | StreamCall, module: ModuleInstance, awaited: readonly string[]): string => {
  const own = stream instanceof Stream ? stream.reference.module : stream.module
  const names = [...new Set(awaited)].join(', ')
  return own === module ? `add depends_on = [${names}]` : `let it, or the call of its module, depend on ${names}`
}

/** Where it may be the stream of another cluster, that it does not wait is not certain to be wrong. */
const unlessElsewhere = (waits: Relation, named: Relation): Relation =>
  waits.verdict === 'no' && named.verdict === 'undecided' ? undecided(orElse(named.because, NOT_KNOWN)) : waits
