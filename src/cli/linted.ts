import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { LintArguments } from './arguments.js'
import type { Engine } from './engine.js'
import type { ExitOptions } from './exit-code.js'
import type { Io } from './io.js'
import type { OutputFormat } from './options.js'
import type { Outcome } from './outcome.js'
import { settingsOf } from './settings.js'

export type Linted =
  /** The config or the baseline: nothing was linted. */
  | { readonly kind: 'wrong'; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: 'linted'
      readonly outcome: Outcome
      readonly exit: ExitOptions
      /** What `--write-baseline` writes. */
      readonly baselineFile: string
    }

/** Lints as the command line and the config say, and mends where that is asked for; reports nothing. */
export const linted = async (
  given: LintArguments,
  io: Io,
  engine: Engine,
  further: Partial<LintOptions> = {},
): Promise<Linted> => {
  const settings = await settingsOf(given, io.fileSystem)
  if (settings.kind === 'wrong') return settings
  const { lint: configured, baselineFile, ...exit } = settings.value
  const asked: LintOptions = {
    paths: given.paths,
    fileSystem: io.fileSystem,
    environment: io.environment,
    variables: given.variables,
    ...(given.source === undefined ? {} : { source: given.source }),
    only: given.only,
    skip: given.skip,
    ...configured,
    standardInput: io.standardInput,
    ...further,
  }
  const outcome = asksForPatches(given)
    ? await (await import('./mending.js')).mend(given, asked, io, engine)
    : outcomeOf(await engine.lint(asked))
  return { kind: 'linted', outcome, exit, baselineFile }
}

export const outcomeOf = (report: Report): Outcome => ({ report, judged: report })

/** Whether a report in the format goes anywhere. */
export const writes = (wanted: OutputFormat, { format, outputs }: LintArguments): boolean =>
  [format, ...outputs.map((output) => output.format)].includes(wanted)

const asksForPatches = (given: LintArguments): boolean => given.fix !== undefined || writes('patch', given)
