import type { Comment, ParsedFile } from '../hcl/syntax.js';
import type { Span } from '../source/span.js';
/** A comment that begins with the tool's name, or a line of a block comment that does. */
export interface WrittenDirective {
    readonly comment: Comment;
    /** From the prefix to the end of its line, or of the comment. */
    readonly span: Span;
    /** What stands behind the prefix, with the options on the lines below. */
    readonly text: string;
}
/** In order of appearance. A file without the prefix costs one search. */
export declare const directivesIn: (file: ParsedFile) => readonly WrittenDirective[];
