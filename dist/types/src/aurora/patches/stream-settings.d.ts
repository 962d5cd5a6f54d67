/** What a stream that is turned on is to say of its mode and its key where it says nothing yet, or what nobody supports. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Cluster } from '../cluster.js';
import type { Stream } from '../stream.js';
import type { GivenInput } from './given-input.js';
import { type StreamKey } from './stream-key.js';
import { type InputDecision, type LeftOutInput } from './switch.js';
/** What is to be written into the call of a module. */
export type Given = LeftOutInput & GivenInput;
export interface Settings {
    readonly given: readonly Given[];
    readonly written: readonly (Change | Unmended)[];
    readonly needsKey: boolean;
}
/** For the call that the key comes from, else for where the stream's cluster is at home. */
export declare const keyFor: (cluster: Cluster, stream: Stream, inputs: readonly InputDecision[]) => StreamKey;
/** What the stream is given today would be reported, or refused. */
export declare const settingsOf: (stream: Stream, key: StreamKey, inputs: readonly InputDecision[]) => Settings | Unmended;
