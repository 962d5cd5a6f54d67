/** The ARN of the cluster that a stream is for, in the place of what is none. */
import { type Change } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { JudgedReference, Mistake } from '../cluster-reference.js';
import type { Stream } from '../stream.js';
export interface WrongArn {
    readonly judged: JudgedReference;
    readonly mistake: Mistake;
}
/** What is written for one arm of a condition, or for all there is. */
export interface MeantArn {
    /** `aws_rds_cluster.main.arn` */
    readonly reference: string;
    readonly change: Change | Unmended;
    /** It changes nothing but the stream's argument. */
    readonly isOwn: boolean;
}
/** `undefined` where nothing says which cluster is meant, and of what is sensitive. */
export declare const meantArn: (stream: Stream, wrong: WrongArn, streams: readonly Stream[]) => MeantArn | undefined;
/** One patch for all arms of a condition, or none: half of it would leave the other half wrong. */
export declare const meantArns: (stream: Stream, each: readonly (MeantArn | undefined)[]) => Fix | Unmended | undefined;
