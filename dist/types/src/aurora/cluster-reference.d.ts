import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Repetition } from '../terraform/scope.js';
import type { Symbolic, Value } from '../terraform/value.js';
import type { ModuleCluster } from './known-modules/module-cluster.js';
export type ClusterReference = 
/** A cluster of this configuration, by a reference. `mistake` says how the reference misses the ARN. */
{
    readonly kind: 'resource';
    readonly of: ResourceInstanceReference;
    readonly mistake?: Mistake;
    readonly region?: string;
    readonly account?: string;
    /** A plan's JSON lost which instance is meant: it is taken for each of them. */
    readonly forEach?: true;
}
/** A cluster by its identifier, here or elsewhere. */
 | {
    readonly kind: 'identifier';
    readonly identifier: Identifier;
    readonly region?: string;
    readonly account?: string;
    readonly mistake?: Mistake;
}
/** An arm of a condition that is empty: no second target. */
 | {
    readonly kind: 'nothing';
}
/** A cluster outside of this configuration, or the one that a known module makes whose source is not at hand. */
 | {
    readonly kind: 'outside';
    readonly module?: ModuleCluster;
    readonly mistake?: Mistake;
} | {
    readonly kind: 'invalid';
    readonly mistake: Mistake;
} | {
    readonly kind: 'unknown';
    readonly because: readonly string[];
};
/** A cluster's identifier: its text, or (where that is not known) what it is equal to, and why nobody knows more. */
export type Identifier = {
    readonly text: string;
} | {
    readonly text?: undefined;
    readonly id: string;
    readonly because: readonly string[];
};
export type Mistake = 
/** `reference` is what was meant, to be written without quotes. */
{
    readonly kind: 'quoted';
    readonly text: string;
    readonly reference?: string;
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
/** Where a value is used: what the names in a quoted reference mean. */
export interface Where {
    readonly evaluator: Evaluator;
    readonly module: ModuleInstance;
    readonly repetition?: Repetition | undefined;
}
export declare const clusterReferences: (value: Value, where: Where) => readonly JudgedReference[];
/** What an identifier is known by; `undefined` where nothing at all is known of it. */
export declare const identifierOf: (value: Value) => Identifier | undefined;
/** The cluster of this configuration that a value stands for, by whichever attribute. */
export declare const clusterSymbol: (value: Value | undefined) => Symbolic | undefined;
