/** What a comment stands at: a block, an attribute, an item of an object or list within one. */
import type { Block, Comment, ParsedFile } from '../hcl/syntax.js';
import type { Span } from '../source/span.js';
export interface Stand {
    readonly span: Span;
    /** Where all that is meant lies: in JSON syntax blocks can share a header, which then stands apart from their bodies. */
    readonly meant: readonly Span[];
    /** The outermost block that it is or is in; absent in a values file. */
    readonly block?: Block;
    /** The attribute that it is or is in. */
    readonly attribute?: string;
}
/** Where the comments of one file stand. */
export declare class Stands {
    #private;
    constructor(file: ParsedFile);
    /** `undefined` where there is nothing that the comment could mean. */
    of(comment: Comment): Stand | undefined;
}
