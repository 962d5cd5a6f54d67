import type { Expression } from './configuration.js';
import type { Evaluator } from './evaluator.js';
import { type Scope } from './scope.js';
import type { Value } from './value.js';
/** What the expression is worth in the scope. Never throws: what cannot be known is an unknown that says why. */
export declare const evaluate: (evaluator: Evaluator, expression: Expression, scope: Scope) => Value;
