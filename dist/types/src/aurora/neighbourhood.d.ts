import type { AbsentCall } from './absent-calls.js';
import type { Cluster } from './cluster.js';
import type { ClusterInstance } from './cluster-instance.js';
import type { ModuleCluster } from './known-modules/module-cluster.js';
import type { StreamCall } from './known-modules/stream-call.js';
import type { NearestStreams } from './nearest-stream.js';
import type { Stream } from './stream.js';
/** What there is in another root module. */
export interface Elsewhere {
    readonly clusters: readonly Cluster[];
    readonly moduleClusters: readonly ModuleCluster[];
    readonly streams: readonly Stream[];
    readonly instances: readonly ClusterInstance[];
}
/** What surrounds the clusters of a root module; filled while the view is built, read when a check asks. */
export declare class Neighbourhood {
    #private;
    readonly absentCalls: readonly AbsentCall[];
    /** What is in the other root modules of the run. */
    readonly elsewhere: () => readonly Elsewhere[];
    clusters: readonly Cluster[];
    /** What calls of known modules make. */
    moduleClusters: readonly ModuleCluster[];
    instances: readonly ClusterInstance[];
    streams: readonly Stream[];
    /** Calls of known modules that are streams. */
    streamCalls: readonly StreamCall[];
    nearest: NearestStreams | undefined;
    constructor(absentCalls: readonly AbsentCall[], elsewhere: () => readonly Elsewhere[]);
    settle(instances: readonly ClusterInstance[], streams: readonly Stream[], streamCalls: readonly StreamCall[]): void;
    /** Those that belong to the cluster, for certain or perhaps. */
    instancesOf(cluster: Cluster): readonly ClusterInstance[];
    streamsOf(cluster: Cluster): readonly Stream[];
    /** All clusters of the run that the block of this one makes, itself among them. */
    ofSameBlock(cluster: Cluster): readonly Cluster[];
    /** All that the call of this one makes in the run, itself among them. */
    ofSameCall(cluster: ModuleCluster): readonly ModuleCluster[];
    /** Those of which nobody knows which cluster they belong to, the first few. */
    get instancesOfAny(): readonly ClusterInstance[];
    get streamsOfAny(): readonly Stream[];
}
