import { type Change, type NewValue } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Argument, ModuleCall } from '../../terraform/configuration.js';
import type { ResourceInstance } from '../resource-instance.js';
/** Writes another value for an argument, where it stands. */
export declare const rewriteArgument: ({ source, expressionSpan }: NonNullable<Argument['written']>, value: NewValue) => Change | Unmended;
/** Writes an argument in the resource's own block, whatever it was made of before. */
export declare const writeArgument: ({ reference }: ResourceInstance, name: string, value: NewValue) => Change | Unmended;
/** The same of a call that hands the argument in. */
export declare const writeInput: (call: ModuleCall, { name, written }: Argument, value: NewValue) => Change | Unmended;
