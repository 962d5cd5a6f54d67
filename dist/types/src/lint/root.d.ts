import { type AuroraView } from '../aurora/view.js';
import type { JudgedRoot } from '../suppression/index.js';
import type { RootModule } from '../terraform/configuration.js';
import { type Surroundings } from '../terraform/evaluator.js';
import { type CheckedRoot, type SelectedRule } from './check.js';
import type { Found } from './found.js';
/** One root module of the run, from source or from a plan, joined. */
export interface Root extends CheckedRoot, JudgedRoot {
    readonly view: AuroraView;
}
export type RootDescription = Omit<Root, 'view' | 'evaluator' | 'isOneOfSeveral'> & {
    readonly module: RootModule;
    readonly surroundings: Surroundings;
};
/** Joins the root modules of a run; each is told of what is in the others. */
export declare const joinRoots: (descriptions: readonly RootDescription[]) => readonly Root[];
export declare const findingsIn: (root: Root, rules: readonly SelectedRule[]) => readonly Found[];
