import type { Span } from '../source/span.js';
import { type Scanner } from './scanner.js';
/** A JSON document with the place of each of its values. Members stand in their order, repeated names and all. */
export type JsonValue = JsonString | JsonScalar | JsonArray | JsonObject;
export interface JsonString {
    readonly kind: 'string';
    readonly value: string;
    /** Where each code unit of `value` begins in the source, and where the closing quote is; absent without escapes. */
    readonly offsets: readonly number[] | undefined;
    /** With the quotes. */
    readonly span: Span;
}
export interface JsonScalar {
    readonly kind: 'scalar';
    readonly value: number | boolean | null;
    readonly span: Span;
}
export interface JsonArray {
    readonly kind: 'array';
    readonly items: readonly JsonValue[];
    readonly span: Span;
}
export interface JsonObject {
    readonly kind: 'object';
    readonly members: readonly JsonMember[];
    readonly span: Span;
}
export interface JsonMember {
    readonly name: JsonString;
    readonly value: JsonValue;
}
/** Reads a document up to its end or its first error, which is reported; what stands before the error is returned. */
export declare const readJson: (scanner: Scanner) => JsonValue | undefined;
