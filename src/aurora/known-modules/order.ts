import type { ModuleCall, Resource } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Cluster } from '../cluster.js'
import { dependency, type Order, remedyOf } from '../order.js'
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
    .map((cluster) => {
      const dependencies = [dependency(...placeOf(stream), cluster.module, cluster.call)]
      return {
        stream,
        cluster: `the cluster in ${cluster.address}`,
        waits: unlessElsewhere(stream.waitsForModule(cluster), namesModule(stream.references, cluster)),
        dependencies,
        remedy: remedyOf(dependencies),
        related: [related(cluster, 'the cluster')],
      }
    })

const ofCluster = (stream: StreamCall, cluster: Cluster): readonly Order[] => {
  const named = stream.names(cluster)
  const { instances } = cluster
  if (named.verdict === 'no' || instances.length === 0 || cluster.obstacles.length > 0) return []
  const waits = unlessElsewhere(stream.waitsForAny(instances), named)
  const dependencies = instances.map(({ reference }) =>
    dependency(...placeOf(stream), reference.module, reference.resource),
  )
  return [
    {
      stream,
      cluster: cluster.address,
      waits,
      dependencies,
      remedy: remedyOf(dependencies),
      related: [related(cluster, 'the cluster')],
    },
  ]
}

const placeOf = (stream: Stream | StreamCall): readonly [ModuleInstance, Resource | ModuleCall] =>
  stream instanceof Stream ? [stream.reference.module, stream.reference.resource] : [stream.module, stream.call]

/** Where it may be the stream of another cluster, that it does not wait is not certain to be wrong. */
const unlessElsewhere = (waits: Relation, named: Relation): Relation =>
  waits.verdict === 'no' && named.verdict === 'undecided' ? undecided(orElse(named.because, NOT_KNOWN)) : waits
