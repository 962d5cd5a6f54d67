import type { Evaluator } from '../terraform/evaluator.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Candidate, ClusterIndex } from './cluster-index.js';
import { Resource } from './resource.js';
/** An `aws_rds_cluster_instance`, and the clusters that it belongs to, for certain or perhaps. */
export declare class ClusterInstance extends Resource {
    readonly clusters: readonly Candidate[];
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex);
}
