import type { Value } from './value.js';
/** Terraform's `==`, which converts nothing; `undefined` where it is not known. */
export declare const equal: (left: Value, right: Value) => boolean | undefined;
