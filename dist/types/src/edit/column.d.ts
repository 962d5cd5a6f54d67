/** Arguments in the column of those that stand there. */
import type { Edit } from '../finding.js';
import type { NewArgument } from './new-text.js';
import { type Rows } from './rows.js';
import type { Style } from './style.js';
/**
 * On lines behind a row, in its column; `undefined` where they do not fit there, or only if more than so many others are moved.
 * `behind` is what each ends with.
 */
export declare const joined: (rows: Rows, index: number, added: readonly NewArgument[], style: Style, own: string, { behind, mostMoved }?: {
    readonly behind?: string;
    readonly mostMoved?: number;
}) => readonly Edit[] | undefined;
