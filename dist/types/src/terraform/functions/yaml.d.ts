import type { Value } from '../value.js';
/** `undefined` for YAML beyond the subset, valid or not. */
export declare const decodeYaml: (text: string) => Value | undefined;
