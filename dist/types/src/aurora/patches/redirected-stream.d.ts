import type { Fix, Unmended } from '../../finding.js';
import type { Cluster } from '../cluster.js';
import type { Stream } from '../stream.js';
export declare const redirected: (cluster: Cluster, stream: Stream) => Fix | Unmended;
