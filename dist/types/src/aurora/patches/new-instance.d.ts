/** An instance for a cluster that has none: what streams are the instances. */
import { type NewBlock } from '../../edit/index.js';
import type { Cluster } from '../cluster.js';
export interface NewInstance {
    /** `aws_rds_cluster_instance.main` */
    readonly name: string;
    readonly block: NewBlock;
}
/** Beside the cluster, one for each of what its block makes; `undefined` where the table knows no class for its engine. */
export declare const newInstanceOf: (cluster: Cluster) => NewInstance | undefined;
