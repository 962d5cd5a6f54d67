import type { Primitive } from './value.js';
/** A number as Terraform prints it: without an exponent. */
export declare const formatNumber: (value: number) => string;
/** `undefined` where the text is no decimal number. */
export declare const parseNumber: (text: string) => number | undefined;
/** A primitive as a string, by the automatic conversion; null stays null. */
export declare const printed: (value: Primitive) => string | null;
