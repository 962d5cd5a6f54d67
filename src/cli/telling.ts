import { name } from '../project.js'
import { visible } from '../report/control-characters.js'
import { type DiagnosticsOptions, diagnosticsText } from '../report/diagnostics.js'
import type { Report } from '../report/report.js'
import type { UserError } from '../source/diagnostic.js'
import type { LintArguments } from './arguments.js'
import { usesColor } from './color.js'
import { columnsOf } from './columns.js'
import type { Io } from './io.js'

/** What is wrong with the input, on stderr. */
export const tellDiagnostics = async (
  diagnostics: Report['diagnostics'],
  shown: Pick<DiagnosticsOptions, 'masked' | 'isOwn'>,
  given: Pick<LintArguments, 'quiet' | 'color'>,
  { stderr, environment }: Io,
): Promise<void> => {
  const told = diagnostics.filter(({ severity }) => severity === 'error' || !given.quiet)
  if (told.length === 0) return
  const color = usesColor(given.color, environment, stderr)
  await stderr.write(diagnosticsText(told, { color, columns: columnsOf(stderr), ...shown }))
}

/** What is wrong with the way we were called, on stderr. */
export const tellMistake = async ({ message, hint }: UserError, { stderr }: Io): Promise<void> =>
  stderr.write(`${name}: ${[message, ...(hint === undefined ? [] : [hint])].map(visible).join('\n')}\n`)
