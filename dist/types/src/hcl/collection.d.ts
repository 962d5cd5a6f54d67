import type { Scanner } from './scanner.js';
import type { ForExpression, ObjectConstructor, Tuple } from './syntax.js';
export declare const parseTuple: (scanner: Scanner) => Tuple | ForExpression;
export declare const parseObject: (scanner: Scanner) => ObjectConstructor | ForExpression;
/** The names between `for` and `in`, and the `in`. */
export declare const parseForNames: (scanner: Scanner) => {
    keyName: string | undefined;
    valueName: string;
};
