import type { Evaluator } from '../terraform/evaluator.js';
import { type AbsentCall } from './absent-calls.js';
import { Cluster } from './cluster.js';
import { Stream } from './stream.js';
export interface AuroraView {
    readonly clusters: readonly Cluster[];
    readonly streams: readonly Stream[];
    /** Calls of modules that are not at hand: what is in them, nobody knows. */
    readonly absentCalls: readonly AbsentCall[];
}
/** `elsewhere` are the streams of the other root modules of the run. */
export declare const auroraView: (evaluator: Evaluator, elsewhere: () => readonly Stream[]) => AuroraView;
