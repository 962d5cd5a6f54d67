import type { Span } from '../source/span.js';
import type { Scanner } from './scanner.js';
/**
 * Goes on from `start`, within the broken item that begins at `item`, to where another item can begin: the end of a
 * line on which no bracket is open, the brace that closes the block, or, should a bracket never be closed, a line that
 * looks like an item and is not indented deeper than the broken one. Returns what was passed, without blanks around.
 */
export declare const recover: (scanner: Scanner, start: number, item: number) => Span;
/** How far the item is indented; 0 where something stands before it on its line. */
export declare const indentationAt: (scanner: Scanner, item: number) => number;
