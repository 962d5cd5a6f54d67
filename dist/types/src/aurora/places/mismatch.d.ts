import type { JudgedReference } from '../cluster-reference.js';
import type { KmsKey } from '../keys/kms-key.js';
import type { JudgedKey } from '../keys/kms-key-reference.js';
import { ResourceInstance } from '../resource-instance.js';
import type { Stream } from '../stream.js';
import { type AwsPlace, type Difference } from './aws-place.js';
/** Something that a stream names, and that is certainly not where the stream is. */
export interface Apart<T> {
    readonly what: T;
    readonly place: AwsPlace;
    readonly differing: readonly Difference[];
}
export interface NamedKey {
    readonly judged: JudgedKey;
    readonly key: KmsKey;
}
/** A cluster of this configuration, the data source that reads one, or an ARN that is written out. */
export type NamedCluster = ResourceInstance | JudgedReference;
/** How far a stream is from what it needs. */
export interface Mismatch {
    readonly own: AwsPlace;
    /** Where the stream belongs: where it is and, as far as that is not known, where its cluster is. */
    readonly home: AwsPlace;
    readonly cluster?: Apart<NamedCluster> | undefined;
    /** Absent where it is with the cluster: then the stream alone is in the wrong place. */
    readonly key?: Apart<NamedKey> | undefined;
    /** The key is not with the cluster. */
    readonly isKeyApart: boolean;
}
export declare const mismatchOf: (stream: Stream) => Mismatch;
export declare const placeWanted: (stream: Stream) => AwsPlace;
