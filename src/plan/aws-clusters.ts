import type { JsonObject, JsonValue } from './document.js'
import { asArray, asObject, asString } from './json-shape.js'
import type { ExistingInstance } from './state-values.js'

/** What AWS says of a cluster, as the resources that would have made it: itself, its stream, its instances. */
export interface ListedCluster {
  readonly instances: readonly ExistingInstance[]
  /** False where its members were left out (`--query`), which is not the same as none. */
  readonly namesMembers: boolean
}

/** The attributes of `aws_rds_cluster` by the members of `DBCluster` that they are read from (source: the RDS API, DBCluster). */
const ATTRIBUTES: readonly (readonly [attribute: string, member: string])[] = [
  ['engine', 'Engine'],
  ['engine_version', 'EngineVersion'],
  ['engine_mode', 'EngineMode'],
  ['cluster_scalability_type', 'ClusterScalabilityType'],
  ['availability_zones', 'AvailabilityZones'],
]

/** No attribute of Terraform's, and the one that says whether the list tells of the cluster's stream at all. */
const STATUS = 'activity_stream_status'

const ARN = /^arn:[a-z-]+:rds:([a-z0-9-]+):\d{12}:cluster:([A-Za-z][A-Za-z0-9-]*)$/
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9-]*$/

/** A stream that starts is about to be there; one that stops is as good as gone. */
const STREAMING: ReadonlySet<string | undefined> = new Set(['started', 'starting'])

/** A member of `DBClusters`, called by its ARN: no other cluster has the same. `undefined` for what has none. */
export const listedCluster = (value: JsonValue | undefined): ListedCluster | undefined => {
  const cluster = asObject(value) ?? {}
  const arn = asString(cluster.DBClusterArn) ?? ''
  const [, region, identifier] = ARN.exec(arn) ?? []
  if (region === undefined || identifier === undefined) return undefined
  if (asString(cluster.Status) === 'deleting') return { instances: [], namesMembers: true }
  const attributes = ATTRIBUTES.map(([attribute, member]) => [attribute, cluster[member] ?? null] as const)
  return {
    namesMembers: Array.isArray(cluster.DBClusterMembers),
    instances: [
      listed('aws_rds_cluster', arn, arn, {
        ...Object.fromEntries(attributes),
        arn,
        region,
        cluster_identifier: identifier,
        // Where it was left out (`--query`), nobody knows.
        [STATUS]: asString(cluster.ActivityStreamStatus) || null,
      }),
      ...(STREAMING.has(asString(cluster.ActivityStreamStatus))
        ? [
            listed('aws_rds_cluster_activity_stream', arn, `the activity stream of ${arn}`, {
              region,
              resource_arn: arn,
              mode: cluster.ActivityStreamMode ?? null,
              kms_key_id: cluster.ActivityStreamKmsKeyId ?? null,
            }),
          ]
        : []),
      ...asArray(cluster.DBClusterMembers).flatMap((member) => {
        const name = asString(asObject(member)?.DBInstanceIdentifier) ?? ''
        if (!IDENTIFIER.test(name)) return []
        const own = arn.replace(/:cluster:.*/, `:db:${name}`)
        return [listed('aws_rds_cluster_instance', own, own, { arn: own, region, cluster_identifier: identifier })]
      }),
    ],
  }
}

const listed = (type: string, name: string, address: string, values: JsonObject): ExistingInstance => ({
  address,
  moduleAddress: '',
  mode: 'managed',
  type,
  name,
  index: undefined,
  values,
  sensitiveValues: {},
  deposed: false,
  providerName: undefined,
})
