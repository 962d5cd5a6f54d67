import type { Span } from '../source/span.js';
import type { Scanner } from './scanner.js';
import type { Call } from './syntax.js';
/** A call whose first name is read; the scanner is at the parenthesis, or at the colons of a namespace. */
export declare const parseCall: (scanner: Scanner, first: string, firstSpan: Span) => Call;
