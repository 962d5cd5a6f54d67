/** What `terraform fmt` moves when lines come, change or go. Only what stood in its place before is moved. */
import type { Edit } from '../finding.js';
import type { SourceFile } from '../source/source-file.js';
import { type Row, type Rows } from './rows.js';
export interface Settled {
    /** Blanks of lines that were there before, and still are. */
    readonly edits: readonly Edit[];
    /** How many blanks stand before the `=` of each of the new lines. */
    readonly gaps: readonly number[];
    /** Whether the `=` around were in their columns before. */
    readonly wasAligned: boolean;
}
/** The rows from `from` up to `to` are replaced by others; what is left of a row keeps the places of its blanks. */
export declare const settle: (rows: Rows, from: number, to: number, others: readonly Row[]) => Settled;
/** What moves when the line that holds the offset becomes longer. */
export declare const lengthened: (source: SourceFile, offset: number, by: number) => readonly Edit[];
