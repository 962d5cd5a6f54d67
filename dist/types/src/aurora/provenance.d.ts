import type { Value } from '../terraform/value.js';
/** Where a value was handed on from, to stand behind it: `, the default of var.engine`; empty where it was written in place. */
export declare const provenance: (value: Value) => string;
