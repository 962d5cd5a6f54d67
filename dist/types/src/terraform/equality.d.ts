import type { Value } from './value.js';
/**
 * Terraform's `==`, which converts nothing: a list and a tuple are never equal, whatever they hold, and `[]` is a tuple, so that
 * `var.zones == []` is false of a `list(string)` even where it is empty. `undefined` where it is not known.
 */
export declare const equalInTypeToo: (left: Value, right: Value) => boolean | undefined;
/** Whether two values hold the same, converting nothing in them; `undefined` where it is not known. */
export declare const equal: (left: Value, right: Value) => boolean | undefined;
