/** New text in native syntax, as `terraform fmt` writes it. */
import type { NewArgument, NewBlock, NewValue } from './new-text.js';
import type { Style } from './style.js';
/** A list that would make its line longer than this gets a line for each item. */
export declare const WIDEST_LIST = 100;
/** A block with its braces, on lines that begin with `own`; without a line end behind it. */
export declare const blockText: (block: NewBlock, style: Style, own?: string) => string;
/** Arguments that stand together: their `=` are in one column, but for those that go on over several lines. */
export declare const argumentLines: (group: readonly NewArgument[], style: Style, own: string) => readonly string[];
/** On a line that begins with `own`, behind `before` characters. */
export declare const valueText: (value: NewValue, style: Style, own: string, before: number) => string;
/** A list with a line for each item. */
export declare const listText: (texts: readonly string[], { indent, lineEnd }: Style, own: string) => string;
/** Text of which nothing is an interpolation. */
export declare const literal: (text: string) => string;
/** Between quotes. */
export declare const quoted: (text: string) => string;
