import type { Finding, SuppressedFinding } from '../finding.js';
import type { ParsedFile } from '../hcl/syntax.js';
import type { Rule } from '../rule.js';
import { unusedSuppression } from '../suppression/index.js';
import { type Found } from './found.js';
import type { LintOptions } from './options.js';
import type { Root } from './root.js';
/** What the rules found in the root modules of a run. */
export interface Judged {
    readonly roots: readonly Root[];
    readonly found: readonly Found[];
}
export interface SuppressOptions extends Pick<LintOptions, 'fileSystem' | 'severities' | 'only' | 'skip' | 'exemptions' | 'today'> {
    /** All that were parsed: configuration, and what of the values files holds comments of ours. */
    readonly files: readonly ParsedFile[];
    /** All that there are, and those that ran. */
    readonly rules: readonly Rule[];
    readonly selected: readonly Rule[];
}
export interface Reported {
    readonly findings: readonly Finding[];
    readonly suppressed: readonly SuppressedFinding[];
    /** What the findings about suppressions themselves are listed as. */
    readonly about: readonly (typeof unusedSuppression)[];
}
/** Tells what is reported from what is not: by the comments in the configuration, then by the config's exemptions. */
export declare const suppress: ({ roots, found }: Judged, options: SuppressOptions) => Reported;
