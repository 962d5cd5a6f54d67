import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
import type { Rewrite } from './rewrite.js';
/**
 * Whether an edit changes nothing but this argument: it is in the resource itself, or in a local value or the very call of its
 * module that nothing else in the module reads. Without a rewrite the value itself is edited.
 */
export declare const changesOnly: (on: ResourceInstance, argument: string, { origin, passed }: Value, rewrite?: Rewrite) => boolean;
/** Whether what this argument is worth is written for nothing else: in it, or in what nothing else in the module reads. */
export declare const servesOnly: (on: ResourceInstance, argument: string, value: Value) => boolean;
/**
 * Whether the text is this resource's alone: it stands in the root module, and nothing on the way to the resource is repeated. A
 * module may be called again, for what can have such a value.
 */
export declare const servesOne: ({ reference }: ResourceInstance, { origin }: Value) => boolean;
/** How often its module reads a variable or a local value. What only decides how many there are of it reads no value. */
export declare const readings: ({ reference: { module, resource } }: ResourceInstance, root: 'var' | 'local', name: string) => number;
