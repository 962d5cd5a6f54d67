import type { Finding } from '../finding.js';
/** File and line; of a document as a whole, line 0. */
export declare const placeOf: ({ location }: Finding) => readonly [string, number];
/** The order of a report. */
export declare const byPlace: (a: Finding, b: Finding) => number;
export declare const compare: (a: string, b: string) => number;
