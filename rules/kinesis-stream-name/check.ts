import { display } from '../../src/aurora/display.js'
import type { KinesisReader } from '../../src/aurora/kinesis/kinesis-reader.js'
import { type KinesisStreamReference, PREFIX } from '../../src/aurora/kinesis/kinesis-stream-reference.js'
import { beginsWith } from '../../src/aurora/kinesis/known-beginning.js'
import { placeOfResource } from '../../src/aurora/patches/block-place.js'
import { mentionsOf } from '../../src/aurora/patches/mentions.js'
import { nameOfStream } from '../../src/aurora/patches/stream-name.js'
import type { ResourceInstance } from '../../src/aurora/resource-instance.js'
import type { Stream } from '../../src/aurora/stream.js'
import { fix, removeBlock } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check, Problem } from '../../src/rule.js'

// AWS makes the Kinesis stream of an activity stream and owns its name; the resource says it in kinesis_stream_name.
export const check: Check = function* ({ kinesis, streams }) {
  for (const stream of kinesis.streams) {
    const value = stream.value('name')
    if (!value || !beginsWith(value, PREFIX)) continue
    yield {
      on: stream,
      argument: 'name',
      value,
      message: `${stream.address} takes a name that begins with ${PREFIX}: AWS makes that Kinesis stream itself`,
      hint: 'remove the resource, and read kinesis_stream_name of the activity stream',
      fix: removal(stream),
    }
  }
  for (const reader of kinesis.readers) {
    const { on, argument, value, references } = reader
    const [first] = references
    if (first?.kind !== 'hand-built' || !references.every(isWrong)) continue
    yield {
      on,
      argument,
      value,
      message: `${argument} of ${on.address} is put together by hand (${display(first.text, value)})${CONSEQUENCES[first.names]}`,
      hint: 'use kinesis_stream_name of the aws_rds_cluster_activity_stream, through an output where it is in another module',
      fix: renaming(reader, first, streams),
    } satisfies Problem
  }
}

/** Whose records it holds, and who reads them, is more than the configuration says. */
const removal = ({ reference }: ResourceInstance): Fix | Unmended => {
  const { resource, module } = reference
  const change =
    mentionsOf(module.module, resource).length > 0
      ? { reason: `${resource.address} is mentioned elsewhere in its module` }
      : removeBlock(placeOfResource(resource))
  return fix('unsafe', `remove ${resource.address}`, change)
}

/** What was the stream's name stays it; what was none, or another one's, becomes it. */
const renaming = (
  reader: KinesisReader,
  { names }: KinesisStreamReference & { readonly kind: 'hand-built' },
  streams: readonly Stream[],
): Fix | Unmended | undefined => {
  const named = reader.value.sensitive ? undefined : nameOfStream(reader, streams)
  const isSafe = named?.isItsOwn && names === 'the stream'
  return named && fix(isSafe ? 'safe' : 'unsafe', `read kinesis_stream_name of ${named.stream}`, named.change)
}

/** A data source that was asked for such a name is where it is wrong. */
const isWrong = (reference: KinesisStreamReference): boolean =>
  reference.kind === 'hand-built' && !reference.isRead && reference.names !== 'nobody knows'

const CONSEQUENCES = {
  'the stream': ': nothing makes it wait for the stream',
  nothing: ": it names nothing, AWS's name ends in the cluster's resource ID",
  'nothing, the prefix is doubled': ': it names nothing, the resource ID begins with cluster- already',
  'nobody knows': '',
} as const
