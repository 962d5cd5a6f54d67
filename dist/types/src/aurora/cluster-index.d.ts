import type { Cluster } from './cluster.js';
import { type ClusterReference } from './cluster-reference.js';
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
    constructor(clusters: readonly Cluster[]);
    /** The clusters that the reference means, used in `user`; none where nobody knows which. */
    find(reference: ClusterReference, user: ResourceInstance): readonly Candidate[];
    /** Why the reference may mean any cluster; empty where it means some, or none of this configuration. */
    anyBecause(reference: ClusterReference, user: ResourceInstance): readonly string[];
}
