import type { Evaluator } from '../terraform/evaluator.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Candidate, ClusterIndex } from './cluster-index.js';
import { ResourceInstance } from './resource-instance.js';
/** An `aws_rds_cluster_instance`, and the clusters that it belongs to, for certain or perhaps. */
export declare class ClusterInstance extends ResourceInstance {
    readonly clusters: readonly Candidate[];
    /** Why it may belong to any cluster; empty where its cluster is named. */
    readonly mayBeAny: readonly string[];
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex);
}
