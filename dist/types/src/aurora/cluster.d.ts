import type { Evaluator } from '../terraform/evaluator.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { AbsentCall } from './absent-calls.js';
import type { ClusterInstance } from './cluster-instance.js';
import { type Relation } from './relation.js';
import { ResourceInstance } from './resource-instance.js';
import type { Stream } from './stream.js';
/** What surrounds a cluster; filled while the view is built, read when a check asks. */
export interface Neighbourhood {
    /** By the cluster that they belong to, for certain or perhaps. */
    readonly streams: ReadonlyMap<Cluster, readonly Stream[]>;
    readonly instances: ReadonlyMap<Cluster, readonly ClusterInstance[]>;
    /** Those of which nobody knows which cluster they mean; the first few, since each says the same. */
    readonly streamsOfAny: readonly Stream[];
    /** Instances of which nobody knows which cluster they belong to. */
    readonly instancesOfAny: readonly ClusterInstance[];
    readonly absentCalls: readonly AbsentCall[];
    /** Streams in the other root modules of the run. */
    readonly elsewhere: () => readonly Stream[];
}
/** An `aws_rds_cluster`, with the instances and streams that belong to it. */
export declare class Cluster extends ResourceInstance {
    #private;
    readonly identifier: string | undefined;
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, near: Neighbourhood);
    get isAurora(): Relation;
    /** The account, where the plan knows the cluster's ARN. */
    get account(): string | undefined;
    /** Instances that certainly belong to it. */
    get instances(): readonly ClusterInstance[];
    /** Instances that may belong to it. */
    get possibleInstances(): readonly ClusterInstance[];
    /** Calls of modules that are not at hand and are given one of these attributes of this cluster, or all of it. */
    absentCallsWith(...attributes: readonly string[]): readonly AbsentCall[];
    /** Streams that point at it, also those that do so by a mistake, or only perhaps. */
    get streams(): readonly {
        readonly stream: Stream;
        readonly points: Relation;
    }[];
    /** Whether an enabled stream points at it. */
    get isStreamed(): Relation;
    /** An identifier of which only a part is known is not called what contradicts it. */
    mayBeCalled(identifier: string): boolean;
    get region(): string | undefined;
}
