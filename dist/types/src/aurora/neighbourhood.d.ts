import type { AbsentCall } from './absent-calls.js';
import type { Cluster } from './cluster.js';
import type { ClusterInstance } from './cluster-instance.js';
import type { StreamCall } from './known-modules/stream-call.js';
import type { NearestStreams } from './nearest-stream.js';
import type { Stream } from './stream.js';
/** The streams and instances of another root module. */
export interface Elsewhere {
    readonly streams: readonly Stream[];
    readonly instances: readonly ClusterInstance[];
}
/** What surrounds the clusters of a root module; filled while the view is built, read when a check asks. */
export declare class Neighbourhood {
    #private;
    readonly absentCalls: readonly AbsentCall[];
    /** What is in the other root modules of the run. */
    readonly elsewhere: () => readonly Elsewhere[];
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
    /** Those of which nobody knows which cluster they belong to, the first few. */
    get instancesOfAny(): readonly ClusterInstance[];
    get streamsOfAny(): readonly Stream[];
}
