import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/** As JSON and SARIF write a span: 1-based, columns in code points, the end exclusive. */
export interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
}
export declare const region: (source: SourceFile, span: Span) => Region;
