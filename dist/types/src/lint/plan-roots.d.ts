import type { PlanDocument } from '../plan/index.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { RandomAccess } from '../source/file-system.js';
import { type Discovery } from '../terraform/load/index.js';
import type { RootDescription } from './root.js';
import { type RunContext } from './surroundings.js';
export interface PlanRoot {
    readonly root?: RootDescription;
    readonly diagnostics: readonly Diagnostic[];
    /** The directory of the source that the plan was found to belong to. */
    readonly directory?: string;
    readonly discovery?: Discovery;
    /** Read piece by piece while it is judged, and to be closed after: only then are its diagnostics complete. */
    readonly plan: PlanDocument;
}
/** Reads a document that should be a plan, and finds the source it was made from. */
export declare const planRoot: (context: RunContext, path: string, access: RandomAccess, source: string | undefined) => Promise<PlanRoot>;
