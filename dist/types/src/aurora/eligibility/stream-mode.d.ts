import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import { type KnownArm } from '../known-arms.js';
import type { Stream } from '../stream.js';
/** A mode that a stream cannot have. */
export interface UnsupportedMode extends KnownArm {
    /** Whose engine does not know the mode; absent where no engine does. */
    readonly cluster?: Cluster;
    /** What is to be written instead; absent where nobody can say. */
    readonly meant?: string;
}
/** What the mode may be, an entry for each arm of a condition; empty where one of them is in order, or not known. */
export declare const unsupportedModes: (stream: Stream) => readonly UnsupportedMode[];
/** The modes that a stream can have of a cluster of this engine; any mode where it is not known. */
export declare const modesOf: (engine: Value | undefined) => readonly string[];
