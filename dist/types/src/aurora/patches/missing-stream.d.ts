import type { Cluster } from '../cluster.js';
import type { MissingStream } from '../missing-stream.js';
export declare const missingStreamOf: (cluster: Cluster) => MissingStream;
