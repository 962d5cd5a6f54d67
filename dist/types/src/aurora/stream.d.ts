import type { DependencyGraph } from '../terraform/dependency-graph.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Cluster } from './cluster.js';
import type { Candidate, ClusterIndex } from './cluster-index.js';
import { type JudgedReference } from './cluster-reference.js';
import { type JudgedKey } from './keys/kms-key-reference.js';
import type { ModuleCluster } from './known-modules/module-cluster.js';
import { type Relation } from './relation.js';
import { ResourceInstance } from './resource-instance.js';
/** The cluster that a stream is for. */
export type ClusterRelation = {
    readonly kind: 'found';
    readonly cluster: Cluster;
}
/** One of several clusters, or one or none, or (with none named) any: nobody knows. */
 | {
    readonly kind: 'undecided';
    readonly clusters: readonly Cluster[];
    readonly because: readonly string[];
}
/** No cluster of this configuration. */
 | {
    readonly kind: 'elsewhere';
};
/** An `aws_rds_cluster_activity_stream`, with the cluster and the key that it names. */
export declare class Stream extends ResourceInstance {
    #private;
    /** What `resource_arn` may be, an entry for each arm of a condition. */
    readonly references: readonly JudgedReference[];
    readonly cluster: ClusterRelation;
    /** What `kms_key_id` may be, likewise. */
    readonly keys: readonly JudgedKey[];
    /** The clusters that it names, for certain or perhaps. */
    readonly candidates: readonly Candidate[];
    /** Why it may mean any cluster at all; empty where it names some. */
    readonly mayBeAny: readonly string[];
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex, graph: DependencyGraph);
    /** Whether this stream is the cluster's, wherever the cluster exists. */
    pointsAt(cluster: Cluster): Relation;
    /** Whether an unknown `count`, `for_each` or switch decides that it exists. */
    get mayNotExist(): boolean;
    get hasAwsManagedKey(): boolean;
    /** Whether the stream starts only after one of these instances exists. */
    waitsForAny(instances: readonly ResourceInstance[]): Relation;
    /** Whether it is the stream of the cluster that a known module makes, wherever that exists. */
    pointsAtModule(cluster: ModuleCluster): Relation;
    /** The clusters of known modules that it names, for certain or perhaps. */
    get moduleClusters(): readonly ModuleCluster[];
    /** Whether it starts only after all that a call makes; some of its outputs stand for the cluster alone. */
    waitsForModule(cluster: ModuleCluster): Relation;
    waitsForCall(module: ModuleInstance, call: Parameters<DependencyGraph['reachesCall']>[2]): boolean;
    /** Whether this stream, of another root module, names a cluster as this one is called. */
    mayMeanFromOutside(cluster: Cluster): boolean;
}
