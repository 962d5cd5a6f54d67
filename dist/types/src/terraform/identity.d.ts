import type { Value } from './value.js';
/**
 * The same text for two values that are certain to be equal; `undefined` where nothing is certain. Text of different
 * values may still stand for equal ones. Holds sensitive values in clear: never to be shown.
 */
export declare const identity: (value: Value) => string | undefined;
/** The identity of `each.key` (`count.index`) within a collection of unknown length. */
export declare const eachKeyIdentity: (keys: string) => string;
/** A short text in place of a long one, the same for equal ones. */
export declare const compact: <T extends string | undefined>(id: T) => T | string;
/** What a short text stands for. */
export declare const spelledOut: (id: string) => string;
