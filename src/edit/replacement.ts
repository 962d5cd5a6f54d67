import type { Unmended } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Change } from './change.js'
import { FMT, quoted, valueText } from './native.js'
import type { NewValue } from './new-text.js'
import { isJson } from './style.js'

/** Writes another value where one stands: an expression, or a part of one. `snippet` is the caller's, for where there is no file. */
export const replaceValue = (
  place: { readonly source: SourceFile; readonly span: Span } | undefined,
  value: NewValue,
  snippet: string,
): Change | Unmended => {
  if (!place) return { edits: [], snippet }
  const { source, span } = place
  if (/^<<-?/.test(source.slice(span))) return { reason: 'it is a heredoc' }
  const text = isJson(source) ? jsonText(value) : valueText(value, FMT, 0, 0)
  return text === undefined ? { reason: 'it is in JSON syntax' } : { edits: [{ source, span, text }], snippet }
}

const jsonText = (value: NewValue): string | undefined => {
  switch (value.kind) {
    case 'expression':
      return JSON.stringify(`\${${value.text}}`)
    case 'constant':
      return typeof value.value === 'string' ? JSON.stringify(quoted(value.value).slice(1, -1)) : String(value.value)
    case 'template':
    case 'name':
      return JSON.stringify(value.text)
    case 'names':
      return JSON.stringify(value.texts)
    case 'object':
    case 'copy':
      return undefined
    default:
      return value satisfies never
  }
}
