import type { Location } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Argument } from '../terraform/configuration.js'
import type { Value } from '../terraform/value.js'

/** Where an argument was written. */
export const placeOf = ({ source, expressionSpan }: NonNullable<Argument['written']>): Location =>
  firstLine(source, expressionSpan)

/** Where a value was written that a module call hands in: in an object over many lines, not the object but what is wrong in it. */
export const placeOfPassed = ({ origin, passed }: Value): Location | undefined => {
  if (!passed?.written) return undefined
  return origin?.place && origin.holder === passed
    ? firstLine(origin.place.source, origin.place.span)
    : placeOf(passed.written)
}

/** One line: a value over several lines is pointed at by its first. */
const firstLine = (source: SourceFile, { start, end }: Span): Location => {
  const length = source.text.slice(start, end).search(/\r?\n/)
  return { kind: 'source', source, span: { start, end: length === -1 ? end : start + length } }
}
