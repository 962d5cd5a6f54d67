/** Whether a stream starts only after an instance of its cluster exists, and what would make it so. */
import type { Related } from '../finding.js';
import type { ModuleCall, Resource } from '../terraform/configuration.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import { type Relation } from './relation.js';
import type { Stream } from './stream.js';
import type { Subject } from './subject.js';
/** A stream and its cluster, and whether the one waits for an instance of the other. */
export interface Order {
    readonly stream: Subject;
    /** What a message calls the cluster. */
    readonly cluster: string;
    readonly waits: Relation;
    /** What would make it wait for all that is known to be an instance of the cluster. */
    readonly dependencies: readonly Dependency[];
    /** Imperative: `add depends_on = [aws_rds_cluster_instance.main]`. */
    readonly remedy: string;
    readonly related: readonly Related[];
}
/** `waiting` would have to depend on `awaited`: a resource, or the call of the module that it is in. */
export interface Dependency {
    /** The one that both stand in. */
    readonly module: ModuleInstance;
    readonly waiting: Resource | ModuleCall;
    readonly awaited: Resource | ModuleCall;
}
/** Of streams whose clusters are all in modules at hand. A cluster without any instance, or one that cannot stream, is another rule's. */
export declare const ordersOf: (streams: readonly Stream[]) => readonly Order[];
/** Between two blocks; in different modules, between the calls by which those are told apart. */
export declare const dependency: (module: ModuleInstance, waiting: Resource | ModuleCall, other: ModuleInstance, awaited: Resource | ModuleCall) => Dependency;
/** `aws_rds_cluster_instance.main`, `module.db` */
export declare const blockName: (block: Resource | ModuleCall) => string;
/** What to write, and where. */
export declare const remedyOf: (dependencies: readonly Dependency[]) => string;
