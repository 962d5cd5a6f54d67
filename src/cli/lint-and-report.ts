import { baselineOf, baselineText, withBaseline } from '../lint/baseline.js'
import { name } from '../project.js'
import { visible } from '../report/control-characters.js'
import { loadReporter } from '../report/load-reporter.js'
import { count } from '../report/plural.js'
import { maskedIn } from '../report/redact.js'
import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import { UserError } from '../source/diagnostic.js'
import { repositoryPath, repositoryRoot } from '../source/repository.js'
import type { LintArguments } from './arguments.js'
import { category } from './category.js'
import { usesColor } from './color.js'
import { COLUMNS, columnsOf } from './columns.js'
import type { Engine } from './engine.js'
import { type ExitCode, exitCode } from './exit-code.js'
import { githubJob } from './github-job.js'
import { invocation } from './invocation.js'
import type { Io } from './io.js'
import { linted, outcomeOf, writes } from './linted.js'
import { refuseMistakenCommand } from './mistaken-command.js'
import type { OutputFormat } from './options.js'
import type { Outcome, Patches } from './outcome.js'
import { statsText } from './stats-text.js'
import { tellDiagnostics, tellMistake } from './telling.js'

/** The default command. */
export const lintAndReport = async (given: LintArguments, shell: Io, engine: Engine): Promise<ExitCode> => {
  const job = await githubJob(given, shell)
  const io = job?.io ?? shell
  refuseMistakenCommand(given.paths, io.fileSystem)
  const modules = given.withDeleted ? await (await import('./with-deleted.js')).bereftDirectories(io) : []
  if (asksForNothing(given, modules)) return 0
  const result = await linted(given, io, engine, { modules })
  if (result.kind === 'wrong') {
    await tellDiagnostics(result.diagnostics, { isOwn: true }, given, io)
    return 2
  }
  const { outcome, exit, baselineFile } = result
  const { judged, patches } = outcome
  await tellDiagnostics(judged.diagnostics, { masked: maskedIn(judged) }, given, io)
  const told = given.writeBaseline ? outcomeOf(await writeBaseline(judged, baselineFile, given, io)) : outcome
  const options = {
    ...reportOptions(given, io),
    ...(patches?.applied && { applied: patches.applied }),
    ...(writes('sarif', given) ? { pages: await engine.pages() } : {}),
  }
  if (patches?.isTrial) await showDiff(patches, given, io)
  const color = usesColor(given.color, io.environment, io.stdout)
  await io.stdout.write(await written(given.format, told, { ...options, color }))
  await job?.annotate(told.report, options)
  const unwritten = await writeOutputs(given, told, options, io)
  if (patches) await tellMending(patches, given, io)
  for (const error of unwritten) await tellMistake(error, io)
  if (given.stats) await io.stderr.write(statsText(told.report.stats))
  return unwritten.length > 0 ? 2 : exitCode(told.judged, exit)
}

/** Nothing is deleted, and no path is given: whoever reads a report of it is not a person. */
const asksForNothing = ({ paths, format, outputs }: LintArguments, modules: readonly string[]): boolean =>
  paths.length + modules.length + outputs.length === 0 && format === 'text'

/** Writes the further reports; returns what is wrong with those that could not be written. */
const writeOutputs = async (
  { outputs }: LintArguments,
  outcome: Outcome,
  options: Omit<ReportOptions, 'color'>,
  io: Io,
): Promise<readonly UserError[]> => {
  const unwritten: UserError[] = []
  for (const { format, path } of outputs) {
    const text = await written(format, outcome, { ...options, color: false, columns: COLUMNS })
    try {
      io.writeFile(path, text)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unwritten.push(error)
    }
  }
  return unwritten
}

/** What is coloured is for people. */
const written = async (format: OutputFormat, { report, patches }: Outcome, options: ReportOptions): Promise<string> => {
  if (format === 'patch') return (options.color ? patches?.shown(true) : patches?.diff()) ?? ''
  const reporter = await loadReporter(format)
  return reporter(report, options)
}

/** Before a report for people; beside one for programs. */
const showDiff = async (patches: Patches, { format, color }: LintArguments, io: Io): Promise<void> => {
  const sink = format === 'text' ? io.stdout : io.stderr
  const diff = patches.shown(usesColor(color, io.environment, sink))
  if (diff !== '') await sink.write(`${diff}\n`)
}

const tellMending = async (patches: Patches, given: LintArguments, { stderr }: Io): Promise<void> => {
  const outside = writes('patch', given) ? patches.outside() : []
  const lines = [...outside, ...(given.quiet ? [] : patches.summary)]
  for (const line of lines) await stderr.write(`${name}: ${visible(line)}\n`)
}

/** Makes what was found the baseline; what is reported then is what that leaves. */
const writeBaseline = async (found: Report, file: string, { quiet }: LintArguments, io: Io): Promise<Report> => {
  if (found.diagnostics.some(({ severity }) => severity === 'error')) {
    await tellMistake(new UserError('no baseline is written: some of the input could not be read'), io)
    return found
  }
  io.writeFile(file, baselineText(found.findings))
  if (!quiet) await io.stderr.write(`${name}: wrote ${count(found.findings.length, 'finding')} to ${visible(file)}\n`)
  return withBaseline(found, baselineOf(file, found.findings))
}

const reportOptions = (given: LintArguments, { fileSystem, stdout, environment }: Io): Omit<ReportOptions, 'color'> => {
  const root = repositoryRoot(fileSystem)
  const known = (path: string): string => repositoryPath(root, fileSystem.cwd, path)
  return {
    columns: columnsOf(stdout),
    quiet: given.quiet,
    showSuppressed: given.showSuppressed,
    command: invocation(environment),
    category: category(given.paths.map(known)),
    repositoryPath: known,
  }
}
