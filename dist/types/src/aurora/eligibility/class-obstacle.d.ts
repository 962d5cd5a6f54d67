import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import { type Correction } from '../known-arms.js';
import type { ResourceInstance } from '../resource-instance.js';
import { type Unsupported } from './instance-class.js';
import type { Hindrance } from './obstacle.js';
/** Why an instance keeps its cluster from streaming. */
export interface ClassObstacle extends Hindrance {
    readonly kind: Unsupported;
    readonly value: Value;
    /** What may be written instead, for each arm of a condition; absent where nothing can be suggested for one of them. */
    readonly suggested?: readonly Correction[];
}
/** Of an instance of one of the clusters; `undefined` where its class can stream, or nobody knows. */
export declare const classObstacleOf: (instance: ResourceInstance, clusters: readonly Cluster[]) => ClassObstacle | undefined;
/** `name` is what the class is called that a message is about. */
export declare const classObstacle: (engine: Value | undefined, instanceClass: Value | undefined, name: string) => ClassObstacle | undefined;
