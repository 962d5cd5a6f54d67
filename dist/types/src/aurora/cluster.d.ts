import type { Evaluator } from '../terraform/evaluator.js';
import type { ParentCall } from '../terraform/module-instance.js';
import type { PlannedChange } from '../terraform/planned-change.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { AbsentCall } from './absent-calls.js';
import type { ClusterInstance } from './cluster-instance.js';
import { type Hindrance, type Obstacle } from './eligibility/obstacle.js';
import type { MissingStream } from './missing-stream.js';
import type { NearestStream } from './nearest-stream.js';
import type { Neighbourhood } from './neighbourhood.js';
import { type Relation } from './relation.js';
import { ResourceInstance } from './resource-instance.js';
import type { Stream } from './stream.js';
/** An `aws_rds_cluster`, with the instances and streams that belong to it. */
export declare class Cluster extends ResourceInstance {
    #private;
    readonly identifier: string | undefined;
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference, near: Neighbourhood);
    get isAurora(): Relation;
    /** The region, where it, its provider or (in a plan) its ARN says it. */
    get region(): string | undefined;
    /** The call that leads to it, where its module is one that `terraform init` has brought: nobody writes into that. */
    get bringingCall(): ParentCall | undefined;
    /** The account, where its provider or its ARN says it. */
    get account(): string | undefined;
    /** All clusters of the run that its block makes, itself among them: what is written there is written for each. */
    get ofSameBlock(): readonly Cluster[];
    /** Instances that certainly belong to it. */
    get instances(): readonly ClusterInstance[];
    /** Instances that may belong to it. */
    get possibleInstances(): readonly ClusterInstance[];
    /** Whether it has an instance, in this root module, in another or in a module that is not at hand. */
    get hasInstance(): Relation;
    /** Resources beside it that would make instances, if their `count` or `for_each` were not empty. */
    get emptyInstanceResources(): readonly string[];
    /** Streams that run on it before an apply, as a plan says. */
    get streamsBefore(): readonly PlannedChange[];
    /** What keeps it from ever streaming, whatever its stream is like. */
    get obstacles(): readonly Obstacle[];
    /** A version without streams, where nothing worse keeps it from streaming. */
    get versionObstacle(): Obstacle | undefined;
    /** What would have to be changed before it could stream. */
    get hindrances(): readonly Hindrance[];
    /** Why a stream of it would be reported itself, a clause: what hinders it, or what AWS does not list. */
    get unstreamable(): string | undefined;
    /** A secondary cluster of a global database, which takes its administrator from the primary one. */
    get isSecondary(): boolean;
    /** Calls of modules that are not at hand and are given one of these attributes of this cluster, or all of it. */
    absentCallsWith(...attributes: readonly string[]): readonly AbsentCall[];
    /** Streams that certainly point at it. */
    get ownStreams(): readonly Stream[];
    /** Streams that point at it, also those that do so by a mistake, or only perhaps. */
    get streams(): readonly {
        readonly stream: Stream;
        readonly points: Relation;
    }[];
    /** Whether an enabled stream points at it. */
    get isStreamed(): Relation;
    /** Where a cluster of its kind could have a stream and it certainly has none, the one that comes nearest. */
    get nearestStream(): NearestStream | undefined;
    /** What to say and to do where it has none. */
    get missingStream(): MissingStream;
    /** An identifier of which only a part is known is not called what contradicts it. */
    mayBeCalled(identifier: string): boolean;
}
