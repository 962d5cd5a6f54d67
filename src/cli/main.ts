import { baselineOf, baselineText, withBaseline } from '../lint/baseline.js'
import type { LintOptions } from '../lint/options.js'
import { issuesUrl, name, version } from '../project.js'
import { visible } from '../report/control-characters.js'
import { type DiagnosticsOptions, diagnosticsText } from '../report/diagnostics.js'
import { loadReporter } from '../report/load-reporter.js'
import { count } from '../report/plural.js'
import { maskedIn } from '../report/redact.js'
import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import { UserError } from '../source/diagnostic.js'
import { repositoryPath, repositoryRoot } from '../source/repository.js'
import { type LintArguments, parseArguments, type RulesArguments } from './arguments.js'
import { usesColor } from './color.js'
import type { Engine } from './engine.js'
import { type ExitCode, exitCode } from './exit-code.js'
import { explanation } from './explain.js'
import type { Io, Sink } from './io.js'
import { refuseMistakenCommand } from './mistaken-command.js'
import type { OutputFormat } from './options.js'
import type { Outcome, Patches } from './outcome.js'
import { settingsOf } from './settings.js'
import { statsText } from './stats-text.js'

/** What there is without a terminal. */
const COLUMNS = 80
/** A narrower terminal is served as if it had this many: frames need some room. */
const LEAST_COLUMNS = 40

/** The whole command: reads `argv` (without node and script), does what it says, reports. Never throws. */
export const main = async (argv: readonly string[], io: Io, engine: Engine): Promise<ExitCode> => {
  try {
    return await run(argv, io, engine)
  } catch (error) {
    if (error instanceof UserError) {
      await tellMistake(error, io)
      return 2
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    await io.stderr.write(
      `${visibleLines(stack)}\n\n${name} ${version} has a bug: report it with the lines above at ${issuesUrl}\n`,
    )
    return 3
  }
}

const run = async (argv: readonly string[], io: Io, engine: Engine): Promise<ExitCode> => {
  const given = await parseArguments(argv, columnsOf(io.stdout))
  switch (given.kind) {
    case 'help':
      await io.stdout.write(given.text)
      return 0
    case 'version':
      await io.stdout.write(`${version}\n`)
      return 0
    case 'lint':
      return lintAndReport(given, io, engine)
    case 'rules':
      await io.stdout.write(await ruleList(given, engine.rules, io))
      return 0
    case 'explain':
      await io.stdout.write(
        await explanation(given.ids, engine, {
          color: usesColor(given.color, io.environment, io.stdout),
          columns: columnsOf(io.stdout),
        }),
      )
      return 0
    default:
      return given satisfies never
  }
}

/** Without a terminal, a line is a rule, whatever its length. */
const ruleList = async (
  { format, color }: RulesArguments,
  rules: Engine['rules'],
  { stdout, environment }: Io,
): Promise<string> => {
  const { ruleListJson, ruleListText } = await import('../report/rule-documents.js')
  if (format === 'json') return ruleListJson(rules)
  return ruleListText(rules, {
    color: usesColor(color, environment, stdout),
    columns: stdout.columns === undefined ? Number.POSITIVE_INFINITY : columnsOf(stdout),
  })
}

const lintAndReport = async (given: LintArguments, io: Io, engine: Engine): Promise<ExitCode> => {
  refuseMistakenCommand(given.paths, io.fileSystem)
  const settings = await settingsOf(given, io.fileSystem)
  if (settings.kind === 'wrong') {
    await tellDiagnostics(settings.diagnostics, { isOwn: true }, given, io)
    return 2
  }
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
  }
  const outcome = asksForPatches(given)
    ? await (await import('./mending.js')).mend(given, asked, io, engine)
    : outcomeOf(await engine.lint(asked))
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
  const unwritten = await writeOutputs(given, told, options, io)
  if (patches) await tellMending(patches, given, io)
  for (const error of unwritten) await tellMistake(error, io)
  if (given.stats) await io.stderr.write(statsText(told.report.stats))
  return unwritten.length > 0 ? 2 : exitCode(told.judged, exit)
}

const outcomeOf = (report: Report): Outcome => ({ report, judged: report })

const asksForPatches = (given: LintArguments): boolean => given.fix !== undefined || writes('patch', given)

const writes = (wanted: OutputFormat, { format, outputs }: LintArguments): boolean =>
  [format, ...outputs.map((output) => output.format)].includes(wanted)

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
  const lines = [
    ...outside.map((path) => `${path} lies outside of the repository: its patch is left out`),
    ...(given.quiet ? [] : patches.summary),
  ]
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

const tellDiagnostics = async (
  diagnostics: Report['diagnostics'],
  shown: Pick<DiagnosticsOptions, 'masked' | 'isOwn'>,
  given: LintArguments,
  { stderr, environment }: Io,
): Promise<void> => {
  const told = diagnostics.filter(({ severity }) => severity === 'error' || !given.quiet)
  if (told.length === 0) return
  const color = usesColor(given.color, environment, stderr)
  await stderr.write(diagnosticsText(told, { color, columns: columnsOf(stderr), ...shown }))
}

const tellMistake = async ({ message, hint }: UserError, { stderr }: Io): Promise<void> =>
  stderr.write(`${name}: ${[message, ...(hint === undefined ? [] : [hint])].map(visible).join('\n')}\n`)

const reportOptions = (given: LintArguments, { fileSystem, stdout }: Io): Omit<ReportOptions, 'color'> => {
  const root = repositoryRoot(fileSystem)
  const known = (path: string): string => repositoryPath(root, fileSystem.cwd, path)
  return {
    columns: columnsOf(stdout),
    quiet: given.quiet,
    showSuppressed: given.showSuppressed,
    category: category(given.paths.map(known)),
    repositoryPath: known,
  }
}

/** Runs over different paths of one commit are different categories; one path keeps its category from commit to commit. */
const category = (paths: readonly string[]): string => {
  const told = paths.filter((path) => path !== '.').slice(0, 4)
  const rest = paths.length > 4 ? [`and-${paths.length - 4}-more`] : []
  return [name, ...told, ...rest].join('/')
}

const columnsOf = (sink: Sink): number => Math.max(sink.columns ?? COLUMNS, LEAST_COLUMNS)

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n')
