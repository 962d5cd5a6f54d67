import type { Cluster } from './cluster.js';
import { type ClusterReference, type JudgedReference } from './cluster-reference.js';
import type { ModuleCluster } from './known-modules/module-cluster.js';
import type { ResourceInstance } from './resource-instance.js';
/** A cluster that a reference means, for certain or perhaps. */
export interface Candidate {
    readonly cluster: Cluster;
    /** Why it is not certain; empty where it is. */
    readonly unless: readonly string[];
}
/** Finds the clusters of a configuration by what refers to them. */
export declare class ClusterIndex {
    #private;
    constructor(clusters: readonly Cluster[], moduleClusters?: readonly ModuleCluster[]);
    /** Of a module that is known, though not at hand, an output may be the ARN of the cluster in it, or its identifier. */
    identified(judged: JudgedReference): JudgedReference;
    /** The clusters that the reference means, used in `user`; none where nobody knows which. */
    find(reference: ClusterReference, user: ResourceInstance): readonly Candidate[];
    /** Why the reference may mean any cluster; empty where it means some, or none of this configuration. */
    anyBecause(reference: ClusterReference, user: ResourceInstance): readonly string[];
}
