import type { Finding } from '../finding.js'

/** File and line; of a document as a whole, line 0. */
export const placeOf = ({ location }: Finding): readonly [string, number] => {
  if (location?.kind === 'source') return [location.source.path, location.source.position(location.span.start).line]
  return [location?.file ?? '', 0]
}

/** The order of a report. */
export const byPlace = (a: Finding, b: Finding): number => {
  const [fileA, lineA] = placeOf(a)
  const [fileB, lineB] = placeOf(b)
  return compare(fileA, fileB) || lineA - lineB || compare(a.rule, b.rule) || compare(a.address, b.address)
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
