import type { Edit, Fix, Unmended } from '../finding.js';
import type { Block } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
/** A block of the configuration, and where it stands: nowhere, in a plan's JSON. */
export interface BlockPlace {
    readonly type: string;
    readonly labels: readonly string[];
    readonly written?: Written | undefined;
}
export interface Written {
    readonly source: SourceFile;
    readonly block: Block;
}
/** What is to be done to the configuration: in the files, and in words for whom there are none. */
export interface Change {
    /** Empty where nothing is at hand to be edited. */
    readonly edits: readonly Edit[];
    /** What there will be, in native syntax, with its block around it. */
    readonly snippet: string;
}
export declare const isUnmended: (result: Change | Fix | Unmended) => result is Unmended;
export declare const changeOf: (edits: readonly Edit[] | Unmended, snippet: string) => Change | Unmended;
/** All of it or none: the first reason for none. Edits that say the same are one; others must not meet. */
export declare const together: (...changes: readonly (Change | Unmended)[]) => Change | Unmended;
/** Each edit once, if all of them can be made together. */
export declare const joinable: (edits: readonly Edit[]) => readonly Edit[] | Unmended;
/** Lines of their own, in front of or behind which others may be put at the same place. */
export declare const insertion: (source: SourceFile, at: number, text: string) => Edit;
/** `title` is imperative, lower case. */
export declare const fix: (safety: Fix['safety'], title: string, change: Change | Unmended) => Fix | Unmended;
