import type { Unmended } from '../finding.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { type BlockPlace, type Change } from './change.js';
import { type NewValue } from './new-text.js';
/**
 * Writes another value where one stands: an expression, or a part of one. `shown` is for where there may be no file: a text of
 * the caller's, or the argument that the value is of.
 */
export declare const replaceValue: (place: {
    readonly source: SourceFile;
    readonly span: Span;
} | undefined, value: NewValue, shown?: string | {
    readonly place: BlockPlace;
    readonly name: string;
}) => Change | Unmended;
