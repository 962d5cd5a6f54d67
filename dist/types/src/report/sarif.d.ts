import type { Reporter } from './reporter.js';
/** SARIF 2.1.0, with what GitHub code scanning needs. Holds no source text, so nothing secret either. */
export declare const sarif: Reporter;
