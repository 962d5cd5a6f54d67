import type { Options } from 'yargs'
import { formats } from '../report/reporter.js'
import { thresholds } from './exit-code.js'

/** What can be written: reports, and the patches alone. */
export const outputFormats = [...formats, 'patch'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** Which patches `--fix` applies; `unsafe` means all. */
export const safeties = ['safe', 'unsafe'] as const

export const colors = ['auto', 'always', 'never'] as const

/** A single value; a second one is a mistake. */
const value = (describe: string, rest: Options = {}): Options => ({
  ...rest,
  string: true,
  requiresArg: true,
  describe,
})
const flag = (describe: string, rest: Options = {}): Options => ({ ...rest, boolean: true, describe })

/** Its value, if it has one, stands behind `=`: the path in `--fix .` is none. */
const attached = (describe: string): Options => ({ string: true, describe })

/** The options of the lint command, in the order of the help. */
export const options = {
  format: value(
    `what goes to stdout: ${outputFormats.join(', ')} (default: text, in a GitHub job with annotations on stderr)`,
  ),
  output: value('a further report to a file, F=FILE; repeatable'),
  'with-deleted': flag('also the modules that the commit being made takes files from; without paths, those alone'),
  fix: attached('apply the safe patches, --fix=unsafe all, then report what is left'),
  'dry-run': flag('of --fix, show what it would change, and write nothing'),
  only: value('rules to run, by id; repeatable, comma lists'),
  skip: value('rules to leave out, by id; repeatable, comma lists'),
  'fail-on': value(`exit with 1 from this severity on: ${thresholds.join(', ')} (default: warning)`),
  strict: flag('count what cannot be decided before the apply like a violation'),
  var: value('a variable, NAME=VALUE; repeatable'),
  'var-file': value('a file of variables; repeatable'),
  source: value('the configuration behind a plan: findings then point at its lines'),
  baseline: value('report only what is not in this file of known findings'),
  'write-baseline': flag('write the findings to the baseline: from now on they are known'),
  config: value('the config (default: .tf-das-lint.json or .tf-das-lint.yaml, from the working directory upward)'),
  'no-config': flag('read no config'),
  color: value(`${colors.join(', ')} (default: auto); also NO_COLOR, FORCE_COLOR`),
  quiet: flag('findings alone, without the closing lines', { alias: 'q' }),
  'show-suppressed': flag('list what is suppressed, too: in text, markdown, junit and SARIF'),
  stats: flag('what was read, and how long it took, on stderr'),
  help: flag('show this help', { alias: 'h' }),
  version: flag('show the version', { alias: 'V' }),
} satisfies Readonly<Record<string, Options>>

/** What `init` writes beside the config. */
const initOptions = {
  hook: flag('write .pre-commit-config.yaml, too, at the root of the repository'),
  workflow: flag('write .github/workflows/tf-das-lint.yml, too, at the root of the repository'),
} satisfies Readonly<Record<string, Options>>

/** The options of all commands, by their names. */
export const allOptions = { ...options, ...initOptions } satisfies Readonly<Record<string, Options>>
export type Option = keyof typeof allOptions

/** What a graph can be written as. */
export const graphFormats = ['mermaid', 'dot', 'json', 'svg'] as const
export type GraphFormat = (typeof graphFormats)[number]

/** What `completion` writes a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const

/** What a list of rules can be. */
export const listFormats = ['text', 'json'] as const

const { color, help, version } = options

/** Those of linting that say what is read, and from where. */
const graphOptions = {
  format: value(`what goes to stdout: ${graphFormats.join(', ')} (default: mermaid)`),
  output: value('a further graph to a file, F=FILE; repeatable'),
  var: options.var,
  'var-file': options['var-file'],
  source: options.source,
  config: options.config,
  'no-config': options['no-config'],
  color,
  quiet: flag('of what could not be read, errors alone', { alias: 'q' }),
  help,
  version,
} satisfies Readonly<Partial<Record<Option, Options>>>

/** The options of each command, by its name. */
export const commands = {
  lint: options,
  rules: { format: value(`what goes to stdout: ${listFormats.join(', ')} (default: text)`), color, help, version },
  explain: { color, help, version },
  graph: graphOptions,
  init: { ...initOptions, help, version },
  completion: { help, version },
} satisfies Readonly<Record<string, Readonly<Partial<Record<Option, Options>>>>>
export type Command = keyof typeof commands

/** Linting is what is done without the name of a command. */
export const namedCommands = ['rules', 'explain', 'graph', 'init', 'completion'] as const satisfies readonly Command[]
