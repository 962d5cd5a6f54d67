import { undecided } from '../../src/aurora/relation.js'
import type { Check } from '../../src/rule.js'

// Nothing else in Terraform or AWS asks for a stream: a cluster without one works, and its activity is recorded nowhere.
export const check: Check = function* ({ clusters, moduleClusters }) {
  for (const cluster of [...clusters, ...moduleClusters]) {
    const { isAurora } = cluster
    if (isAurora.verdict === 'no') continue // a Multi-AZ DB cluster is no Aurora cluster
    const streamed = cluster.isStreamed
    if (streamed.verdict === 'yes') continue
    const { hint, because, related, fix } = cluster.missingStream
    const isKnown = isAurora.verdict === 'yes'
    const open = [...(isKnown ? [] : isAurora.because), ...streamed.because]
    yield {
      on: cluster,
      ...(open.length > 0 && { verdict: undecided(open) }),
      message:
        open.length > 0
          ? `${cluster.address} may have no activity stream`
          : `${cluster.address} has no activity stream: its database activity is not recorded`,
      hint: isKnown ? hint : 'where its engine is Aurora, it needs an aws_rds_cluster_activity_stream',
      because: [...(isKnown ? isAurora.because : []), ...because],
      related,
      ...(open.length === 0 && { fix }),
    }
  }
}
