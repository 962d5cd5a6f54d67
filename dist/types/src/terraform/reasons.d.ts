import type { Value } from './value.js';
/** Everything that stands in the way of knowing these values, each reason once. */
export declare const reasons: (values: Iterable<Value>) => readonly string[];
