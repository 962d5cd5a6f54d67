import { keyIdAttribute } from '../aurora/keys/kms-attributes.js'
import type { Resource } from '../terraform/configuration.js'
import type { NodeKind } from './cluster-graph.js'

export const kindOf = ({ mode, type }: Pick<Resource, 'mode' | 'type'>): NodeKind => {
  if (type === 'aws_kms_alias') return 'alias'
  if (keyIdAttribute(mode, type) !== undefined) return 'key'
  if (mode === 'data') return 'other'
  if (type === 'aws_rds_cluster') return 'cluster'
  if (type === 'aws_rds_cluster_instance') return 'instance'
  return type === 'aws_rds_cluster_activity_stream' ? 'stream' : 'other'
}
