import type { Evaluator } from './evaluator.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';
/**
 * The value of the one thing named, or one of the things named. That an expression may do more with it than pass it on
 * is accepted: for the arguments that are asked about (an ARN, a key, an identifier) it practically never does.
 */
export declare const evaluateReferences: (evaluator: Evaluator, references: readonly string[], scope: Scope) => Value;
