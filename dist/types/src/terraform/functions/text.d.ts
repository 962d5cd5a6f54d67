import type { Text, Value } from '../value.js';
/** Puts a string together; as known as its parts are. A sole part that is not known is that part itself. */
export declare const textOf: (parts: readonly (string | Value)[]) => Value;
/** Applies a function that works character by character to every part of a string, known or not. */
export declare const overParts: (text: Text, apply: (part: Value) => Value) => Value;
