import type { Edit } from '../finding.js';
import type { SourceFile } from '../source/source-file.js';
import { type Patch } from './patch.js';
/** A file with the edits of several patches in it. */
export interface EditedFile {
    /** What tells it from others, however its path is written. */
    readonly identity: string;
    readonly source: SourceFile;
    /** In the order of the text; each edit once. */
    readonly edits: readonly Edit[];
    readonly text: string;
}
export interface Combined {
    /** Those whose edits are in the files, each with all of them. */
    readonly made: readonly Patch[];
    /** Those that others stand in the way of. */
    readonly waiting: readonly Patch[];
    readonly files: readonly EditedFile[];
}
/**
 * Makes as many of the patches as go together, each whole or not at all. What is said twice is done once; what is inserted as whole
 * lines at one place follows one another; of other patches that touch the same text, the first in the order of a report is made. The
 * order in which they are given is of no consequence.
 */
export declare const combine: (patches: readonly Patch[], identityOf: (path: string) => string) => Combined;
