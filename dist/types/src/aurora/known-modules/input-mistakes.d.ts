import type { Fix, Severity, Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import type { ModuleCluster } from './module-cluster.js';
import type { StreamCall } from './stream-call.js';
export interface InputMistake {
    /** The input, or an attribute of the object that it is: `cluster_activity_stream.mode`. */
    readonly argument: string;
    readonly value?: Value;
    readonly severity?: Severity;
    /** A sentence that names the call. */
    readonly what: string;
    /** Imperative: `write "async"`. */
    readonly remedy: string;
    readonly because?: readonly string[];
    /** What mends it; made when it is asked for. */
    readonly mend?: () => Fix | Unmended | undefined;
}
/** Only what is wrong in each version that the call allows. */
export declare const inputMistakes: (call: ModuleCluster) => readonly InputMistake[];
/** Of a call that is a stream: what keeps its cluster from streaming, other rules report at the cluster. */
export declare const streamCallMistakes: (call: StreamCall, clusters: readonly Cluster[]) => readonly InputMistake[];
