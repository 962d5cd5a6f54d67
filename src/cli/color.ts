import type { LintArguments } from './arguments.js'
import type { Sink } from './io.js'

/** The option, then FORCE_COLOR, then NO_COLOR (both: https://no-color.org, https://force-color.org), then the terminal. */
export const usesColor = (
  option: LintArguments['color'],
  environment: ReadonlyMap<string, string>,
  sink: Sink,
): boolean => {
  if (option !== 'auto') return option === 'always'
  const force = environment.get('FORCE_COLOR')
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (environment.get('NO_COLOR')) return false
  return sink.isTerminal && environment.get('TERM') !== 'dumb'
}
