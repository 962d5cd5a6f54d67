/** Edits that put a reference in the place of a value. */
import type { Edit } from '../finding.js';
import type { Module } from '../terraform/configuration.js';
import type { Symbolic, Value } from '../terraform/value.js';
import type { Resource } from './resource.js';
/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export declare const replaceValue: (value: Value, reference: string) => Edit | undefined;
/**
 * Reads `attribute` instead of the one that a reference reads: in the reference itself where it stands in the resource or a call,
 * else in the resource's own argument, since a local value or an output may serve others, too.
 */
export declare const replaceAttribute: (on: Resource, argument: string, value: Value, symbolic: Symbolic, attribute: string) => Edit | undefined;
/** Whether a value that was handed to a module as this variable serves nothing in it but one argument. */
export declare const isUsedOnce: (module: Module, variable: string) => boolean;
