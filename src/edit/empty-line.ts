import type { SourceFile } from '../source/source-file.js'
import type { Rows, WrittenRow } from './rows.js'

/** The rows from `first` to `last` that are to go, and an empty line beside them that then has nothing to part any more. */
export const withEmptyLine = ({ all, source }: Rows, first: number, last: number): readonly [number, number] => {
  const previous = all[first - 1]
  const next = all[last + 1]
  const isFirst = previous === undefined || beforeComment(source, previous).endsWith('{')
  const isLast = next === undefined || source.slice(next.span).trimStart().startsWith('}')
  if (next?.isBlank && (isFirst || previous.isBlank)) return [first, last + 1]
  return previous?.isBlank && isLast ? [first - 1, last] : [first, last]
}

const beforeComment = ({ text }: SourceFile, { span, commentGap }: WrittenRow): string =>
  text.slice(span.start, commentGap?.start ?? span.end).trimEnd()
