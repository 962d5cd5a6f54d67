import type { Evaluator } from '../../terraform/evaluator.js';
import type { Value } from '../../terraform/value.js';
import { ResourceInstance } from '../resource-instance.js';
/** A key, as far as this configuration tells. `through` are the aliases and data sources that lead to it, the nearest first. */
export type KmsKey = 
/** A key that this configuration makes. */
{
    readonly kind: 'resource';
    readonly key: ResourceInstance;
    readonly through: readonly ResourceInstance[];
}
/** A key that AWS manages itself; `alias` is its name, where that is known and may be said. */
 | {
    readonly kind: 'aws-managed';
    readonly alias?: string;
    readonly through: readonly ResourceInstance[];
}
/** A key by its identifier or alias. */
 | {
    readonly kind: 'identifier';
    readonly text: string;
    readonly through: readonly ResourceInstance[];
} | {
    readonly kind: 'unknown';
    readonly through: readonly ResourceInstance[];
};
/** The keys that a value may name: one, or one for each arm of a condition somewhere on the way. */
export declare const kmsKeys: (value: Value, evaluator: Evaluator) => readonly KmsKey[];
/**
 * The value of an argument that names a key. What was given the ARN of a key may hold its bare ID after the apply: an alias does, and
 * what lets changes of it be. It is still the key that the argument refers to.
 */
export declare const referredKey: (on: ResourceInstance, argument: string) => Value | undefined;
