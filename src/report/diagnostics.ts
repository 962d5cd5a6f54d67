import type { Diagnostic } from '../source/diagnostic.js'
import { codeFrame } from './code-frame.js'
import { visible } from './control-characters.js'
import { masksOf } from './redact.js'
import type { Report } from './report.js'
import { createStyle } from './style.js'
import { hanging, wrap } from './wrap.js'

const PROSE = 100

export interface DiagnosticsOptions {
  readonly color: boolean
  /** The width of the terminal. */
  readonly columns: number
  /** What the run knows to be sensitive: `maskedIn`. */
  readonly masked?: Report['masked']
  /** Of our own files, which hold no values of anybody: all is shown. */
  readonly isOwn?: boolean
}

/** What could not be read, for people; goes to stderr, beside every format. */
export const diagnosticsText = (
  diagnostics: readonly Diagnostic[],
  { color, columns, masked = [], isOwn = false }: DiagnosticsOptions,
): string => {
  const style = createStyle(color)
  const prose = Math.min(columns, PROSE)
  const lines = diagnostics.flatMap((diagnostic) => {
    const { severity, source, span } = diagnostic
    const named = diagnostic.file ?? source?.path
    const file = named === '-' ? 'standard input' : named
    const [first = '', ...rest] = wrap(`${severity}: ${visible(diagnostic.message)}`, prose)
    const shown = [style.severity(severity, first.slice(0, severity.length)) + first.slice(severity.length), ...rest]
    const line = source && span ? source.lineIndex(span.start) + 1 : 0
    const gutter = String(line + 1).length
    if (source && span) {
      const { column } = source.position(span.start)
      const frame = { style, columns, gutter, masks: isOwn ? [] : masksOf(source, masked) }
      shown.push(`${' '.repeat(gutter)}${style.frame('-->')} ${visible(source.path)}:${line}:${column}`)
      shown.push(...codeFrame(source, span, (mark) => style.severity(severity, mark), frame))
    } else if (file !== undefined && !diagnostic.message.includes(file)) {
      shown.push(`${' '.repeat(gutter)}${style.frame('-->')} ${visible(file)}`)
    }
    if (diagnostic.hint !== undefined) {
      shown.push(...hanging(`${' '.repeat(gutter)} = help: `, visible(diagnostic.hint), prose))
    }
    return [...shown, '']
  })
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}
