import type { Span } from './span.js';
/** A place as people count it: 1-based, columns in Unicode code points (SARIF's `unicodeCodePoints`). */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/**
 * One file's text with its name, and the only place that converts between the three ways of counting in it:
 * UTF-16 offsets (ours), lines and code point columns (people's), and bytes of the file on disk (an edit's).
 * A leading BOM stays in `text`, so that offsets and bytes agree; it counts as no column.
 */
export declare class SourceFile {
    #private;
    /** As the user knows it: relative to the working directory, `/`-separated. */
    readonly path: string;
    readonly text: string;
    /** False where the bytes were not UTF-8: byte offsets would lie, so such a file is never edited. */
    readonly faithful: boolean;
    constructor(path: string, text: string, faithful?: boolean);
    /** Reports are written as JSON, and looked at: the text is not theirs to show. */
    toJSON(): {
        readonly path: string;
    };
    /** Whether it is in JSON syntax: `main.tf.json`, `terraform.tfvars.json`. */
    get isJson(): boolean;
    get lineStarts(): readonly number[];
    /** The zero-based index of the line that holds the offset. */
    lineIndex(offset: number): number;
    position(offset: number): Position;
    /** A line's text without its terminator and without a BOM. `line` is 1-based. */
    line(line: number): string;
    slice(span: Span): string;
    /** The offset in bytes of the file on disk (UTF-8, BOM included). */
    byteOffset(offset: number): number;
}
/** Decodes a file's bytes; `faithful` is false where they are not UTF-8 (broken sequences become U+FFFD). */
export declare const decodeSource: (path: string, bytes: Uint8Array) => SourceFile;
