import { type AuroraView } from '../aurora/view.js';
import type { Finding } from '../finding.js';
import type { Rule } from '../rule.js';
import type { FileSystem } from '../source/file-system.js';
import type { RootModule } from '../terraform/configuration.js';
import { type Surroundings } from '../terraform/evaluator.js';
import { type CheckedRoot } from './check.js';
/** One root module of the run, from source or from a plan, joined. */
export interface Root extends CheckedRoot {
    readonly view: AuroraView;
    /** The files that were named: findings elsewhere are not reported. */
    readonly onlyFiles?: ReadonlySet<string>;
}
export type RootDescription = Omit<Root, 'view' | 'isOneOfSeveral'> & {
    readonly module: RootModule;
    readonly surroundings: Surroundings;
};
/** Joins the root modules of a run; each is told of the streams in the others. */
export declare const joinRoots: (descriptions: readonly RootDescription[]) => readonly Root[];
export declare const findingsIn: (root: Root, rules: readonly Rule[]) => readonly Finding[];
/** Where directories lie in the repository: the same from wherever they are named. Looked for once, when somebody asks. */
export declare const placesIn: (fileSystem: FileSystem) => ((directory: string) => string);
