/** How a file is written. */
import type { Block } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
export interface Style {
    /** Of one level. */
    readonly indent: string;
    readonly lineEnd: string;
}
/** As `terraform fmt` writes. */
export declare const FMT: Style;
/** Where the line begins that holds the offset. */
export declare const lineStart: ({ text }: SourceFile, offset: number) => number;
/** The blanks that begin the line that holds the offset. */
export declare const indentAt: (source: SourceFile, offset: number) => string;
/** Whether nothing but blanks stands before it on its line. */
export declare const isFirstOnLine: (source: SourceFile, offset: number) => boolean;
/** Of the first line. */
export declare const lineEndOf: ({ text }: SourceFile) => string;
/** As the file is written: by its first block that goes on over several lines. */
export declare const styleOfFile: (source: SourceFile) => Style;
/** As the block and its file are written. */
export declare const styleOf: (source: SourceFile, { body, span }: Block) => Style;
