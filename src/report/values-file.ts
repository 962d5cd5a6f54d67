import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'

/** `name = …` or `"name": …`, from the beginning of a line on. */
const NAMED = /^\s*(?:[\w-]+|"[\w-]+")\s*[=:]\s*/
const PUNCTUATION = /^[\s[\]{}(),]*$/
const HEREDOC = /<<-?([\w-]+)\s*$/

export const isConfiguration = (path: string): boolean => /\.(?:tf|tofu)(?:\.json)?$/.test(path)

/**
 * All but the names that begin the lines. Which variables are sensitive is declared elsewhere, perhaps in a file that could
 * not be read; and what is broken is not to be told apart into values and the rest.
 */
export const valueSpans = (source: SourceFile): readonly Span[] => {
  const spans: Span[] = []
  let heredoc: string | undefined
  for (const [index, start] of source.lineStarts.entries()) {
    const line = source.line(index + 1)
    const closes = heredoc !== undefined && line.trim() === heredoc
    const shown = heredoc === undefined ? (NAMED.exec(line)?.[0].length ?? 0) : 0
    if (heredoc === undefined) heredoc = HEREDOC.exec(line)?.[1]
    else if (closes) heredoc = undefined
    const rest = line.slice(shown).trimEnd()
    if (PUNCTUATION.test(rest)) continue
    const bom = index === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0
    const first = start + bom + shown + (rest.length - rest.trimStart().length)
    spans.push({ start: first, end: first + rest.trim().length })
  }
  return spans
}
