import type { Cluster } from '../../src/aurora/cluster.js'
import { related } from '../../src/aurora/related.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Check } from '../../src/rule.js'

// The provider starts a stream with ApplyImmediately: RDS restarts the cluster at once, whatever its maintenance window is.
export const check: Check = function* ({ streams, clusters }) {
  for (const stream of streams) {
    if (stream.change?.effect !== 'create') continue
    const cluster = clusters.find((one) => one.change?.stays && isOf(stream, one))
    // Where the plan moves a stream from address to address, what is wrong is that it deletes the one that runs.
    if (!cluster || cluster.streamsBefore.length > 0) continue
    yield {
      on: stream,
      message: `creating ${stream.address} restarts ${cluster.address}, which already runs`,
      hint: 'apply when the cluster may restart: the provider starts the stream immediately, not in the maintenance window',
      related: [related(cluster, 'the cluster')],
    }
  }
}

const isOf = (stream: Stream, cluster: Cluster): boolean => {
  const arn = cluster.change?.before('arn')
  if (arn !== undefined && stream.change?.after('resource_arn') === arn) return true
  return stream.cluster.kind === 'found' && stream.cluster.cluster === cluster
}
