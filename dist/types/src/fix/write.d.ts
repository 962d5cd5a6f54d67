import type { Finding } from '../finding.js';
import type { Report } from '../report/report.js';
import type { FileWriter, Refusal } from '../source/file-writer.js';
import type { FileChange, Left, Mended } from './mended.js';
export interface Unwritten {
    readonly change: FileChange;
    /** `changed`: it is no longer what was read, which is an error. Otherwise what is wrong with it is left. */
    readonly kind: Refusal['kind'];
    /** `main.tf is not written: it has changed since it was read` */
    readonly message: string;
}
/** What the patches have made of the files. */
export interface Written {
    readonly written: readonly FileChange[];
    readonly unwritten: readonly Unwritten[];
    /** Of the files as they are now; what was not written is among its diagnostics. */
    readonly report: Report;
    readonly mended: readonly Finding[];
    /** Findings of `report`. */
    readonly left: readonly Left[];
}
/** Writes what `mend` has found out, each group of changes whole or not at all. */
export declare const write: (mended: Mended, files: FileWriter) => Promise<Written>;
