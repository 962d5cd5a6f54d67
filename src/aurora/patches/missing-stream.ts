/** What a cluster without a stream needs: the one that comes nearest, mended, or another. */
import { refusal } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Cluster } from '../cluster.js'
import type { MissingStream } from '../missing-stream.js'
import type { NearestStream } from '../nearest-stream.js'
import type { Stream } from '../stream.js'
import { hasChoiceOfMode, missingWhereDeployed } from './deployed-cluster.js'
import { extendedTo } from './extended-stream.js'
import { newStreamFor } from './new-stream.js'
import { redirected } from './redirected-stream.js'
import { turnedOn } from './turned-on.js'

export const missingStreamOf = (cluster: Cluster): MissingStream => {
  if (cluster.deployed) return missingWhereDeployed(cluster, cluster.deployed)
  const { nearestStream: nearest } = cluster
  return {
    hint: hintFor(cluster, nearest),
    because: nearest ? [nearest.because] : [],
    related: nearest ? [nearest.related] : [],
    fix: fixFor(cluster, nearest),
  }
}

/** None where something else has to be changed first. */
const fixFor = (cluster: Cluster, nearest: NearestStream | undefined): Fix | Unmended | undefined => {
  if (cluster.hindrances.length > 0) return undefined
  if (!nearest) return newStreamFor(cluster)
  const { kind, stream } = nearest
  switch (kind) {
    case 'turned-off':
      return cluster.bringingCall ? turnedOnOrBeside(cluster, stream) : turnedOn(cluster, stream)
    case 'perhaps':
      return { reason: `${stream.address} may be meant for it` }
    case 'key-forgotten':
      return extendedTo(cluster, stream)
    case 'astray':
      return redirected(cluster, stream)
    case 'elsewhere':
      return newStreamFor(cluster)
    default:
      return kind satisfies never
  }
}

/** What cannot be turned on from outside of a module that terraform init has brought is better made there. */
const turnedOnOrBeside = (cluster: Cluster, stream: Stream): Fix | Unmended => {
  const fix = turnedOn(cluster, stream)
  const isInside = 'reason' in fix || refusal(fix.edits) !== undefined
  return isInside ? newStreamFor(cluster) : fix
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
  return `add an aws_rds_cluster_activity_stream${repeated} with resource_arn = ${nameBeside}.arn and a customer managed key, which depends_on the cluster's instances${modes(cluster)}`
}

const modes = (cluster: Cluster): string =>
  hasChoiceOfMode(cluster) ? '; mode = "async" does not slow the database down, "sync" loses no record' : ''
