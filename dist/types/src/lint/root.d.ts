import { type AuroraView } from '../aurora/view.js';
import type { Finding } from '../finding.js';
import type { Rule } from '../rule.js';
import type { RootModule } from '../terraform/configuration.js';
import { type Surroundings } from '../terraform/evaluator.js';
/** One root module of the run, from source or from a plan, joined. */
export interface Root {
    /** What its findings are told apart by from those of other root modules: its directory. */
    readonly name: string;
    readonly view: AuroraView;
    /** The plan's file, where there is no source to point at. */
    readonly document?: string;
    /** The files that were named: findings elsewhere are not reported. */
    readonly onlyFiles?: ReadonlySet<string>;
}
export type RootDescription = Omit<Root, 'view'> & {
    readonly module: RootModule;
    readonly surroundings: Surroundings;
};
/** Joins the root modules of a run; each is told of the streams in the others. */
export declare const joinRoots: (descriptions: readonly RootDescription[]) => readonly Root[];
export declare const findingsIn: ({ view, name, document, onlyFiles }: Root, rules: readonly Rule[]) => readonly Finding[];
