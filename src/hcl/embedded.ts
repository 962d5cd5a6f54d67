import type { Diagnostic } from '../source/diagnostic.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { parseExpression } from './expression.js'
import { isSyntaxFailure, Scanner } from './scanner.js'
import type { Expression } from './syntax.js'

export interface EmbeddedExpression {
  readonly expression: Expression
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Parses the text at a span of the file as an expression, whose spans are the file's: for references written as
 * strings, such as `depends_on = ["aws_kms_key.main"]`. The expression is `invalid` where the text is none.
 */
export const parseEmbeddedExpression = (source: SourceFile, span: Span): EmbeddedExpression => {
  const scanner = new Scanner(source, source.text, span.start, span.end)
  scanner.ignoresNewlines = true
  try {
    const expression = parseExpression(scanner)
    if (scanner.peek() !== -1) scanner.failHere('expected the end of the expression')
    return { expression, diagnostics: scanner.diagnostics }
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error
    return { expression: { kind: 'invalid', span }, diagnostics: scanner.diagnostics }
  }
}
