import type { AuroraView } from '../aurora/view.js';
import type { Severity } from '../finding.js';
import type { Rule } from '../rule.js';
import type { Suppressible } from '../suppression/index.js';
/** What the findings of a root module have in common. */
export interface CheckedRoot {
    /** Its directory, as the user knows it; empty for a plan without its source. */
    readonly name: string;
    /** The same within the repository, whatever directory the run was started in; empty for a plan without its source. */
    readonly place: () => string;
    /** The plan's file, for what no source holds. */
    readonly document?: string;
    /** Whether the run has others beside it. */
    readonly isOneOfSeveral: boolean;
}
/** A rule that runs, with the severity that all it finds is given in place of its own. */
export interface SelectedRule extends Rule {
    readonly configured?: Severity;
}
/** Runs the rules over one root module. */
export declare const check: (view: AuroraView, rules: readonly SelectedRule[], root: CheckedRoot) => readonly Suppressible[];
