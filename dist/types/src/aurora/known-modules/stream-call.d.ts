import type { DependencyGraph } from '../../terraform/dependency-graph.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { Cluster } from '../cluster.js';
import type { ClusterIndex } from '../cluster-index.js';
import { type JudgedReference } from '../cluster-reference.js';
import type { KnownCall } from '../expanded-modules.js';
import { type Relation } from '../relation.js';
import type { ResourceInstance } from '../resource-instance.js';
import { CallInstance } from './call-instance.js';
import type { ModuleCluster } from './module-cluster.js';
/** An instance of a call of a known module that is the stream of the cluster whose ARN it is given. */
export declare class StreamCall extends CallInstance {
    #private;
    /** What that ARN may be, an entry for each arm of a condition. */
    readonly references: readonly JudgedReference[];
    constructor(evaluator: Evaluator, call: KnownCall, index: ClusterIndex, graph: DependencyGraph);
    get arnInput(): string;
    /** Whether it is the stream of this cluster, wherever that exists. */
    pointsAt(cluster: Cluster): Relation;
    /** Whether it is given the ARN of this cluster. */
    names(cluster: Cluster): Relation;
    pointsAtModule(cluster: ModuleCluster): Relation;
    get moduleClusters(): readonly ModuleCluster[];
    /** Whether the stream starts only after one of these instances exists. */
    waitsForAny(instances: readonly ResourceInstance[]): Relation;
    waitsForModule(cluster: ModuleCluster): Relation;
}
