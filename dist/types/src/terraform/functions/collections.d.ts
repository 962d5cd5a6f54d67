import { type FunctionTable } from './definition.js';
/** Terraform counts in decimals of 150 digits; this takes the binary dust off a sum of a few. */
export declare const decimal: (value: number) => number;
export declare const collections: FunctionTable;
