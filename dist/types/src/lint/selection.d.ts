import type { Rule } from '../rule.js';
import type { SelectedRule } from './check.js';
import type { LintOptions } from './options.js';
type Choice = Pick<LintOptions, 'only' | 'skip' | 'severities'>;
/** The rules that `--only`, `--skip` and the config leave. Who asks for a rule by name gets it, whatever the config says. */
export declare const selectRules: (rules: readonly Rule[], { only, skip, severities }: Choice) => readonly SelectedRule[];
export {};
