import type { Evaluator } from '../terraform/evaluator.js';
import { Cluster } from './cluster.js';
import { Stream } from './stream.js';
export interface AuroraView {
    readonly clusters: readonly Cluster[];
    readonly streams: readonly Stream[];
}
/** `elsewhere` are the streams of the other root modules of the run. */
export declare const auroraView: (evaluator: Evaluator, elsewhere: () => readonly Stream[]) => AuroraView;
