import type { Cluster } from '../../src/aurora/cluster.js'
import { ModuleCluster } from '../../src/aurora/known-modules/module-cluster.js'
import type { NearestStream } from '../../src/aurora/nearest-stream.js'
import { undecided } from '../../src/aurora/relation.js'
import type { Check } from '../../src/rule.js'
import { keySuffix } from '../../src/terraform/address.js'

// Nothing else in Terraform or AWS asks for a stream: a cluster without one works, and its activity is recorded nowhere.
export const check: Check = function* ({ clusters, moduleClusters }) {
  for (const cluster of [...clusters, ...moduleClusters]) {
    if (cluster.isAurora.verdict === 'no') continue // a Multi-AZ DB cluster is no Aurora cluster
    const streamed = cluster.isStreamed
    if (streamed.verdict === 'yes') continue
    const nearest = cluster instanceof ModuleCluster ? undefined : cluster.nearestStream
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
          ? hint(cluster, nearest)
          : 'where its engine is Aurora, it needs an aws_rds_cluster_activity_stream',
      because: [
        ...(cluster.isAurora.verdict === 'yes' ? cluster.isAurora.because : []),
        ...(cluster instanceof ModuleCluster ? [cluster.judgedBy] : []),
        ...(nearest ? [nearest.because] : []),
      ],
      related: nearest ? [nearest.related] : [],
    }
  }
}

const hint = (cluster: Cluster | ModuleCluster, nearest: NearestStream | undefined): string => {
  const [hindrance] = cluster.hindrances
  if (hindrance) return `${hindrance.what}: ${hindrance.remedy} first`
  if (cluster instanceof ModuleCluster) return hintOfCall(cluster)
  if (nearest?.remedy !== undefined) return nearest.remedy
  const { nameBeside, repeatedBy, bringingCall } = cluster
  if (bringingCall) {
    const { name } = bringingCall.call
    return `turn a stream on in module.${name} if it can make one, or add an aws_rds_cluster_activity_stream beside its call, with the cluster's ARN from an output of it, a customer managed key and depends_on = [module.${name}]`
  }
  const repeated = repeatedBy ? ` of the same ${repeatedBy}` : ''
  return `add an aws_rds_cluster_activity_stream${repeated} with resource_arn = ${nameBeside}.arn and a customer managed key, which depends_on the cluster's instances`
}

const hintOfCall = ({ call, key, known, streamInputs, arnOutput }: ModuleCluster): string => {
  if (streamInputs) {
    const { switch: on, mode, kmsKeyId } = streamInputs
    return on.input === mode.input
      ? `give it ${on.input} = { ${mode.attribute} = "async", ${kmsKeyId.attribute} = the key_id of a customer managed key }`
      : `set ${on.input} = true, with ${mode.input} and ${kmsKeyId.input}, the key_id of a customer managed key`
  }
  if (arnOutput === undefined)
    return `${known.name} makes no stream, and has no output with the ARN: add one, or use another module`
  return `add an aws_rds_cluster_activity_stream with resource_arn = module.${call.name}${keySuffix(key)}.${arnOutput}, a customer managed key and depends_on = [module.${call.name}]`
}
