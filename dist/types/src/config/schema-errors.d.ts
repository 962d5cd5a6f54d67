import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import { type LocatedJson } from './located-json.js';
import type { Validator } from './validators.js';
interface SchemaNode {
    readonly description?: string;
    readonly enum?: readonly unknown[];
    readonly properties?: Readonly<Record<string, SchemaNode>>;
}
/** Something wrong in a document, at its place. */
export type Mistake = Diagnostic & {
    readonly span: Span;
};
/** All that is wrong with a document: keys that stand twice, and what the schema does not allow. */
export declare const mistakesIn: (document: LocatedJson, validate: Validator, schema: SchemaNode) => readonly Mistake[];
export declare const bySpan: (a: Mistake, b: Mistake) => number;
export {};
