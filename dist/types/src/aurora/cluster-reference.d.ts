/** What the value of `resource_arn`, or an instance's `cluster_identifier`, says about the cluster it means. */
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Value } from '../terraform/value.js';
export type ClusterReference = 
/** A cluster of this configuration, by a reference. `mistake` says how the reference misses the ARN. */
{
    readonly kind: 'resource';
    readonly of: ResourceInstanceReference;
    readonly mistake?: Mistake;
    /** A plan's JSON lost which instance is meant: it is taken for each of them. */
    readonly forEach?: true;
}
/** A cluster by its identifier, here or elsewhere. */
 | {
    readonly kind: 'identifier';
    readonly identifier: string;
    readonly region?: string;
    readonly account?: string;
    readonly mistake?: Mistake;
}
/** An arm of a condition that is empty: no second target. */
 | {
    readonly kind: 'nothing';
}
/** A cluster outside of this configuration. */
 | {
    readonly kind: 'outside';
} | {
    readonly kind: 'invalid';
    readonly mistake: Mistake;
} | {
    readonly kind: 'unknown';
    readonly because: readonly string[];
};
export type Mistake = {
    readonly kind: 'quoted';
    readonly text: string;
} | {
    readonly kind: 'attribute';
    readonly name: string;
    readonly attribute: string;
} | {
    readonly kind: 'resource';
    readonly name: string;
    readonly type: string;
} | {
    readonly kind: 'literal';
    readonly text: string;
};
/** A value of `resource_arn`, with the arm that it came from. */
export interface JudgedReference {
    readonly reference: ClusterReference;
    readonly value: Value;
}
/** `module` is where the value is used; a quoted reference is looked up where it was written. */
export declare const clusterReferences: (evaluator: Evaluator, value: Value, module: ModuleInstance) => readonly JudgedReference[];
