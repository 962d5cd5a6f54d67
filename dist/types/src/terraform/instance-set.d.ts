import type { Expansion } from './expansion.js';
import type { InstanceKey } from './reference.js';
import type { InstanceSet, Value } from './value.js';
/** The instances of a resource or module call; `make` gives the value of one. */
export declare const instanceSet: (name: string, expansion: Exclude<Expansion, {
    kind: 'single';
}>, make: (key: InstanceKey) => Value) => InstanceSet;
