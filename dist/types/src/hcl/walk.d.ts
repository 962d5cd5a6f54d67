import type { Expression } from './syntax.js';
/** The expressions directly within an expression, in order of appearance. */
export declare const children: (expression: Expression) => readonly Expression[];
/** Calls `visit` for the expression and everything within it, parents first, in order of appearance. */
export declare const walk: (expression: Expression, visit: (expression: Expression) => void) => void;
