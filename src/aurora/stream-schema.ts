import { nearestName } from '../source/nearest-name.js'
import type { Content } from '../terraform/configuration.js'
import type { Stream } from './stream.js'

/** What `aws_rds_cluster_activity_stream` takes (source: the provider's versions 4.9 to 6; `region` since 6). */
const ARGUMENTS: ReadonlySet<string> = new Set([
  'resource_arn',
  'mode',
  'kms_key_id',
  'engine_native_audit_fields_included',
  'region',
])

const COMPUTED: ReadonlySet<string> = new Set(['id', 'kinesis_stream_name'])

/** Terraform's own, arguments and blocks, that every resource takes. */
const META: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'connection',
  'provisioner',
])

/** Something in a stream's block that Terraform refuses. */
export interface Refused {
  readonly name: string
  readonly kind: 'computed' | 'unknown'
  /** What may have been meant. */
  readonly nearest?: string
  /** Of a nested block; JSON syntax does not tell it from an argument. */
  readonly block?: Content
}

export const refusedContent = ({ reference }: Stream): readonly Refused[] => {
  const { arguments: given, blocks } = reference.resource.content
  const found = new Map<string, Content | undefined>()
  for (const { type, content, dynamic } of blocks) if (!found.has(type)) found.set(type, dynamic ? undefined : content)
  for (const name of given.keys()) found.set(name, undefined)
  return [...found]
    .filter(([name]) => !ARGUMENTS.has(name) && !META.has(name))
    .map(([name, block]) => {
      const nearest = nearestName(name, ARGUMENTS)
      const kind = COMPUTED.has(name) ? 'computed' : 'unknown'
      return { name, kind, ...(nearest !== undefined && { nearest }), ...(block && { block }) }
    })
}
