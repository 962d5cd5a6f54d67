import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
export declare const isConfiguration: (path: string) => boolean;
/**
 * All but the names that begin the lines. Which variables are sensitive is declared elsewhere, perhaps in a file that could
 * not be read; and what is broken is not to be told apart into values and the rest.
 */
export declare const valueSpans: (source: SourceFile) => readonly Span[];
