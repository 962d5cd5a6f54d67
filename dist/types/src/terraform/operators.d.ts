import type { BinaryOperator } from '../hcl/syntax.js';
import type { Value } from './value.js';
export declare const applyUnary: (operator: '!' | '-', operand: Value) => Value;
/** `right` is evaluated only where it matters: `false && x` is false whatever x is. */
export declare const applyBinary: (operator: BinaryOperator, left: Value, right: () => Value) => Value;
/** `condition ? then : otherwise`; both arms are carried where nobody can tell. */
export declare const conditional: (condition: Value, then: () => Value, otherwise: () => Value) => Value;
