import type { Fix } from '../finding.js'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { type Threshold, thresholds } from './exit-code.js'
import { Given, list, oneOf, outputs } from './given.js'
import {
  type Command,
  colors,
  type GraphFormat,
  graphFormats,
  listFormats,
  namedCommands,
  type OutputFormat,
  outputFormats,
  safeties,
  shells,
} from './options.js'
import { refuseUnknown, withFixValue, writtenOptions } from './written-options.js'

export type VariableArgument =
  | { readonly kind: 'var'; readonly text: string }
  | { readonly kind: 'var-file'; readonly path: string }

export type ConfigArgument =
  | { readonly kind: 'search' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'none' }

export interface LintArguments {
  readonly kind: 'lint'
  readonly paths: readonly string[]
  /** Whether modules that lost a file are asked about, too. */
  readonly withDeleted: boolean
  readonly format: OutputFormat
  /** Absent where the format is the one that is meant if nobody says otherwise. */
  readonly isFormatGiven?: true
  readonly outputs: readonly { readonly format: OutputFormat; readonly path: string }[]
  /** Which patches to apply; also which are written as patches. */
  readonly fix: Fix['safety'] | undefined
  readonly dryRun: boolean
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** What the config says of these two, where the command line says nothing. */
  readonly failOn: Threshold | undefined
  readonly strict: boolean | undefined
  /** In the order of the command line: the later one wins. */
  readonly variables: readonly VariableArgument[]
  readonly source: string | undefined
  readonly config: ConfigArgument
  readonly baseline: string | undefined
  readonly writeBaseline: boolean
  readonly color: (typeof colors)[number]
  readonly quiet: boolean
  readonly showSuppressed: boolean
  readonly stats: boolean
}

export interface RulesArguments {
  readonly kind: 'rules'
  readonly format: (typeof listFormats)[number]
  readonly color: LintArguments['color']
}

export interface ExplainArguments {
  readonly kind: 'explain'
  /** At least one, as written. */
  readonly ids: readonly string[]
  readonly color: LintArguments['color']
}

export interface GraphArguments {
  readonly kind: 'graph'
  readonly format: GraphFormat
  readonly outputs: readonly { readonly format: GraphFormat; readonly path: string }[]
  /** What is linted, and how: the graph shows where the findings are. */
  readonly lint: LintArguments
}

export interface InitArguments {
  readonly kind: 'init'
  readonly hook: boolean
  readonly workflow: boolean
}

export interface CompletionArguments {
  readonly kind: 'completion'
  /** `undefined`: the one that the user works in. */
  readonly shell: (typeof shells)[number] | undefined
}

export type Arguments =
  | LintArguments
  | RulesArguments
  | ExplainArguments
  | GraphArguments
  | InitArguments
  | CompletionArguments
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }

/** What the user asked for. Throws a `UserError` for what cannot be understood. */
export const parseArguments = async (argv: readonly string[], columns: number): Promise<Arguments> => {
  const { command, rest } = commandOf(argv)
  refuseUnknown(command, rest)
  const parser = await parserFor(command, rest, columns)
  const given = new Given(command, parser ? (parser.parse() as Readonly<Record<string, unknown>>) : { _: rest })
  if (parser && given.flag('help')) return { kind: 'help', text: `${await parser.getHelp()}\n` }
  if (given.flag('version')) return { kind: 'version' }
  switch (command) {
    case 'lint':
      return lintArguments(given, argv)
    case 'rules':
      return rulesArguments(given)
    case 'explain':
      return explainArguments(given)
    case 'graph':
      return graphArguments(given, argv)
    case 'init':
      return initArguments(given)
    case 'completion':
      return completionArguments(given)
    default:
      return command satisfies never
  }
}

/** The first argument that is no option names the command, or is a path. */
const commandOf = (argv: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } => {
  const options = new Set([...writtenOptions(argv)].flatMap(({ at }) => at))
  const first = argv.findIndex((_, at) => !options.has(at))
  const command = namedCommands.find((each) => each === argv[first])
  return command === undefined ? { command: 'lint', rest: argv } : { command, rest: argv.toSpliced(first, 1) }
}

const lintArguments = (given: Given, argv: readonly string[]): LintArguments => {
  const paths = given.operands()
  const withDeleted = given.flag('with-deleted')
  const lint: LintArguments = {
    kind: 'lint',
    paths: paths.length === 0 && !withDeleted ? ['.'] : paths,
    withDeleted,
    format: given.choice('format', outputFormats, 'text'),
    ...(given.has('format') && { isFormatGiven: true }),
    outputs: outputs(given.values('output'), outputFormats, `sarif=${name}.sarif`),
    fix: given.choice('fix', safeties, undefined),
    dryRun: given.flag('dry-run'),
    only: list('only', given.values('only')),
    skip: list('skip', given.values('skip')),
    failOn: given.choice('fail-on', thresholds, undefined),
    strict: given.has('strict') ? given.flag('strict') : undefined,
    variables: variables(argv),
    source: given.value('source'),
    config: configArgument(given),
    baseline: given.value('baseline'),
    writeBaseline: given.flag('write-baseline'),
    color: given.choice('color', colors, 'auto'),
    quiet: given.flag('quiet'),
    showSuppressed: given.flag('show-suppressed'),
    stats: given.flag('stats'),
  }
  refuseContradictions(lint)
  return lint
}

const refuseContradictions = ({ format, outputs, fix, dryRun, writeBaseline }: LintArguments): void => {
  const writesPatch = [format, ...outputs.map((output) => output.format)].includes('patch')
  if (dryRun && fix === undefined && format !== 'patch') {
    throw new UserError('--dry-run shows what --fix would do', `such as ${name} --fix --dry-run, or --fix=unsafe`)
  }
  if (writeBaseline && (fix !== undefined || writesPatch)) {
    throw new UserError(
      `--write-baseline and ${fix === undefined ? 'patches' : '--fix'} contradict each other: what is in the baseline is not mended`,
      'mend first, then write what is left to the baseline',
    )
  }
}

const configArgument = (given: Given): ConfigArgument => {
  const file = given.value('config')
  if (!given.flag('no-config')) return file === undefined ? { kind: 'search' } : { kind: 'file', file }
  if (file !== undefined) throw new UserError('--config and --no-config contradict each other')
  return { kind: 'none' }
}

const rulesArguments = (given: Given): RulesArguments => {
  const [path] = given.operands()
  if (path !== undefined) {
    throw new UserError(
      `${name} rules lists all rules and takes no path; not ${JSON.stringify(path)}`,
      `a directory of the name rules is linted by ${name} ./rules`,
    )
  }
  return {
    kind: 'rules',
    format: given.choice('format', listFormats, 'text'),
    color: given.choice('color', colors, 'auto'),
  }
}

const explainArguments = (given: Given): ExplainArguments => {
  const ids = given.operands()
  if (ids.length === 0) {
    throw new UserError(
      `${name} explain needs the id of a rule, such as ${name} explain missing-activity-stream`,
      `${name} rules lists them; a directory of the name explain is linted by ${name} ./explain`,
    )
  }
  return { kind: 'explain', ids, color: given.choice('color', colors, 'auto') }
}

const graphArguments = (given: Given, argv: readonly string[]): GraphArguments => {
  const paths = given.operands()
  return {
    kind: 'graph',
    format: given.choice('format', graphFormats, 'mermaid'),
    outputs: outputs(given.values('output'), graphFormats, 'svg=graph.svg'),
    lint: {
      kind: 'lint',
      paths: paths.length === 0 ? ['.'] : paths,
      withDeleted: false,
      format: 'text',
      outputs: [],
      fix: undefined,
      dryRun: false,
      only: [],
      skip: [],
      failOn: 'never',
      strict: false,
      variables: variables(argv),
      source: given.value('source'),
      config: configArgument(given),
      baseline: undefined,
      writeBaseline: false,
      color: given.choice('color', colors, 'auto'),
      quiet: given.flag('quiet'),
      showSuppressed: false,
      stats: false,
    },
  }
}

const initArguments = (given: Given): InitArguments => {
  const [path] = given.operands()
  if (path !== undefined) {
    throw new UserError(
      `${name} init writes into the working directory and takes no path; not ${JSON.stringify(path)}`,
      `a directory of the name init is linted by ${name} ./init`,
    )
  }
  return { kind: 'init', hook: given.flag('hook'), workflow: given.flag('workflow') }
}

const completionArguments = (given: Given): CompletionArguments => {
  const [shell, another] = given.operands()
  if (another !== undefined) {
    throw new UserError(
      `${name} completion is for one shell; not ${JSON.stringify(another)} as well`,
      `a directory of the name completion is linted by ${name} ./completion`,
    )
  }
  return { kind: 'completion', shell: shell === undefined ? undefined : oneOf('the shell', shell, shells) }
}

/** Loaded where there is something to parse: paths alone need no parser, and its loading is a good part of the time to start. */
const parserFor = async (command: Command, argv: readonly string[], columns: number) => {
  if (!argv.some((argument) => argument.startsWith('-') && argument !== '-')) return undefined
  const { createParser } = await import('./parser.js')
  return createParser(command, withFixValue(argv), columns)
}

/** The parser keeps the order within an option, Terraform's precedence needs the one among both. */
const variables = (argv: readonly string[]): readonly VariableArgument[] => {
  const result: VariableArgument[] = []
  for (const { option, value = '' } of writtenOptions(argv)) {
    if (option === '--var-file') result.push({ kind: 'var-file', path: value })
    if (option !== '--var') continue
    if (!/^[^=]+=/.test(value)) throw new UserError(`--var is NAME=VALUE; not ${JSON.stringify(value)}`)
    result.push({ kind: 'var', text: value })
  }
  return result
}
