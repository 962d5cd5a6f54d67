import type { Value } from '../value.js';
/**
 * Applies `apply` to every combination of the choices among the arguments (with `deep`, also within their collections);
 * `undefined` where there are too many of them. The same choice met twice is decided once.
 * `id` names the choice that comes out.
 */
export declare const distribute: (args: readonly Value[], deep: boolean, id: () => string | undefined, apply: (args: readonly Value[]) => Value) => Value | undefined;
