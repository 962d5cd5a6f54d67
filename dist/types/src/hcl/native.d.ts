import type { SourceFile } from '../source/source-file.js';
import type { ParsedFile } from './syntax.js';
/** Parses HCL's native syntax. Takes any text; errors are in `diagnostics`, and the tree has what stands around them. */
export declare const parseNative: (source: SourceFile) => ParsedFile;
