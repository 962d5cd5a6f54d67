import type { Reporter } from './reporter.js';
/** Reports for programs. Loaded by the runs that write one. */
export declare const documents: {
    json: Reporter;
    sarif: Reporter;
};
