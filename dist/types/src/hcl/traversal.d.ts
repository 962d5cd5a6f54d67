import type { Scanner } from './scanner.js';
import type { Expression } from './syntax.js';
export declare const parseSteps: (scanner: Scanner, source: Expression) => Expression;
export declare const atEllipsis: (scanner: Scanner) => boolean;
