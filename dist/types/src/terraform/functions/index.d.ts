import type { Value } from '../value.js';
import { type FunctionContext } from './definition.js';
export type { FunctionContext } from './definition.js';
/** The names of all functions that are known here, evaluated or not. */
export declare const functionNames: readonly string[];
/**
 * The value of a call. Never throws: what Terraform would refuse is an Unknown that `failed`, and what cannot be told is an Unknown
 * with the reasons of its arguments, the same `id` for equal calls.
 */
export declare const callFunction: (name: string, args: readonly Value[], context: FunctionContext) => Value;
