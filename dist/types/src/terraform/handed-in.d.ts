import type { Argument } from './configuration.js';
import type { Value } from './value.js';
/** Marks a value with the argument that handed it to a module, as deep as a list or an object goes; the first mark stays. */
export declare const handedIn: (value: Value, passed: Argument) => Value;
