import type { Reporter } from './reporter.js';
/** For programs: `schemas/report.schema.json`. Lines and columns are 1-based, an edit's offsets are bytes of the file. */
export declare const json: Reporter;
