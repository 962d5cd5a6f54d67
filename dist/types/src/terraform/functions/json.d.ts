import type { Value } from '../value.js';
/** Text of a value that is known throughout. */
export declare const encodeJson: (value: Value) => string;
export declare const decodeJson: (text: string) => Value;
/** Plain JavaScript values, as a reader of JSON or YAML makes them. */
export declare const decodedJson: (json: unknown, depth?: number) => Value;
