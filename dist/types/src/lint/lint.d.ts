import type { Report } from '../report/report.js';
import type { Rule } from '../rule.js';
import type { LintOptions } from './options.js';
/** Reads what the paths lead to and judges it by the rules. Rejects only with a UserError, or for a bug. */
export declare const lintWith: (rules: readonly Rule[], options: LintOptions) => Promise<Report>;
