import type { JudgedReference } from '../cluster-reference.js';
import { type Existing } from '../existence.js';
import { type Relation } from '../relation.js';
import type { ModuleCluster } from './module-cluster.js';
export declare const moduleClustersOf: (references: readonly JudgedReference[]) => readonly ModuleCluster[];
/** Whether the ARN is the cluster's; `references` are what it may be. */
export declare const namesModule: (references: readonly JudgedReference[], cluster: ModuleCluster) => Relation;
/** The same of a stream, which has to exist as well wherever the cluster does. */
export declare const pointsAtModule: (references: readonly JudgedReference[], stream: Existing, cluster: ModuleCluster) => Relation;
export declare const andExists: (named: Relation, stream: Existing, cluster: Existing) => Relation;
/** `awaited` are the outputs that are waited for, `undefined` among them for all that is in the module. */
export declare const waitsForModule: (awaited: ReadonlySet<string | undefined>, { call, outputs }: ModuleCluster) => Relation;
