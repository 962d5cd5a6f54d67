import { display } from '../../src/aurora/display.js'
import { type KinesisStreamReference, PREFIX } from '../../src/aurora/kinesis/kinesis-stream-reference.js'
import { beginsWith } from '../../src/aurora/kinesis/known-beginning.js'
import type { Check, Problem } from '../../src/rule.js'

// AWS makes the Kinesis stream of an activity stream and owns its name; the resource says it in kinesis_stream_name.
export const check: Check = function* ({ kinesis }) {
  for (const stream of kinesis.streams) {
    const value = stream.value('name')
    if (!value || !beginsWith(value, PREFIX)) continue
    yield {
      on: stream,
      argument: 'name',
      value,
      message: `${stream.address} takes a name that begins with ${PREFIX}: AWS makes that Kinesis stream itself`,
      hint: 'remove the resource, and read kinesis_stream_name of the activity stream',
    }
  }
  for (const { on, argument, value, references } of kinesis.readers) {
    const [first] = references
    if (first?.kind !== 'hand-built' || !references.every(isWrong)) continue
    yield {
      on,
      argument,
      value,
      message: `${argument} of ${on.address} is put together by hand (${display(first.text, value)})${CONSEQUENCES[first.names]}`,
      hint: 'use kinesis_stream_name of the aws_rds_cluster_activity_stream, through an output where it is in another module',
    } satisfies Problem
  }
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
