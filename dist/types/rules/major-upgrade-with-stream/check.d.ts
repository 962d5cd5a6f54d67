import type { Check } from '../../src/rule.js';
export declare const check: Check;
