import type { Location } from '../finding.js'
import type { Argument } from '../terraform/configuration.js'

/** Where an argument was written. One line: a value over several lines is pointed at by its first. */
export const placeOf = ({ source, expressionSpan: { start, end } }: NonNullable<Argument['written']>): Location => {
  const length = source.text.slice(start, end).search(/\r?\n/)
  return { kind: 'source', source, span: { start, end: length === -1 ? end : start + length } }
}
