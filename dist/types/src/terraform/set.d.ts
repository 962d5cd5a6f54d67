import type { List, Repeated, Value } from './value.js';
/** The elements as a set: those that are known sorted, then the others; without what is certain to be a duplicate. */
export declare const asSet: (items: readonly Value[]) => List;
/** A collection of unknown length as a set: its members are its keys now, whatever they were kept by before. */
export declare const asRepeatedSet: (value: Repeated) => Repeated & {
    readonly type: 'set';
};
/** Without what is certain to be a duplicate of an earlier one. */
export declare const withoutDuplicates: (items: readonly Value[]) => readonly Value[];
