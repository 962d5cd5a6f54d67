import type { Location } from '../finding.js';
import type { ModuleCall, Resource } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import { PlannedChange } from '../terraform/planned-change.js';
import type { Cluster } from './cluster.js';
import type { Subject } from './subject.js';
/** A stream that an apply deletes while its cluster stays; it may be in no configuration any more. */
export declare class RemovedStream implements Subject {
    #private;
    readonly address: string;
    readonly change: PlannedChange;
    readonly cluster: Pick<Subject, 'address' | 'header'>;
    /** The address at which the same apply makes another stream for the cluster. */
    readonly successor: string | undefined;
    /** The block that leads from here to there; `undefined` where there is no successor, or nobody knows its block. */
    readonly move: Move | undefined;
    constructor(change: PlannedChange, cluster: RemovedStream['cluster'], { successor, move, block, }: {
        successor: PlannedChange | undefined;
        move?: Move | undefined;
        block?: Location | undefined;
    });
    /** Its block where that is still there (its `count` became 0), else the cluster that loses it. */
    get header(): Location | undefined;
    place(): Location | undefined;
}
/** Streams that the plan found on the cluster with this ARN. */
export declare const streamsBefore: ({ planned }: Evaluator, arn: string) => readonly PlannedChange[];
/** Streams that are deleted from clusters that stay, those that Terraform forgets included: they run on. */
export declare const removedStreams: (evaluator: Evaluator, clusters: readonly Cluster[]) => readonly RemovedStream[];
/** What a `moved` block says, and the block that it stands beside. */
export interface Move {
    readonly from: string;
    readonly to: string;
    readonly beside: Resource | ModuleCall;
    /** The stream is the same in all that it was asked for: its new address is all that changes. */
    readonly isSame: boolean;
}
