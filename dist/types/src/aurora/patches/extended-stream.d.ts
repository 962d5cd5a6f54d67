import type { Fix, Unmended } from '../../finding.js';
import type { Cluster } from '../cluster.js';
import type { Stream } from '../stream.js';
/** It is repeated like the cluster; the same for each key that it leaves out. */
export declare const extendedTo: (cluster: Cluster, stream: Stream) => Fix | Unmended;
