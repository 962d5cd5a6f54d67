import type { Fix, Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
import type { Stream } from '../stream.js';
/** Why a stream needs another key. */
export interface WrongKey {
    readonly stream: Stream;
    /** What it is given, an entry for each arm of a condition. */
    readonly values: readonly Value[];
    /** All streams: one block may make several. */
    readonly streams: readonly Stream[];
    /** Whether another stream of the same block needs one as well. */
    readonly isWrong: (other: Stream) => boolean;
    /** Where the key has to be, if not where the stream is. */
    readonly beside?: ((stream: Stream) => ResourceInstance) | undefined;
}
/** `undefined` of what is sensitive. */
export declare const anotherKey: (wrong: WrongKey) => Fix | Unmended | undefined;
