import { type Scanner } from './scanner.js';
import type { Expression } from './syntax.js';
export declare const parseExpression: (scanner: Scanner) => Expression;
