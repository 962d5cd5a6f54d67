/** A key that a stream is given otherwise than RDS reports it, and how to name it as RDS does. */
import type { Fix, Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { ModuleCluster } from '../known-modules/module-cluster.js';
import type { Stream } from '../stream.js';
export interface MisnamedKey {
    readonly value: Value;
    /** `the ARN of a key (aws_kms_key.main.arn)` */
    readonly what: string;
    readonly remedy: string;
    readonly fix?: Fix | Unmended | undefined;
}
/** Of a stream; `undefined` where its key is named by its bare ID, or nobody knows. */
export declare const misnamedKeyOf: (stream: Stream, streams?: readonly Stream[]) => MisnamedKey | undefined;
/** Of the stream that a known module makes of its inputs: it hands the key on as it is. */
export declare const misnamedInputOf: (cluster: ModuleCluster) => MisnamedKey | undefined;
