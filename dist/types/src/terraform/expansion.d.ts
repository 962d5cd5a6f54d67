import type { InstanceKey } from './reference.js';
import type { Repetition } from './scope.js';
import type { Value } from './value.js';
/** Key of each instance to its `each.value`. */
export type Instances = Pick<ReadonlyMap<string | number, Value>, 'size' | 'has' | 'get' | 'keys'>;
/** What `count` or `for_each` make of a resource or a module call. */
export type Expansion = {
    readonly kind: 'single';
} | {
    readonly kind: 'instances';
    readonly keying: 'count' | 'for_each';
    /** Key of the instance to its `each.value`, in Terraform's order. */
    readonly values: Instances;
    readonly keys: string;
} | {
    readonly kind: 'unknown';
    readonly keying: 'count' | 'for_each';
    /** What `each.value` looks like. */
    readonly element: Value;
    readonly keys: string;
    /** `count = var.create ? 1 : 0`: there is one or none. */
    readonly atMostOne: boolean;
    readonly because: readonly string[];
};
/** `place` names the resource or call, for a collection that has no identity of its own. */
export declare const expandCount: (count: Value, place: string) => Expansion;
export declare const expandForEach: (forEach: Value, place: string) => Expansion;
/** The key of the one instance that stands for an unknown expansion, or of each known one. */
export declare const instanceKeys: (expansion: Expansion) => readonly InstanceKey[];
export declare const repetition: (expansion: Expansion, key: InstanceKey) => Repetition | undefined;
