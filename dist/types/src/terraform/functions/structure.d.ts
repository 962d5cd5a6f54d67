import type { List, Mapping, Repeated, Symbolic, Value } from '../value.js';
/** The list, set or tuple that this is; `undefined` where that is not known. */
export declare const sequence: (value: Value) => List | (Repeated & {
    type: List['type'];
}) | undefined;
/** The map or object that this is; `undefined` where that is not known. */
export declare const keyed: (value: Value) => Mapping | (Repeated & {
    type: Mapping['type'];
}) | undefined;
/** Two elements of a repetition that are not known need not be equal. */
export declare const anElement: ({ element }: Repeated) => Value;
/** A part of an attribute. */
export declare const step: (attribute: Symbolic, key: string | number, value?: Value) => Symbolic;
/** Whether an attribute that is known only after apply is a single string, never null or empty: what AWS names things by. */
export declare const isName: ({ path, pathLost }: Symbolic) => boolean;
export declare const mark: (value: Value, from: Value) => Value;
