/** Edits that put a reference in the place of a value. */
import type { Edit } from '../finding.js';
import type { Symbolic, Value } from '../terraform/value.js';
import type { ResourceInstance } from './resource-instance.js';
/** What to write, and the edit that writes it. */
export interface Rewrite {
    readonly reference: string;
    readonly edit: Edit;
}
/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export declare const replaceValue: (value: Value, reference: string) => Rewrite | undefined;
/**
 * Reads `attribute` instead of the one that a reference reads: in the reference itself where it stands in the resource or a call,
 * else in the resource's own argument, since a local value or an output may serve others, too.
 */
export declare const replaceAttribute: (on: ResourceInstance, argument: string, value: Value, symbolic: Symbolic, attribute: string) => Rewrite | undefined;
/**
 * Whether an edit changes nothing but this argument: it is in the resource itself, or in a local value or the very call of its
 * module that nothing else in the module reads.
 */
export declare const changesOnly: (on: ResourceInstance, argument: string, { origin, passed }: Value, { edit }: Rewrite) => boolean;
