/** A stream for the cluster of a known module: by the inputs of its call, or beside the call where the module makes none. */
import { type Change } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { StreamKey } from '../patches/stream-key.js';
import { type Setting } from './call-inputs.js';
import type { CallInstance } from './call-instance.js';
import type { ModuleCluster } from './module-cluster.js';
import type { Input, StreamInputs } from './table.js';
/** The same for all clusters that the call makes, or none. */
export declare const newStreamOfCall: (cluster: ModuleCluster) => Fix | Unmended | undefined;
/** Behind the call. */
export declare const keyBlocks: ({ call }: CallInstance, key: StreamKey | undefined) => readonly (Change | Unmended)[];
/** What is right already stays. */
export declare const streamSettings: (call: CallInstance, stream: StreamInputs, key: StreamKey, engine: Input | undefined) => readonly Setting[] | Unmended;
/** What adds an instance by the inputs of the call. */
export declare const instanceFor: (cluster: ModuleCluster) => readonly Setting[] | Unmended;
