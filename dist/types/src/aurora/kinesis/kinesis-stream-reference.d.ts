/** What the value of an argument that takes the name or the ARN of a Kinesis stream says about the stream it means. */
import type { Evaluator } from '../../terraform/evaluator.js';
import type { Value } from '../../terraform/value.js';
/** AWS names the Kinesis stream of an activity stream so, with the cluster's resource ID behind it. */
export declare const PREFIX = "aws-rds-das-";
/** What stands before the name in an ARN. */
export declare const STREAM = "stream/";
export type KinesisStreamReference = 
/** `kinesis_stream_name` of an activity stream, or what a data source read by it. */
{
    readonly kind: 'activity-stream';
}
/** A name that somebody put together; `isRead` where a data source was asked for it, which is where it is wrong. */
 | {
    readonly kind: 'hand-built';
    readonly text: string;
    readonly names: Named;
    readonly isRead?: true;
}
/** Another stream, or nobody knows. */
 | {
    readonly kind: 'other';
};
/** What a name that was put together names: a cluster's resource ID begins with `cluster-`. */
export type Named = 'the stream' | 'nothing' | 'nothing, the prefix is doubled' | 'nobody knows';
/** One for each arm of a condition that nobody can decide. */
export declare const kinesisStreamReferences: (value: Value, evaluator: Evaluator) => readonly KinesisStreamReference[];
