import type { Fix, Unmended } from '../../finding.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import type { Cluster } from '../cluster.js';
/**
 * One block, right for all clusters that it is for, or none: in the cluster's module, else beside the call of that. `outsideOf` is a
 * module that has a stream for it already, which is off.
 */
export declare const newStreamFor: (cluster: Cluster, { outsideOf }?: {
    readonly outsideOf?: ModuleInstance;
}) => Fix | Unmended;
/** Why one of the clusters that a block would serve is not to have a stream, or has one already. */
export declare const objectionTo: (served: readonly Cluster[]) => string | undefined;
/** A stream that is made on a cluster that is there already restarts it at once. */
export declare const restarts: (served: readonly Cluster[]) => string;
