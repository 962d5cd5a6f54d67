import { missingInstanceWhereDeployed } from '../../src/aurora/patches/deployed-cluster.js'
import { missingInstanceOf } from '../../src/aurora/patches/missing-instance.js'
import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// A cluster is storage; a stream starts on its instances. Without one the stream waits for nothing, and fails.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // a cluster may well stand without instances, as of a global database
    if (cluster.obstacles.length > 0) continue // no instance would help it
    if (cluster.hasInstance.verdict !== 'no') continue // in a module that is not at hand, or in another root module
    const empty = cluster.emptyInstanceResources
    const [first] = empty
    const filled = first === undefined ? '' : `let ${first} make an instance, or `
    yield {
      on: cluster,
      message: `${cluster.address} is streamed, but has no instance that could stream`,
      hint: cluster.deployed
        ? missingInstanceWhereDeployed(cluster)
        : `${filled}add an aws_rds_cluster_instance with cluster_identifier = ${cluster.nameBeside}.id, and let the stream depend on it`,
      because: empty.map((address) => `${address} makes no instance: its count or for_each is empty`),
      related: cluster.ownStreams.map((stream) => related(stream, 'the stream')),
      fix: missingInstanceOf(cluster),
    }
  }
}
