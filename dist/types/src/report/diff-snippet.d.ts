import type { Edit } from '../finding.js';
import { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { type FrameOptions } from './code-frame.js';
/** The lines that a fix takes away (`-`) and puts in (`+`), with their numbers; nothing around them. */
export declare const diffSnippet: (edits: readonly Edit[], masksOf: (source: SourceFile) => readonly Span[], options: Omit<FrameOptions, 'masks'>) => readonly string[];
