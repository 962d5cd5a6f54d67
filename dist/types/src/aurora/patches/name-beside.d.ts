import type { Resource } from '../../terraform/configuration.js';
import type { ResourceInstanceReference } from '../../terraform/reference.js';
import type { Stream } from '../stream.js';
/** A cluster by the name that it has in the block of its stream. */
export interface NamedBeside {
    readonly resource: Resource;
    /** `aws_rds_cluster.main`, `aws_rds_cluster.main[each.key]` */
    readonly name: string;
}
/** The cluster that each stream of a block is for, where all of them stand in its module and one name is right for all. */
export declare const clusterBeside: (stream: Stream, ofBlock: readonly Stream[]) => NamedBeside | undefined;
/** The same of what each stream names, an entry for each of them. */
export declare const nameBeside: (each: readonly {
    readonly stream: Stream;
    readonly of: ResourceInstanceReference | undefined;
}[], stream: Stream) => NamedBeside | undefined;
