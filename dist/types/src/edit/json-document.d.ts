/** A file in JSON syntax as it is edited: its values with their places, and how it is written. */
import { type JsonMember, type JsonObject, type JsonValue } from '../hcl/json-reader.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
export interface JsonDocument {
    readonly root: JsonValue;
    readonly style: JsonStyle;
}
export interface JsonStyle {
    /** Of one level; absent where everything stands on one line. */
    readonly indent: string | undefined;
    readonly lineEnd: string;
    /** `: `, with the blanks around it. */
    readonly colon: string;
    /** Between two values on one line. */
    readonly comma: string;
    /** Between a brace and what it holds, on one line. */
    readonly padding: string;
    /** Whether even a short list has a line for each item, as those write who leave it to a program. */
    readonly spreadsLists: boolean;
}
/** Read once for each file; `undefined` where it is not JSON from its beginning to its end. */
export declare const documentOf: (source: SourceFile) => JsonDocument | undefined;
/** From the outermost value to the innermost one that holds the range. */
export declare const pathTo: (root: JsonValue, span: Span) => readonly JsonValue[];
export declare const memberOf: ({ members }: JsonObject, name: string) => JsonMember | undefined;
