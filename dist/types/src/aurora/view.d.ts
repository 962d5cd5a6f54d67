import type { Evaluator } from '../terraform/evaluator.js';
import type { AbsentCall } from './absent-calls.js';
import { Cluster } from './cluster.js';
import { ClusterInstance } from './cluster-instance.js';
import { type KinesisResources } from './kinesis/kinesis-reader.js';
import type { CallInstance } from './known-modules/call-instance.js';
import { type InputMistake } from './known-modules/input-mistakes.js';
import { ModuleCluster } from './known-modules/module-cluster.js';
import { type SecondStream } from './known-modules/second-streams.js';
import { StreamCall } from './known-modules/stream-call.js';
import { type Elsewhere } from './neighbourhood.js';
import { type MendedOrder } from './patches/depends-on.js';
import { type RemovedStream } from './planned-streams.js';
import { Stream } from './stream.js';
export interface AuroraView {
    readonly clusters: readonly Cluster[];
    readonly instances: readonly ClusterInstance[];
    readonly streams: readonly Stream[];
    /** Calls of modules that are not at hand: what is in them, nobody knows. */
    readonly absentCalls: readonly AbsentCall[];
    /** What calls of known modules make, their source not at hand. */
    readonly moduleClusters: readonly ModuleCluster[];
    readonly streamCalls: readonly StreamCall[];
    /** Streams with their clusters, as far as the one could wait for an instance of the other. */
    readonly orders: readonly MendedOrder[];
    /** What is wrong with what calls of known modules are given. */
    readonly inputMistakes: readonly {
        readonly call: CallInstance;
        readonly mistake: InputMistake;
    }[];
    /** Streams for clusters that have one already, where one of them is in a known module. */
    readonly secondStreams: readonly SecondStream[];
    /** Streams that a plan deletes from clusters that stay; empty without a plan. */
    readonly removedStreams: readonly RemovedStream[];
    /** Kinesis streams, and what reads one. */
    readonly kinesis: KinesisResources;
}
/** `elsewhere` is what the other root modules of the run hold. */
export declare const auroraView: (evaluator: Evaluator, elsewhere: () => readonly Elsewhere[]) => AuroraView;
