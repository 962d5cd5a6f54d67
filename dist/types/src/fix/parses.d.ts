import type { Diagnostic } from '../source/diagnostic.js';
import type { EditedFile } from './combine.js';
/** What cannot be read in a file with its edits, and could be without them. */
export declare const newSyntaxErrors: ({ source, text }: EditedFile) => readonly Diagnostic[];
