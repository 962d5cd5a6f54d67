import type { Evaluator } from '../terraform/evaluator.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Cluster } from './cluster.js';
import type { Candidate, ClusterIndex } from './cluster-index.js';
import { type ClassObstacle } from './eligibility/class-obstacle.js';
import { ResourceInstance } from './resource-instance.js';
/** An `aws_rds_cluster_instance`, and the clusters that it belongs to, for certain or perhaps. */
export declare class ClusterInstance extends ResourceInstance {
    #private;
    readonly clusters: readonly Candidate[];
    /** Why it may belong to any cluster; empty where its cluster is named. */
    readonly mayBeAny: readonly string[];
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex);
    /** The clusters that it belongs to for certain: more than one where a plan's JSON lost which of them, none where nobody knows. */
    get certainClusters(): readonly Cluster[];
    /** Why its class keeps its cluster from streaming, whichever cluster that is. */
    get classObstacle(): ClassObstacle | undefined;
    /** Whether this instance, of another root module, may belong to the cluster. */
    mayMeanFromOutside(cluster: Cluster): boolean;
}
