import type { ParsedFile } from '../hcl/syntax.js';
import type { Root } from './root.js';
/** Whether findings could be suppressed by a comment: few files have one, and the other runs need not load what reads them. */
export declare const isSpokenFor: (files: readonly ParsedFile[]) => boolean;
/** Values files that hold such a comment, with it: only their values were kept. */
export declare const commentedValues: (roots: readonly Root[]) => readonly ParsedFile[];
