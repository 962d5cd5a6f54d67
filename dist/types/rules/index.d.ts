import type { Rule } from '../src/rule.js';
/** Every rule, sorted by id. `rule.json` is held to its schema by the tests. */
export declare const rules: readonly Rule[];
