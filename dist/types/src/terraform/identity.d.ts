import type { Value } from './value.js';
/**
 * The same text for two values that are certain to be equal; `undefined` where nothing is certain. Text of different
 * values may still stand for equal ones. Holds sensitive values in clear: never to be shown.
 */
export declare const identity: (value: Value) => string | undefined;
