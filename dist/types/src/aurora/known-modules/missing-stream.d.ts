import type { MissingStream } from '../missing-stream.js';
import type { ModuleCluster } from './module-cluster.js';
export declare const missingStreamOfCall: (cluster: ModuleCluster) => MissingStream;
