import type { Value } from '../../terraform/value.js';
import type { CallInstance } from './call-instance.js';
import type { InputMistake } from './input-mistakes.js';
import type { ModuleCluster } from './module-cluster.js';
import { type Input, type StreamInputs } from './table.js';
/** `engine` is that of the cluster, where it is known which one is streamed. */
export declare const modeMistake: (call: CallInstance, input: Input, engine: Value | undefined) => InputMistake | undefined;
export declare const keyMistake: (call: ModuleCluster, input: Input) => InputMistake | undefined;
/** The first apply may fail, and a retry "mends" it: nothing that the caller writes orders what is within the module. */
export declare const orderMistake: (call: ModuleCluster, stream: StreamInputs) => InputMistake | undefined;
