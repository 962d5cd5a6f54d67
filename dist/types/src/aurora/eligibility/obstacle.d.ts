import type { Severity } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import { type Correction } from '../known-arms.js';
import type { ResourceInstance } from '../resource-instance.js';
/** What has to be changed before a cluster can stream. */
export interface Hindrance {
    /** A clause: `serverless v1 has no activity streams`. */
    readonly what: string;
    /** Imperative: `move to provisioned instances`. */
    readonly remedy: string;
}
/** What keeps a cluster from ever streaming, whatever its stream is like. */
export interface Obstacle extends Hindrance {
    /** The cluster's argument that says so. */
    readonly argument: string;
    readonly value?: Value | undefined;
    /** Where it is not as certain as the others. */
    readonly severity?: Severity;
    readonly because?: readonly string[];
    /** Where the argument leads to. */
    readonly through?: ResourceInstance;
    /** What may be written instead, for each arm of a condition; absent where nothing can be suggested for one of them. */
    readonly suggested?: readonly Correction[];
}
/** What kind of cluster it is: no version and no instance would help. */
export declare const obstaclesOf: (cluster: Cluster) => readonly Obstacle[];
export declare const engineObstacle: (engine: Value | undefined) => Obstacle | undefined;
export declare const serverlessObstacle: (engineMode: Value | undefined) => Obstacle | undefined;
/** A version without streams, where one with streams would do. */
export declare const versionObstacleOf: (cluster: Cluster) => Obstacle | undefined;
export declare const versionObstacle: (engineValue: Value | undefined, version: Value | undefined) => Obstacle | undefined;
