/** What a cluster without a stream needs: the one that comes nearest, mended, or another. */
import type { Cluster } from '../cluster.js'
import type { MissingStream } from '../missing-stream.js'
import type { NearestStream } from '../nearest-stream.js'

export const missingStreamOf = (cluster: Cluster): MissingStream => {
  const { nearestStream: nearest } = cluster
  return {
    hint: hintFor(cluster, nearest),
    because: nearest ? [nearest.because] : [],
    related: nearest ? [nearest.related] : [],
  }
}

const hintFor = (cluster: Cluster, nearest: NearestStream | undefined): string => {
  const [hindrance] = cluster.hindrances
  if (hindrance) return `${hindrance.what}: ${hindrance.remedy} first`
  if (nearest?.remedy !== undefined) return nearest.remedy
  const { nameBeside, repeatedBy, bringingCall } = cluster
  if (bringingCall) {
    const { name } = bringingCall.call
    return `turn a stream on in module.${name} if it can make one, or add an aws_rds_cluster_activity_stream beside its call, with the cluster's ARN from an output of it, a customer managed key and depends_on = [module.${name}]`
  }
  const repeated = repeatedBy ? ` of the same ${repeatedBy}` : ''
  return `add an aws_rds_cluster_activity_stream${repeated} with resource_arn = ${nameBeside}.arn and a customer managed key, which depends_on the cluster's instances`
}
