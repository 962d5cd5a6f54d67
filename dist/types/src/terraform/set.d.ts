import type { List, Value } from './value.js';
/** The elements as a set: those that are known sorted, then the others; without what is certain to be a duplicate. */
export declare const asSet: (items: readonly Value[]) => List;
/** Without what is certain to be a duplicate of an earlier one. */
export declare const withoutDuplicates: (items: readonly Value[]) => readonly Value[];
