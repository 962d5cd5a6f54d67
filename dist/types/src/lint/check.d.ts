import type { AuroraView } from '../aurora/view.js';
import type { Finding } from '../finding.js';
import type { Rule } from '../rule.js';
/** What the findings of a root module have in common. */
export interface CheckedRoot {
    /** Its directory, as the user knows it. */
    readonly name: string;
    /** The same within the repository, whatever directory the run was started in; empty for a plan without its source. */
    readonly place: () => string;
    /** The plan's file, where there is no source to point at. */
    readonly document?: string;
    /** Whether the run has others beside it. */
    readonly isOneOfSeveral: boolean;
}
/** Runs the rules over one root module. */
export declare const check: (view: AuroraView, rules: readonly Rule[], root: CheckedRoot) => readonly Finding[];
