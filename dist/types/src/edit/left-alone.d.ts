import type { Edit } from '../finding.js';
import type { SourceFile } from '../source/source-file.js';
/** Why a file is not edited, a clause; `undefined` where it may be. */
export declare const leftAlone: (source: SourceFile) => string | undefined;
/** The first reason why one of them is not made. */
export declare const refusal: (edits: readonly Edit[]) => string | undefined;
