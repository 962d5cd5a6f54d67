import type { Cluster } from '../../src/aurora/cluster.js'
import { undecided } from '../../src/aurora/relation.js'
import type { Check } from '../../src/rule.js'

// Nothing else in Terraform or AWS asks for a stream: a cluster without one works, and its activity is recorded nowhere.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isAurora.verdict === 'no') continue // a Multi-AZ DB cluster is no Aurora cluster
    const streamed = cluster.isStreamed
    if (streamed.verdict === 'yes') continue
    const open = [...(cluster.isAurora.verdict === 'undecided' ? cluster.isAurora.because : []), ...streamed.because]
    yield {
      on: cluster,
      ...(open.length > 0 && { verdict: undecided(open) }),
      message:
        open.length > 0
          ? `${cluster.address} may have no activity stream`
          : `${cluster.address} has no activity stream: its database activity is not recorded`,
      hint:
        cluster.isAurora.verdict === 'yes'
          ? hint(cluster)
          : 'where its engine is Aurora, it needs an aws_rds_cluster_activity_stream',
      because: cluster.isAurora.verdict === 'yes' ? cluster.isAurora.because : [],
    }
  }
}

const hint = (cluster: Cluster): string => {
  const [hindrance] = cluster.hindrances
  if (hindrance) return `${hindrance.what}: ${hindrance.remedy} first`
  const { address } = cluster.reference.resource
  return `add an aws_rds_cluster_activity_stream with resource_arn = ${address}.arn and a customer managed key, which depends_on the cluster's instances`
}
