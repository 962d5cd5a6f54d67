import type { Unmended } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Change } from './change.js'
import { replaceJsonValue } from './json-edits.js'
import { valueText } from './native.js'
import type { NewValue } from './new-text.js'
import { FMT, indentAt, isJson } from './style.js'

/** Writes another value where one stands: an expression, or a part of one. `snippet` is the caller's, for where there is no file. */
export const replaceValue = (
  place: { readonly source: SourceFile; readonly span: Span } | undefined,
  value: NewValue,
  snippet: string,
): Change | Unmended => {
  if (!place) return { edits: [], snippet }
  const { source, span } = place
  if (/^<<-?/.test(source.slice(span))) return { reason: 'it is a heredoc' }
  if (isJson(source)) {
    const edits = replaceJsonValue(source, span, value)
    return 'reason' in edits ? edits : { edits, snippet }
  }
  return { edits: [{ source, span, text: valueText(value, FMT, indentAt(source, span.start), 0) }], snippet }
}
