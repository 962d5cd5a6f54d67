import type { Edit } from '../finding.js';
import { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { type FrameOptions } from './code-frame.js';
/** What a diff looks like beneath a finding. */
export interface DiffOptions extends Omit<FrameOptions, 'masks'> {
    /** The file that the reader has before him: only others are named. */
    readonly file: string | undefined;
}
/**
 * The lines that a fix takes away (`-`, by the numbers that they have) and puts in (`+`, by those that they will have); nothing
 * around them.
 */
export declare const diffSnippet: (edits: readonly Edit[], masksOf: (source: SourceFile) => readonly Span[], options: DiffOptions) => readonly string[];
/** What to write, where there is no file at hand that it could be shown in. */
export declare const textSnippet: (text: string, options: DiffOptions) => readonly string[];
