/** New text in JSON syntax. */
import type { Unmended } from '../finding.js';
import type { JsonStyle } from './json-document.js';
import type { NewArgument, NewBlock, NewValue } from './new-text.js';
export type NewJson = {
    readonly kind: 'raw';
    readonly text: string;
} | {
    readonly kind: 'array';
    readonly items: readonly NewJson[];
} | {
    readonly kind: 'object';
    readonly members: readonly NewMember[];
};
export interface NewMember {
    readonly name: string;
    readonly value: NewJson;
}
/** Where a value stands: on lines that begin with `own`, or (`isInline`) with all that it holds on one line. */
export interface Position {
    readonly own: string;
    readonly isInline: boolean;
}
/** An expression is a string that is one interpolation; a name is the string itself. */
export declare const jsonOfValue: (value: NewValue) => NewJson | Unmended;
/** All of them, or the first reason for none. */
export declare const membersOf: (added: readonly NewArgument[]) => readonly NewMember[] | Unmended;
/** The body of a block; nested blocks of one type are a list where there are several. */
export declare const jsonOfBody: ({ body }: NewBlock) => NewJson | Unmended;
/** A block beneath its type: its labels are the names of objects around its body. */
export declare const jsonOfLabelled: (block: NewBlock) => NewJson | Unmended;
export declare const memberText: ({ name, value }: NewMember, style: JsonStyle, position: Position) => string;
export declare const jsonText: (value: NewJson, style: JsonStyle, position: Position) => string;
