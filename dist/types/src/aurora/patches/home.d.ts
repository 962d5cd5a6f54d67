/** Where the stream of a cluster belongs, and what it is to say there: beside the cluster, or beside the call of its module. */
import { type BlockPlace } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { ModuleCall, Resource } from '../../terraform/configuration.js';
import { type ModuleInstance } from '../../terraform/module-instance.js';
import type { Cluster } from '../cluster.js';
import type { ResourceInstance } from '../resource-instance.js';
import { type Likeness } from './likeness.js';
export interface Home {
    readonly module: ModuleInstance;
    /** The block of what the stream is for: the cluster, or the call. */
    readonly anchor: Resource | ModuleCall;
    readonly like: Likeness;
    /** What new resources are named after. */
    readonly name: string;
    /** `aws_rds_cluster.main[each.key].arn`, `module.db.cluster_arn` */
    readonly arn: string;
    /** What a new key's alias begins with, between quotes: `${aws_rds_cluster.main.cluster_identifier}`. */
    readonly title: string;
    /** The instances of the cluster, by the resources or calls that make them: what `depends_on` takes. */
    readonly waitsFor: readonly string[];
    /** Behind which block new ones go. */
    readonly behind: BlockPlace;
}
/** The nearest one; `Unmended` where nothing can be written that names all that a stream needs. */
export declare const homeOf: (cluster: Cluster) => Home | Unmended;
/** The module of the cluster, and those around it, as far as they hold its instances too and may be written to. */
export declare function homesOf(cluster: Cluster): Generator<Home | Unmended, undefined>;
/** The output of a called module that is the cluster's identifier. */
export declare const identifierOutput: (top: ModuleInstance, cluster: Cluster) => string | undefined;
export declare const clustersIn: ({ module }: ModuleInstance) => number;
/** What the provider of a resource is called in a module around its own; `undefined` where one in between declares it. */
export declare const providerAbove: (resource: ResourceInstance, owner: ModuleInstance) => string | undefined;
