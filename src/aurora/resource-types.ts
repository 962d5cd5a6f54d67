/** Resource types that say something about activity streams; nothing else is read from a plan or expanded. */
const MANAGED: ReadonlySet<string> = new Set([
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_cluster_activity_stream',
  'aws_rds_cluster_parameter_group',
  'aws_rds_global_cluster',
  'aws_kms_key',
  'aws_kms_alias',
  'aws_kms_replica_key',
  'aws_kms_external_key',
  'aws_kms_replica_external_key',
  'aws_kinesis_stream',
  'aws_kinesis_firehose_delivery_stream',
  'aws_kinesis_stream_consumer',
  'aws_lambda_event_source_mapping',
  'aws_pipes_pipe',
])

const READ: ReadonlySet<string> = new Set([
  'aws_rds_cluster',
  'aws_kms_key',
  'aws_kms_alias',
  'aws_kinesis_stream',
  'aws_region',
  'aws_caller_identity',
  'aws_partition',
  'aws_arn',
])

export const isWanted = (mode: 'managed' | 'data', type: string): boolean =>
  (mode === 'managed' ? MANAGED : READ).has(type)
