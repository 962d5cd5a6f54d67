import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Expression } from './syntax.js';
export interface EmbeddedExpression {
    readonly expression: Expression;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Parses the text at a span of the file as an expression, whose spans are the file's: for references written as
 * strings, such as `depends_on = ["aws_kms_key.main"]`. The expression is `invalid` where the text is none.
 */
export declare const parseEmbeddedExpression: (source: SourceFile, span: Span) => EmbeddedExpression;
