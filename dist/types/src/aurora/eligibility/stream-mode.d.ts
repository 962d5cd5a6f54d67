import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import { type KnownArm } from '../known-arms.js';
import type { Stream } from '../stream.js';
/** A mode that a stream cannot have. */
export interface UnsupportedMode extends KnownArm {
    /** Whose engine does not know the mode; absent where no engine does. */
    readonly cluster?: Cluster;
    /** What is to be written instead. */
    readonly meant: string;
    /** Nobody can say whether the other mode is meant. */
    readonly isGuess: boolean;
}
/** What the mode may be, an entry for each arm of a condition; empty where one of them is in order, or not known. */
export declare const unsupportedModes: (stream: Stream) => readonly UnsupportedMode[];
/** Of those that the stream can have, the one that is meant by another text. */
export declare const meantMode: (text: string, modes: readonly string[]) => Pick<UnsupportedMode, 'meant' | 'isGuess'>;
/** The modes that a stream can have of a cluster of this engine; any mode where it is not known. */
export declare const modesOf: (engine: Value | undefined) => readonly string[];
