import type { Value } from '../terraform/value.js';
import { type Relation } from './relation.js';
import type { ResourceInstance } from './resource-instance.js';
/**
 * Versions of the provider before 5 took `aurora` for it; later ones refuse the cluster, so that a module's null is yet to be filled.
 */
export declare const isEngineLeftOut: (cluster: ResourceInstance) => boolean;
/** Whether the cluster is an Aurora cluster. `mysql` and `postgres` make a Multi-AZ DB cluster, which is something else. */
export declare const isAurora: (cluster: ResourceInstance) => Relation;
/** No cluster has an empty engine: a module's `""` is yet to be filled, as its null is. */
export declare const isAuroraEngine: (engine: Value) => Relation;
