import type { Value } from '../value.js';
/** Text of a value that is known throughout. */
export declare const encodeJson: (value: Value) => string;
export declare const decodeJson: (text: string) => Value;
