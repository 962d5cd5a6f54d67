import type { TypeConstraint } from './type-constraint.js';
import type { Value } from './value.js';
/** The elements in the type they have in common; `undefined` where they have none. */
export declare const unify: (items: readonly Value[]) => readonly Value[] | undefined;
/** The type of all values: strings where there is a string among primitives, maps where the attributes of objects differ. */
export declare const commonType: (values: readonly Value[]) => TypeConstraint | undefined;
