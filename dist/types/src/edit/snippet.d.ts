/** What there will be, for whom there is no file to be edited. */
import type { BlockPlace } from './change.js';
import { type NewBlock } from './new-text.js';
/** The block with nothing in it but these. */
export declare const snippetOf: ({ type, labels }: BlockPlace, ...items: NewBlock['body']) => string;
/** The block, and what is to be done to it: a comment, where there is nothing to be written. */
export declare const snippetRemark: (place: BlockPlace, remark: string) => string;
