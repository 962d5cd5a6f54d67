import type { Finding } from '../finding.js';
import type { AuroraView } from '../aurora/view.js';
import type { Rule } from '../rule.js';
/** Runs the rules over one root module. `document` is the plan's file where there is no source to point at. */
export declare const check: (view: AuroraView, rules: readonly Rule[], root: string, document: string | undefined) => readonly Finding[];
