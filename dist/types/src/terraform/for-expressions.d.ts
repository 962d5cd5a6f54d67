import type { ForExpression } from '../hcl/syntax.js';
import type { Evaluator } from './evaluator.js';
import { type Scope } from './scope.js';
import type { Value } from './value.js';
/** A collection as a `for` sees it: its keys and values, or one that stands for all of them. */
type Elements = {
    readonly kind: 'known';
    readonly ordered: boolean;
    readonly elements: readonly (readonly [Value, Value])[];
} | {
    readonly kind: 'repeated';
    readonly key: Value;
    readonly value: Value;
    readonly keys: string | undefined;
    readonly because: readonly string[];
} | {
    readonly kind: 'unknown';
    readonly because: readonly string[];
};
export declare const forEachElement: (collection: Value) => Elements;
export declare const evaluateFor: (evaluator: Evaluator, expression: ForExpression, scope: Scope) => Value;
export {};
