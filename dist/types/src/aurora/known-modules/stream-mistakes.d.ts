import type { Value } from '../../terraform/value.js';
import type { CallInstance } from './call-instance.js';
import type { InputMistake } from './input-mistakes.js';
import type { ModuleCluster } from './module-cluster.js';
import { type Input, type StreamInputs } from './table.js';
/** What is wrong with an input of the stream. */
export interface StreamMistake extends InputMistake {
    /** Something has to be found for it. */
    readonly isLacking?: true;
}
/** `engine` is that of the cluster, where it is known which one is streamed. */
export declare const modeMistake: (call: CallInstance, input: Input, engine: Value | undefined) => StreamMistake | undefined;
export declare const keyMistake: (call: CallInstance, input: Input) => StreamMistake | undefined;
/** The first apply may fail, and a retry "mends" it: nothing that the caller writes orders what is within the module. */
export declare const orderMistake: (call: ModuleCluster, stream: StreamInputs) => InputMistake | undefined;
