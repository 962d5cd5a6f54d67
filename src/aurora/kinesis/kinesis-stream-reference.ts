/** What the value of an argument that takes the name or the ARN of a Kinesis stream says about the stream it means. */
import type { Evaluator } from '../../terraform/evaluator.js'
import type { Symbolic, Value } from '../../terraform/value.js'
import { armsOf, resolve } from '../../terraform/values.js'

/** AWS names the Kinesis stream of an activity stream so, with the cluster's resource ID behind it. */
export const PREFIX = 'aws-rds-das-'

/** What stands before the name in an ARN. */
export const STREAM = 'stream/'

export type KinesisStreamReference =
  /** `kinesis_stream_name` of an activity stream, or what a data source read by it. */
  | { readonly kind: 'activity-stream' }
  /** A name that somebody put together; `isRead` where a data source was asked for it, which is where it is wrong. */
  | { readonly kind: 'hand-built'; readonly text: string; readonly names: Named; readonly isRead?: true }
  /** Another stream, or nobody knows. */
  | { readonly kind: 'other' }

/** What a name that was put together names: a cluster's resource ID begins with `cluster-`. */
export type Named = 'the stream' | 'nothing' | 'nothing, the prefix is doubled' | 'nobody knows'

/** One for each arm of a condition that nobody can decide. */
export const kinesisStreamReferences = (value: Value, evaluator: Evaluator): readonly KinesisStreamReference[] =>
  armsOf(value.kind === 'symbolic' ? value : resolve(value)).map((arm) => judge(arm, evaluator))

const OTHER: KinesisStreamReference = { kind: 'other' }

const judge = (value: Value, evaluator: Evaluator): KinesisStreamReference => {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' ? judgeParts([value.value], evaluator) : OTHER
    case 'text':
      return judgeParts(value.parts, evaluator)
    case 'symbolic':
      return judgeSymbolic(value, evaluator)
    default:
      return OTHER
  }
}

const judgeSymbolic = (value: Symbolic, evaluator: Evaluator): KinesisStreamReference => {
  const { resource } = value.of
  const [attribute] = value.path
  if (resource.type === 'aws_rds_cluster_activity_stream')
    return attribute === 'kinesis_stream_name' ? { kind: 'activity-stream' } : OTHER
  if (resource.type === 'aws_kinesis_stream') {
    const name = resource.mode === 'data' ? evaluator.attribute(value.of, 'name') : undefined
    const [read, ...others] = name ? kinesisStreamReferences(name, evaluator) : []
    if (!read || others.length > 0) return OTHER
    return read.kind === 'hand-built' ? { ...read, isRead: true } : read
  }
  return value.value && value.value.kind !== 'choice' ? judge(value.value, evaluator) : OTHER
}

/** The name is the whole, or what follows `stream/` in an ARN. */
const judgeParts = (parts: readonly (string | Value)[], evaluator: Evaluator): KinesisStreamReference => {
  const at = parts.findLastIndex((part) => typeof part === 'string' && part.includes(STREAM))
  const cut = parts[at]
  const name =
    typeof cut === 'string' ? [cut.slice(cut.indexOf(STREAM) + STREAM.length), ...parts.slice(at + 1)] : parts
  const [first, second, ...others] = name.filter((part) => part !== '')
  if (first !== undefined && typeof first !== 'string') return second === undefined ? judge(first, evaluator) : OTHER
  if (!first?.startsWith(PREFIX)) return OTHER
  const rest = first.slice(PREFIX.length)
  const text = `${first}${second === undefined ? '' : '…'}`
  const names = second === undefined ? namedBy(rest) : others.length > 0 ? 'nobody knows' : namedWith(rest, second)
  return { kind: 'hand-built', text, names }
}

const RESOURCE_ID = /^cluster-[A-Z0-9]{16,}(?:\/|$)/

const namedBy = (rest: string): Named => (RESOURCE_ID.test(rest) ? 'the stream' : 'nothing')

const namedWith = (rest: string, part: string | Value): Named => {
  if (typeof part === 'string' || part.kind !== 'symbolic' || part.of.resource.type !== 'aws_rds_cluster')
    return 'nobody knows'
  const [attribute] = part.path
  if (attribute !== 'cluster_resource_id') return part.pathLost ? 'nobody knows' : 'nothing'
  if (rest === 'cluster-') return 'nothing, the prefix is doubled'
  // Of a cluster from elsewhere there is no stream to ask for the name.
  return part.of.resource.mode === 'managed' ? 'the stream' : 'nobody knows'
}
