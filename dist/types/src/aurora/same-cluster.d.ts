import type { Cluster } from './cluster.js';
import type { Stream } from './stream.js';
/** Streams that certainly point at one and the same cluster, by address; two at least. */
export interface SameCluster {
    /** `undefined` for one outside of the configuration. */
    readonly cluster: Cluster | undefined;
    readonly streams: readonly [Stream, ...Stream[]];
}
export declare const streamsOfOneCluster: (streams: readonly Stream[]) => readonly SameCluster[];
