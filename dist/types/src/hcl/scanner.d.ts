import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { Comment } from './syntax.js';
/** Expressions, templates and blocks may nest this deep; beyond it a file is refused rather than the stack overflown. */
export declare const MAXIMUM_DEPTH = 250;
/**
 * An expression's tree may be this high: chains of operators are parsed in a loop, but whoever evaluates them
 * descends into their left operands.
 */
export declare const MAXIMUM_HEIGHT = 500;
/** Where the parser stands in the text, and what it has collected beside the tree. */
export declare class Scanner {
    #private;
    readonly source: SourceFile;
    readonly text: string;
    /** Where the text to parse ends. */
    readonly end: number;
    position: number;
    /** Within (), [] and ${} a newline is white space; elsewhere it ends attributes and object items. */
    ignoresNewlines: boolean;
    depth: number;
    /** The height of the expression parsed last. */
    height: number;
    readonly comments: Comment[];
    readonly diagnostics: Diagnostic[];
    /** `text` is the source's, unless offsets are translated afterwards. */
    constructor(source: SourceFile, text: string, start: number, end: number);
    /** The code unit at the offset, -1 behind the end. */
    at(offset: number): number;
    /** The code unit at the position, -1 at the end. */
    peek(): number;
    /** Passes blanks and comments, and newlines where they are white space; returns the code unit behind them. */
    skip(): number;
    /** Passes blanks, comments and newlines. */
    skipLines(): number;
    /** Whether a line ends at the position. */
    atNewline(): boolean;
    /** Whether a slash at the offset opens a comment. */
    opensComment(at: number): boolean;
    /** Collects the comment at the offset, once however often it is passed. Returns its end, before the newline. */
    comment(start: number): number;
    atIdentifier(): boolean;
    /** Reads an identifier; the caller knows that there is one. */
    identifier(): string;
    /** Whether the identifier at the position is this keyword. */
    atKeyword(keyword: string): boolean;
    /** Passes a number: digits, dots and exponents in any mixture that does not end with a dot. Returns its end. */
    number(): number;
    /** Counts one level of nesting; every call has its `leave`, but for those that a failure ends. */
    enter(): void;
    leave(): void;
    failDepth(): never;
    report(message: string, start: number, end: number, hint?: string): void;
    /** Takes over what was found in a text within this one. */
    adopt(diagnostics: readonly Diagnostic[]): void;
    fail(message: string, start: number, end: number, hint?: string): never;
    /** Fails at the character at the position, which `message` does not name. */
    failHere(message: string, hint?: string): never;
}
/** A scanner of a whole file; a BOM is passed. */
export declare const scannerOf: (source: SourceFile) => Scanner;
export declare const isSyntaxFailure: (error: unknown) => boolean;
