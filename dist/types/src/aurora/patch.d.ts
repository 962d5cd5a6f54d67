/** Edits that put a reference in the place of a value, or take an argument away. */
import type { Edit } from '../finding.js';
import type { Content } from '../terraform/configuration.js';
import type { Symbolic, Value } from '../terraform/value.js';
import type { ResourceInstance } from './resource-instance.js';
/** What to write, and the edit that writes it. */
export interface Rewrite {
    readonly reference: string;
    readonly edit: Edit;
}
/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export declare const replaceValue: (value: Value, reference: string) => Rewrite | undefined;
/** Writes another text where this one was written, in quotes; `undefined` where it was put together. */
export declare const replaceText: ({ origin }: Value, text: string, replacement: string) => Rewrite | undefined;
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
/**
 * Whether the text is this resource's alone: it stands in the root module, and nothing on the way to the resource is repeated. A
 * module may be called again, for what can have such a value.
 */
export declare const servesOne: ({ reference }: ResourceInstance, { origin }: Value) => boolean;
/** Takes an argument out of a resource; `undefined` where that cannot be done cleanly. Comments stay. */
export declare const removeAttribute: (on: ResourceInstance, argument: string) => Edit | undefined;
/** Takes a nested block out, likewise. */
export declare const removeBlock: ({ written }: Content) => Edit | undefined;
