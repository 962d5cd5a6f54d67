import { normalize } from 'node:path'
import type { Options } from 'yargs'
import type { Fix } from '../finding.js'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'
import { type Threshold, thresholds } from './exit-code.js'
import {
  allOptions,
  type Command,
  colors,
  commands,
  type GraphFormat,
  graphFormats,
  listFormats,
  namedCommands,
  type Option,
  type OutputFormat,
  outputFormats,
  safeties,
  shells,
} from './options.js'

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

/** `--fix` alone means `--fix=safe`; the parser would take the next argument for its value. */
const withFixValue = (argv: readonly string[]): readonly string[] => {
  const bare = [...writtenOptions(argv)].flatMap(({ option, value, at }) =>
    option === '--fix' && value === undefined ? at : [],
  )
  return argv.map((argument, at) => (bare.includes(at) ? `--fix=${safeties[0]}` : argument))
}

/** The parser's result, read with the checks that it does not make. */
class Given {
  readonly #command: Command
  readonly #parsed: Readonly<Record<string, unknown>>

  constructor(command: Command, parsed: Readonly<Record<string, unknown>>) {
    this.#command = command
    this.#parsed = parsed
  }

  /** All that is no option: paths, or ids of rules. */
  operands(): readonly string[] {
    return [this.#parsed._, this.#parsed['--']].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  }

  has(option: Option): boolean {
    return this.#parsed[option] !== undefined
  }

  flag(option: Option): boolean {
    const value = this.#parsed[option]
    return Array.isArray(value) ? value.at(-1) === true : value === true
  }

  values(option: Option): readonly string[] {
    const value = this.#parsed[option]
    const values = value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
    if (values.includes('')) throw new UserError(`--${option} needs a value`)
    return values
  }

  value(option: Option): string | undefined {
    const values = this.values(option)
    if (values.length > 1) throw new UserError(`--${option} is given more than once`)
    return values[0]
  }

  choice<const T extends string, const F extends T | undefined>(
    option: Option,
    allowed: readonly T[],
    fallback: F,
  ): T | F {
    const value = this.value(option)
    const subject = this.#command === 'lint' ? `--${option}` : `--${option} of ${name} ${this.#command}`
    return value === undefined ? fallback : oneOf(subject, value, allowed)
  }
}

const oneOf = <const T extends string>(subject: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw new UserError(`${subject} is ${allowed.join(', ')}; not ${JSON.stringify(value)}`, didYouMean(value, allowed))
}

/** The ids of one option; one that names none is a mistake, or `--only ""` from an empty variable would mean all rules. */
const list = (option: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => {
    const items = value.split(',').flatMap((item) => item.trim() || [])
    if (items.length === 0) throw new UserError(`--${option} needs a value`)
    return items
  })

const outputs = <const T extends string>(
  values: readonly string[],
  formats: readonly T[],
  example: string,
): readonly { readonly format: T; readonly path: string }[] => {
  const paths = new Set<string>()
  return values.map((value) => {
    const [, format, path] = /^([^=]*)=(.+)$/s.exec(value) ?? []
    if (format === undefined || path === undefined) {
      throw new UserError(`--output is FORMAT=FILE; not ${JSON.stringify(value)}`, `such as --output ${example}`)
    }
    if (paths.has(normalize(path))) throw new UserError(`two reports go to ${path}`)
    paths.add(normalize(path))
    return { format: oneOf("--output's format", format, formats), path }
  })
}

/** An option as it stands on the command line. */
interface Written {
  /** With its dashes. */
  readonly option: string
  /** Behind `=`, or the next argument where the option takes one. */
  readonly value: string | undefined
  /** The indexes of what it consists of. */
  readonly at: readonly number[]
}

/** The options in the order of the command line, whatever the parser makes of them. */
function* writtenOptions(argv: readonly string[]): Generator<Written> {
  for (let at = 0; at < argv.length && argv[at] !== '--'; at += 1) {
    const [, option, attached] = /^(--[^=]+|-[^-=]+)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? []
    if (option === undefined) continue
    const separate = attached === undefined && takesValue(option)
    yield { option, value: separate ? argv[at + 1] : attached, at: separate ? [at, at + 1] : [at] }
    if (separate) at += 1
  }
}

const takesValue = (option: string): boolean =>
  Object.entries<Options>(allOptions).some(([name, { requiresArg }]) => option === `--${name}` && requiresArg === true)

const isFlag = (option: string): boolean =>
  Object.entries<Options>(allOptions).some(([name, { boolean, alias }]) => {
    const isNamed = option === `--${name}` || (typeof alias === 'string' && option === `-${alias}`)
    return isNamed && boolean === true
  })

/** Not left to the parser, which knows no nearest name, and trips over names such as `--constructor`. */
const refuseUnknown = (command: Command, argv: readonly string[]): void => {
  const ours: Readonly<Record<string, Options>> = commands[command]
  const known = Object.keys(ours).map((option) => `--${option}`)
  const letters = Object.values(ours).flatMap(({ alias }) => (typeof alias === 'string' ? [alias] : []))
  const program = command === 'lint' ? name : `${name} ${command}`
  for (const { option, value } of writtenOptions(argv)) {
    if (value !== undefined && !['true', 'false'].includes(value) && isFlag(option)) {
      throw new UserError(`${option} takes no value; not ${JSON.stringify(value)}`)
    }
    const fine = option.startsWith('--')
      ? known.includes(option)
      : [...option.slice(1)].every((letter) => letters.includes(letter))
    if (fine) continue
    const meant = didYouMean(option.replace(/^-+/, '--'), known)
    throw new UserError(
      `unknown option ${option}${command === 'lint' ? '' : ` of ${program}`}`,
      meant ?? `${program} --help lists the options`,
    )
  }
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
