/** `kinesis_stream_name` of an activity stream, in the place of a name that somebody put together. */
import {
  addArgument,
  argument,
  type BlockPlace,
  type Change,
  expression,
  type NewValue,
  replaceValue,
} from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { SourceFile } from '../../source/source-file.js'
import type { Span } from '../../source/span.js'
import { keySuffix } from '../../terraform/address.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Symbolic, Value } from '../../terraform/value.js'
import { armsOf, resolve } from '../../terraform/values.js'
import type { KinesisReader } from '../kinesis/kinesis-reader.js'
import { STREAM } from '../kinesis/kinesis-stream-reference.js'
import type { ResourceInstance } from '../resource-instance.js'
import type { Stream } from '../stream.js'
import { placeOfResource } from './block-place.js'

export interface NamedStream {
  readonly change: Change | Unmended
  /** The name reads the cluster of the very stream: nothing but the order changes where it is right. */
  readonly isItsOwn: boolean
  /** `aws_rds_cluster_activity_stream.main` */
  readonly stream: string
}

/** `undefined` where nobody can say which stream is meant, or it is in another module. */
export const nameOfStream = (reader: KinesisReader, streams: readonly Stream[]): NamedStream | undefined => {
  const target = targetOf(reader)
  if (!target) return undefined
  const beside = streams.filter(({ reference }) => reference.module === target.module)
  const clusters = clustersIn(reader.value)
  const own = beside.filter((stream) => clusters.some((cluster) => isStreamOf(stream, cluster)))
  const isItsOwn = clusters.length > 0
  const [stream, ...others] = isItsOwn ? own : beside
  if (!stream || others.length > 0) return undefined
  const name = nameFor(stream, reader.resource, target.isOwn, isItsOwn)
  if (name === undefined) return undefined
  return { change: change(target, reader, `${name}.kinesis_stream_name`), isItsOwn, stream: name }
}

/** Where the name is to be written: where it was, or (a default and a values file take no reference) in the reader itself. */
interface Target {
  readonly module: ModuleInstance
  readonly place: { readonly source: SourceFile; readonly span: Span } | undefined
  /** Of the argument itself: what repeats the reader has a meaning there. */
  readonly isOwn: boolean
}

const targetOf = ({ resource, on, argument: path, value }: KinesisReader): Target | undefined => {
  const { module } = resource.reference
  const written = on.argument(path.slice(path.lastIndexOf('.') + 1))?.written
  const own = { module, place: written && { source: written.source, span: written.expressionSpan }, isOwn: true }
  const { origin } = value
  const owner = origin?.holder.owner
  if (!origin?.place || armsOf(resolve(value)).length > 1) return own
  if (owner === 'local' || owner === 'call' || owner === 'output')
    return { module: origin.module, place: origin.place, isOwn: false }
  return owner === 'resource' && origin.module === module ? { ...own, place: origin.place } : own
}

/** Clusters whose attributes are in the text. */
const clustersIn = (value: Value): readonly Symbolic[] =>
  armsOf(resolve(value)).flatMap((arm) =>
    arm.kind === 'text'
      ? arm.parts.flatMap((part) =>
          typeof part !== 'string' && part.kind === 'symbolic' && part.of.resource.type === 'aws_rds_cluster'
            ? [part]
            : [],
        )
      : [],
  )

const isStreamOf = ({ cluster }: Stream, { of }: Symbolic): boolean => {
  if (cluster.kind !== 'found') return false
  const { reference } = cluster.cluster
  return (
    reference.resource === of.resource &&
    reference.module === of.module &&
    (reference.key.kind !== 'known' || (of.key.kind === 'known' && reference.key.value === of.key.value))
  )
}

const nameFor = (
  { reference, nameBeside, repeatedBy }: Stream,
  reader: ResourceInstance,
  isOwn: boolean,
  isItsOwn: boolean,
): string | undefined => {
  const { resource, key } = reference
  if (reader.repeatedBy === undefined || !isOwn) {
    if (key.kind === 'none') return resource.address
    return key.kind === 'known' ? `${resource.address}${keySuffix(key)}` : undefined
  }
  if (repeatedBy === undefined) return isItsOwn ? resource.address : undefined
  const same = reader.reference.key
  const isPair = key.kind === 'known' && same.kind === 'known' && key.value === same.value
  return isPair && repeatedBy === reader.repeatedBy ? nameBeside : undefined
}

const change = ({ place }: Target, reader: KinesisReader, reference: string): Change | Unmended => {
  const isName = !reader.argument.endsWith('arn') && reader.argument !== 'source'
  if (!place) return isName ? snippet(reader, reference) : { reason: 'the ARN is not at hand in its parts' }
  const written = place.source.slice(place.span)
  const value = isName ? expression(reference) : arnWith(written, reference)
  return value ? replaceValue(place, value) : { reason: 'its ARN is put together otherwise than in one text' }
}

const snippet = ({ resource, argument: name }: KinesisReader, reference: string): Change | Unmended => {
  const place: BlockPlace = placeOfResource(resource.reference.resource)
  return addArgument(place, argument(name, expression(reference)))
}

/** What stands before the name stays; what is behind it has no place in the ARN of a stream. */
const arnWith = (written: string, reference: string): NewValue | undefined => {
  const at = written.lastIndexOf(STREAM)
  if (!written.startsWith('"') || !written.endsWith('"') || at === -1 || written.includes('\\')) return undefined
  return { kind: 'template', text: `${written.slice(1, at + STREAM.length)}\${${reference}}` }
}
