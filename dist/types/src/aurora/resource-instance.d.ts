import type { Location } from '../finding.js';
import type { Argument } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import { PlannedChange } from '../terraform/planned-change.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Value } from '../terraform/value.js';
import { type Blocks } from './block-instance.js';
import type { Where } from './cluster-reference.js';
import { type Relation } from './relation.js';
import type { Subject } from './subject.js';
/** One instance of a resource with what its arguments are worth, and where they stand. */
export declare class ResourceInstance implements Subject {
    #private;
    readonly reference: ResourceInstanceReference;
    readonly address: string;
    readonly evaluator: Evaluator;
    constructor(evaluator: Evaluator, reference: ResourceInstanceReference);
    /** Where its arguments stand: what the names in them mean. */
    get where(): Where;
    /** `undefined` where the argument is left out: AWS's default holds, which is not the same as unknown. */
    value(name: string): Value | undefined;
    string(name: string): string | undefined;
    argument(name: string): Argument | undefined;
    /** How a resource beside it names it, in a block that is repeated like its own: `aws_rds_cluster.main[count.index]`. */
    get nameBeside(): string;
    /** The meta-argument that repeats its block. */
    get repeatedBy(): 'count' | 'for_each' | undefined;
    /** The nested blocks of a type, those of a `dynamic` block included. */
    blocks(type: string): Blocks;
    /** What an apply does to it; `undefined` without a plan. */
    get change(): PlannedChange | undefined;
    /** Whether there is only the plan's JSON of it, which holds no `lifecycle`. */
    get isWithoutSource(): boolean;
    /** Whether `lifecycle` ignores changes of an argument: a plan's JSON does not hold it. */
    ignoresChangesOf(name: string): Relation;
    /** The block's header; `undefined` for a plan without its source. */
    get header(): Location | undefined;
    /**
     * Where an argument went wrong: the argument of the module call that the value was written in, else the resource's own, or its
     * nested block of that name.
     */
    place(name: string, value?: Value): Location | undefined;
}
