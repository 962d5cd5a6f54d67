/** Terraform's conversions between types, automatic and by type constraint; whatever is not known keeps its identity. */
import type { Expression } from '../hcl/syntax.js';
import type { TypeConstraint } from './type-constraint.js';
import type { Value } from './value.js';
export { formatNumber, parseNumber, printed } from './number.js';
export { type ObjectAttribute, parseTypeConstraint, type TypeConstraint } from './type-constraint.js';
/** Terraform's automatic conversion to a string. */
export declare const toStringValue: (value: Value) => Value;
/** Terraform's automatic conversion to a number: from a string only if it is a decimal number. */
export declare const toNumber: (value: Value) => Value;
/** Terraform's automatic conversion to a bool: from the strings `true`, `false`, `1` and `0`, and from no number. */
export declare const toBool: (value: Value) => Value;
/** What the value is, for messages: `a list`, `an object`. */
export declare const typeName: (value: Value) => string;
/** Evaluates the default of an optional attribute. */
export type EvaluateDefault = (expression: Expression) => Value;
/**
 * As assigning the value to something of that type does. Attributes that the type lacks are dropped, optional ones filled in,
 * elements converted, sets sorted. What cannot be converted is an Unknown that `failed`; what is not known stays as it is.
 */
export declare const convert: (value: Value, type: TypeConstraint, evaluateDefault?: EvaluateDefault) => Value;
