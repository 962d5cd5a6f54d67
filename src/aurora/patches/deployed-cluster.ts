/** What to say of a cluster that exists, where only a state or AWS itself tells of it: there is nothing that could be patched. */
import type { Cluster } from '../cluster.js'
import { modesOf } from '../eligibility/stream-mode.js'
import { knownArms } from '../known-arms.js'
import type { MissingStream } from '../missing-stream.js'

/** Of Aurora MySQL there is nothing to be chosen. */
export const hasChoiceOfMode = (cluster: Cluster): boolean => {
  const engine = cluster.value('engine')
  return knownArms(engine).length > 0 && modesOf(engine).length > 1
}

export const missingWhereDeployed = (cluster: Cluster, deployed: 'state' | 'aws'): MissingStream => {
  const [hindrance] = cluster.hindrances
  const hint = deployed === 'aws' ? startStream(cluster) : declareStream(cluster)
  return {
    hint: hindrance ? `${hindrance.what}: ${hindrance.remedy} first` : hint,
    because: deployed === 'aws' ? [] : ['no aws_rds_cluster_activity_stream in this state points at it'],
    related: [],
  }
}

/** What was started outside of Terraform runs as well, and is imported by the ARN of its cluster. */
const declareStream = ({ reference }: Cluster): string =>
  `declare an aws_rds_cluster_activity_stream beside ${reference.resource.address} in the configuration of this state, with a customer managed key and depends_on the cluster's instances; where one runs that was started otherwise, import it`

/** Without `--apply-immediately` it waits for the maintenance window (source: the RDS API, StartActivityStream). */
const startStream = (cluster: Cluster): string => {
  const { address, region } = cluster
  const place = region === undefined ? '' : ` --region ${region}`
  const choice = hasChoiceOfMode(cluster) ? '; --mode sync slows the database down, and loses no record' : ''
  return `where Terraform manages it, declare its stream there; else run: aws rds start-activity-stream${place} --resource-arn ${address} --mode async --kms-key-id KEY --apply-immediately (with a customer managed key; it restarts the database)${choice}`
}

/** What makes an instance for it. */
export const missingInstanceWhereDeployed = ({ reference, identifier, deployed }: Cluster): string =>
  deployed === 'aws'
    ? `add an instance to ${identifier ?? 'it'}, or stop its stream: aws rds stop-activity-stream`
    : `add an aws_rds_cluster_instance of ${reference.resource.address} to the configuration of this state, and apply it`
