/** What to change so that a condition comes out otherwise: by whom it is decided, in the end. */
import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import type { Argument, Expression } from '../../terraform/configuration.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
/** A place where a literal decides, or an input that the call of a module leaves out. */
export type Decision = {
    readonly kind: 'literal';
    readonly place: {
        readonly source: SourceFile;
        readonly span: Span;
    };
    readonly value: boolean | number;
    /** The variable or local value that it is the value of. */
    readonly holder?: {
        readonly module: ModuleInstance;
        readonly kind: 'var' | 'local';
        readonly name: string;
    };
} | {
    readonly kind: 'input';
    /** The called module. */
    readonly module: ModuleInstance;
    readonly name: string;
    readonly attribute?: string;
    /** `given` for an input that is only not to be null or empty. */
    readonly value: boolean | 'given';
};
export type LiteralDecision = Decision & {
    readonly kind: 'literal';
};
export type InputDecision = Decision & {
    readonly kind: 'input';
};
/** All that has to be decided otherwise; `undefined` where that is not one thing, or nobody can write it. */
export type Decisions = readonly Decision[] | undefined;
interface Scope {
    readonly evaluator: Evaluator;
    readonly module: ModuleInstance;
}
/** So that a `count`, a `for_each` or an `enabled` makes an instance. */
export declare const toExist: (argument: Argument, scope: Scope) => Decisions;
export interface LeftOutInput {
    readonly module: ModuleInstance;
    readonly name: string;
    readonly attribute?: string;
}
/** The input of a called module that an expression is nothing but the value of, where no call on the way gives it. */
export declare const inputOf: (expression: Expression, { evaluator, module }: Scope) => LeftOutInput | undefined;
export {};
