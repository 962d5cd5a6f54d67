import { resolve } from '../../terraform/values.js'
import type { BlockInstance } from '../block-instance.js'
import { anyOneOf, no, type Relation, undecided, yes } from '../relation.js'
import type { ResourceInstance } from '../resource-instance.js'

/** Blocks of an `aws_kinesis_firehose_delivery_stream` that can have a `processing_configuration` (source: the provider's documentation). */
const DESTINATIONS = [
  'extended_s3_configuration',
  'redshift_configuration',
  'elasticsearch_configuration',
  'opensearch_configuration',
  'opensearchserverless_configuration',
  'splunk_configuration',
  'http_endpoint_configuration',
  'snowflake_configuration',
  'iceberg_configuration',
] as const

/** Whether a Lambda function sees the records on their way. */
export const isProcessed = (firehose: ResourceInstance): Relation => {
  const destinations = DESTINATIONS.map((type) => firehose.blocks(type))
  const because = destinations.flatMap((blocks) => blocks.because)
  const written = destinations.flatMap(({ all }) => all)
  if (because.length > 0 || written.length === 0) return undecided(because)
  return anyOneOf(written.map(processes))
}

const processes = (destination: BlockInstance): Relation => {
  const { all, because } = destination.blocks('processing_configuration')
  const [processing] = all
  if (!processing) return because.length > 0 ? undecided(because) : no()
  const enabled = processing.value('enabled')
  const switched = enabled && resolve(enabled)
  if (switched && switched.kind !== 'known') return undecided([`${processing.path}.enabled is not known`])
  // Left out it is false.
  if (String(switched?.value ?? false) !== 'true') return no()
  const processors = processing.blocks('processors')
  const types = processors.all.map((processor) => processor.string('type'))
  if (types.includes('Lambda')) return yes()
  return types.includes(undefined) || processors.because.length > 0 ? undecided(processors.because) : no()
}
