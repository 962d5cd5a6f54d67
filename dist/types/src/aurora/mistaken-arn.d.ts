/** What a stream is given for the ARN of its cluster and is none, and what to write instead. */
import type { Fix, Unmended } from '../finding.js';
import type { Value } from '../terraform/value.js';
import type { Cluster } from './cluster.js';
import type { StreamCall } from './known-modules/stream-call.js';
import { type Relation } from './relation.js';
import type { Stream } from './stream.js';
export interface MistakenArn {
    readonly value: Value;
    /** `aws_rds_cluster.main.id`, `the text "aws_rds_cluster.main.arn"` */
    readonly what: string;
    /** Whether it names its cluster by the ARN: `no`, or nobody knows which arm of a condition is taken. */
    readonly isArn: Relation;
    /** It could be part of an ARN that is put together, of which a plan's JSON keeps the name alone. */
    readonly mayBePart: boolean;
    readonly remedy: string;
    readonly fix: Fix | Unmended | undefined;
}
/** `undefined` where it is in order, or nothing but an arm that may never be taken is wrong. `clusters` may lack a stream. */
export declare const mistakenArnOf: (stream: Stream, streams: readonly Stream[], clusters: readonly Cluster[]) => MistakenArn | undefined;
/** The same of the call of a known module that is a stream; `undefined` also where nobody knows which arm is taken. */
export declare const mistakenInputOf: (call: StreamCall) => (Pick<MistakenArn, 'value' | 'what' | 'remedy'> & {
    readonly meant?: string;
}) | undefined;
