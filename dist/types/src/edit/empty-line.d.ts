import type { Rows } from './rows.js';
/** The rows from `first` to `last` that are to go, and an empty line beside them that then has nothing to part any more. */
export declare const withEmptyLine: ({ all, source }: Rows, first: number, last: number) => readonly [number, number];
