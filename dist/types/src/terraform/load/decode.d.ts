import type { Diagnostic } from '../../source/diagnostic.js';
import { type SourceFile } from '../../source/source-file.js';
/**
 * The text of a configuration or values file; `undefined` where it is not to be parsed.
 * What is wrong with the bytes is reported, with the place where there is one.
 */
export declare const decode: (path: string, bytes: Uint8Array, report: (diagnostic: Diagnostic) => void) => SourceFile | undefined;
export declare const encodedInUtf16: (file: string) => Diagnostic;
