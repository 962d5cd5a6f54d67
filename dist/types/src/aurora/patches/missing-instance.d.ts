import type { Fix, Unmended } from '../../finding.js';
import type { Cluster } from '../cluster.js';
/** One block, right for all clusters that the cluster's own block makes, or none. */
export declare const missingInstanceOf: (cluster: Cluster) => Fix | Unmended;
