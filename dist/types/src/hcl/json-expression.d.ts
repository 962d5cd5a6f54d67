import type { JsonValue } from './json-reader.js';
import { Scanner } from './scanner.js';
import type { Expression } from './syntax.js';
/** What a JSON value says as an expression. `outer` is the scanner of the file, which takes the diagnostics. */
export declare const expressionOf: (outer: Scanner, json: JsonValue) => Expression;
