import type { Rule } from '../rule.js';
import type { LintOptions } from './options.js';
/** The rules that `--only` and `--skip` leave. */
export declare const selectRules: (rules: readonly Rule[], { only, skip }: LintOptions) => readonly Rule[];
