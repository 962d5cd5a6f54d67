import { type Relation } from './relation.js';
import type { ResourceInstance } from './resource-instance.js';
/** Whether the cluster is an Aurora cluster. `mysql` and `postgres` make a Multi-AZ DB cluster, which is something else. */
export declare const isAurora: (cluster: ResourceInstance) => Relation;
