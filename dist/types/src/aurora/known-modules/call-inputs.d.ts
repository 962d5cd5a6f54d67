/** What is written into a call: its inputs, and what is handed to them. */
import { type Change, type NewArgument, type NewValue } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { StreamSettings } from '../patches/stream-beside-call.js';
import type { CallInstance } from './call-instance.js';
import { type Input, type StreamInputs } from './table.js';
/** What an input is to be. */
export interface Setting {
    readonly input: Pick<Input, 'input' | 'attribute'>;
    readonly value: NewValue;
    /** What it is worth now, where a part of it was written elsewhere or it is an arm of a condition. */
    readonly old?: Value | undefined;
}
/** All of them or none: what is left out is added, what is there is written anew. */
export declare const setInputs: (call: CallInstance, settings: readonly Setting[]) => Change | Unmended;
/** What turns a stream on. */
export declare const streamArguments: ({ switch: on, mode, kmsKeyId }: StreamInputs, given: StreamSettings) => readonly NewArgument[];
