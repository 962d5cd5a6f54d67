import type { Argument } from './configuration.js';
import type { ModuleInstance } from './module-instance.js';
import type { InstanceKey } from './reference.js';
import type { Value } from './value.js';
/** What the names in an expression mean: the module instance it stands in, and what repeats around it. */
export interface Scope {
    readonly module: ModuleInstance;
    /** The attribute that the expression belongs to: the origin of what is written in it. */
    readonly holder: Argument;
    readonly repetition?: Repetition;
    /** Names bound by a `for`, a template's `for`, or a `dynamic` block's iterator. */
    readonly bound?: ReadonlyMap<string, Value>;
}
/** What `count.index`, `each.key` and `each.value` are worth in one instance of a resource or module call. */
export interface Repetition {
    readonly keying: 'count' | 'for_each';
    readonly key: InstanceKey;
    /** `count.index` or `each.key`. */
    readonly keyValue: Value;
    readonly eachValue: Value;
}
export declare const bind: (scope: Scope, names: Iterable<readonly [string, Value]>) => Scope;
