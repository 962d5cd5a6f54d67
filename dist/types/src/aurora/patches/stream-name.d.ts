/** `kinesis_stream_name` of an activity stream, in the place of a name that somebody put together. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { KinesisReader } from '../kinesis/kinesis-reader.js';
import type { Stream } from '../stream.js';
export interface NamedStream {
    readonly change: Change | Unmended;
    /** The name reads the cluster of the very stream: nothing but the order changes where it is right. */
    readonly isItsOwn: boolean;
    /** `aws_rds_cluster_activity_stream.main` */
    readonly stream: string;
}
/** `undefined` where nobody can say which stream is meant, or it is in another module. */
export declare const nameOfStream: (reader: KinesisReader, streams: readonly Stream[]) => NamedStream | undefined;
