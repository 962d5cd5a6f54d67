import type { Finding } from '../finding.js';
import type { Report } from '../report/report.js';
import type { Diagnostic } from '../source/diagnostic.js';
/** What was wrong before anything was changed: nothing else may be wrong afterwards. */
export declare class Standing {
    #private;
    constructor({ findings, diagnostics }: Report);
    /** Those that were not there. */
    newViolations({ findings }: Report): readonly Finding[];
    newErrors({ diagnostics }: Report): readonly Diagnostic[];
}
export declare const errorsIn: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
/** What a diagnostic says wherever it stands by now: messages name lines. */
export declare const wordingOf: ({ message }: Diagnostic) => string;
export declare const tally: (keys: Iterable<string>) => ReadonlyMap<string, number>;
/** Of each key, those that there are more of than were counted. */
export declare const beyond: <T>(counted: ReadonlyMap<string, number>, items: readonly T[], keyOf: (item: T) => string) => readonly T[];
