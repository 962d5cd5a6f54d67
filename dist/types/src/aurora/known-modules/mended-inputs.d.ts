import type { Fix, Unmended } from '../../finding.js';
import type { ModuleCluster } from './module-cluster.js';
import { type StreamMistake } from './stream-mistakes.js';
import type { StreamInputs } from './table.js';
/** All that the stream lacks, but for what is sensitive: whatever of it is missed, the patch is the same. */
export declare const giveInputs: (call: ModuleCluster, stream: StreamInputs) => Fix | Unmended;
/** Whether the patch gives what is lacking. */
export declare const isGiven: (mistake: StreamMistake | undefined) => boolean;
/** An instance by the inputs of the call; one that the stream of the module does not wait for is moved out as well. */
export declare const addInstance: (call: ModuleCluster, stream: StreamInputs | undefined) => Fix | Unmended;
/** A stream beside the call, which waits for all that the call makes, in the place of the one in the module. */
export declare const moveOut: (call: ModuleCluster, stream: StreamInputs) => Fix | Unmended;
/** Where another stream is there already. */
export declare const turnOff: (call: ModuleCluster, stream: StreamInputs) => Fix | Unmended;
/** The stream by the inputs that the versions take which the call allows, or beside it where they take none. */
export declare const translateInputs: (call: ModuleCluster) => Fix | Unmended;
