import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import type { ResourceInstance } from '../resource-instance.js';
import { type Unsupported } from './instance-class.js';
import type { Hindrance } from './obstacle.js';
/** Why an instance keeps its cluster from streaming. */
export interface ClassObstacle extends Hindrance {
    readonly kind: Unsupported;
    readonly value: Value;
}
/** Of an instance of one of the clusters; `undefined` where its class can stream, or nobody knows. */
export declare const classObstacleOf: (instance: ResourceInstance, clusters: readonly Cluster[]) => ClassObstacle | undefined;
/** `name` is what the class is called that a message is about. */
export declare const classObstacle: (engine: Value | undefined, instanceClass: Value | undefined, name: string) => ClassObstacle | undefined;
