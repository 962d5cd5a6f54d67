import type { Cluster } from './cluster.js';
import type { ClusterReference } from './cluster-reference.js';
import type { Resource } from './resource.js';
/** A cluster that a reference means, for certain or perhaps. */
export interface Candidate {
    readonly cluster: Cluster;
    /** Why it is not certain; empty where it is. */
    readonly unless: readonly string[];
}
/** Finds the clusters of a configuration by what refers to them. */
export declare class ClusterIndex {
    #private;
    readonly clusters: readonly Cluster[];
    constructor(clusters: readonly Cluster[]);
    /** The clusters that the reference means, used in `user`. */
    find(reference: ClusterReference, user: Resource): readonly Candidate[];
}
