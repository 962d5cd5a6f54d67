import type { LintOptions } from '../lint/options.js';
import type { Report } from '../report/report.js';
/** What a run that mends looks at. */
export interface Scope {
    /** Where patches may write. */
    readonly directories: readonly string[];
    /**
     * What has to stay in order: all of the modules that the paths are about, not only the files that are named, and of plans the
     * sources, for a plan knows nothing of what was changed since. The very options where that is the same.
     */
    readonly judged: LintOptions;
}
export declare const scopeOf: (options: LintOptions, report: Report) => Promise<Scope>;
