import type { Related } from '../finding.js';
import type { Cluster } from './cluster.js';
import type { Stream } from './stream.js';
/** The stream that comes nearest to being a cluster's own. */
export interface NearestStream extends Told {
    /** `astray`: its ARN is none, or nearly this cluster's; `perhaps`: it may be meant for this one, and for another as well. */
    readonly kind: 'turned-off' | 'perhaps' | 'key-forgotten' | 'astray' | 'elsewhere';
    readonly stream: Stream;
}
interface Told {
    /** Why it is not, a sentence. */
    readonly because: string;
    /** What would make it so; absent where the cluster needs another stream. */
    readonly remedy?: string;
    readonly related: Related;
}
/** Finds it for the clusters without a stream; nothing is made before the first of them asks. */
export declare class NearestStreams {
    #private;
    /** `dormant` makes one stream for each block that has no instance. */
    constructor(streams: readonly Stream[], dormant: () => readonly Stream[]);
    of(cluster: Cluster): NearestStream | undefined;
}
export {};
