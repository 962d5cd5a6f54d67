import type { Scanner } from './scanner.js';
import type { Literal, Template } from './syntax.js';
/** A string in double quotes. */
export declare const parseQuoted: (scanner: Scanner) => Literal | Template;
