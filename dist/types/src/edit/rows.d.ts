import type { Attribute, Comment } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/**
 * A line, or an argument whose value is a heredoc. In consecutive lines with an `=` to be aligned these stand in one column; so do
 * the comments of consecutive lines that end with one.
 */
export interface Row {
    /** How wide it is up to the blanks before its `=`, or before its comment where no `=` of it is aligned. */
    readonly lead: number;
    /** How wide it is from its `=` to the blanks before its comment; absent where no `=` of it is aligned. */
    readonly assign?: number;
    readonly hasComment: boolean;
    /** The blanks before its `=`; absent where they have yet to be written. */
    readonly gap?: Span;
    /** The blanks before its comment, likewise. */
    readonly commentGap?: Span;
}
export interface WrittenRow extends Row {
    /** From the beginning of its line up to its line end. */
    readonly span: Span;
    readonly assignment?: Assignment;
    readonly isBlank: boolean;
    /** Whether a comment goes on beyond its line, so that nobody knows how wide it is. */
    readonly isStrange: boolean;
}
/** An argument, or an entry of an object. */
export type Assignment = Pick<Attribute, 'nameSpan' | 'expression'>;
/** The row with a value in it that is longer, or shorter. */
export declare const grown: (row: Row, by: number) => Row;
/** A line with nothing to align, which ends the runs around it. */
export declare const BREAK: Row;
export declare class Rows {
    readonly source: SourceFile;
    readonly all: readonly WrittenRow[];
    readonly comments: readonly Comment[];
    constructor(source: SourceFile);
    /** The index of the row that holds the offset. */
    at(offset: number): number;
    /** The first comment that begins there or behind. */
    commentBehind(offset: number): Comment | undefined;
    /** Where the row behind this one begins: behind its line end. */
    next(index: number): number;
}
/** Made once for each file. */
export declare const rowsIn: (source: SourceFile) => Rows;
/** In what people take for characters, as `terraform fmt` counts. */
export declare const width: (text: string) => number;
