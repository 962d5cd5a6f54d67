import type { Value } from '../../terraform/value.js';
/** Whether a text is certain to begin so, whichever arm of a condition is taken. */
export declare const beginsWith: (value: Value, prefix: string) => boolean;
