import { formats } from '../../report/reporter.js'
import type { RuleMetadata } from '../../rule-metadata.js'
import { unusedSuppression } from '../../suppression/unused-suppression.js'
import { thresholds } from '../exit-code.js'
import {
  type Command,
  colors,
  commands,
  graphFormats,
  listFormats,
  namedCommands,
  type Option,
  outputFormats,
  safeties,
  shells,
} from '../options.js'

/** What can stand as the value of an option, or as an operand. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'rule' }
  /** Separated by commas. */
  | { readonly kind: 'rules' }
  /** `FORMAT=FILE` */
  | { readonly kind: 'report'; readonly formats: readonly string[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'directory' }
  /** What nobody but the user knows. */
  | { readonly kind: 'text' }
  | { readonly kind: 'none' }

export interface CompletedOption {
  /** Without its dashes. */
  readonly name: string
  readonly letter: string | undefined
  readonly describe: string
  /** `none` for a flag. */
  readonly value: Value
  /** Its value may be absent, and stands behind `=` where it is not. */
  readonly isAttached: boolean
}

export interface CompletedCommand {
  readonly name: Command
  readonly options: readonly CompletedOption[]
  /** What stands beside the options. */
  readonly operand: Value
}

/** All that can be completed. */
export interface CommandLine {
  readonly commands: readonly CompletedCommand[]
  /** What the named ones do, by their names. */
  readonly summaries: ReadonlyMap<string, string>
  readonly rules: readonly Pick<RuleMetadata, 'id' | 'title'>[]
}

const words = (of: readonly string[]): Value => ({ kind: 'words', words: of })
const FILE: Value = { kind: 'file' }

/** What goes to stdout. */
const formatsOf: Readonly<Partial<Record<Command, readonly string[]>>> = {
  lint: outputFormats,
  rules: listFormats,
  graph: graphFormats,
}

const values: Readonly<Partial<Record<Option, Value>>> = {
  fix: words(safeties),
  only: { kind: 'rules' },
  skip: { kind: 'rules' },
  'fail-on': words(thresholds),
  var: { kind: 'text' },
  'var-file': FILE,
  source: { kind: 'directory' },
  baseline: FILE,
  config: FILE,
  color: words(colors),
}

const operands: Readonly<Record<Command, Value>> = {
  lint: FILE,
  rules: { kind: 'none' },
  explain: { kind: 'rule' },
  graph: FILE,
  init: { kind: 'none' },
  completion: words(shells),
}

const summaries: Readonly<Record<(typeof namedCommands)[number], string>> = {
  rules: 'list the rules',
  explain: 'show the page of a rule',
  graph: 'draw the graph around each Aurora cluster',
  init: 'write a config, and on request a hook and a workflow',
  completion: 'print what completes all this in a shell',
}

/** What `options.ts` says, with what the values can be. */
export const commandLine = (rules: CommandLine['rules']): CommandLine => ({
  commands: (['lint', ...namedCommands] as const).map((name) => ({
    name,
    options: Object.entries(commands[name]).map(([option, described]) => completed(name, option as Option, described)),
    operand: operands[name],
  })),
  summaries: new Map(Object.entries(summaries)),
  rules: [...rules, unusedSuppression],
})

const completed = (
  command: Command,
  name: Option,
  { alias, boolean, requiresArg, describe }: (typeof commands)['lint']['help'],
): CompletedOption => ({
  name,
  letter: typeof alias === 'string' ? alias : undefined,
  describe: describe ?? '',
  value: boolean === true ? { kind: 'none' } : valueFor(name, formatsOf[command] ?? formats),
  isAttached: boolean !== true && requiresArg !== true,
})

/** An option that takes a value of which nothing is known takes any text. */
const valueFor = (name: Option, formats: readonly string[]): Value => {
  if (name === 'format') return words(formats)
  return name === 'output' ? { kind: 'report', formats } : (values[name] ?? { kind: 'text' })
}

/** With their dashes: those that take the next argument for their value, in whichever command. */
export const takingValues = ({ commands }: CommandLine): readonly string[] => {
  const taking = commands.flatMap(({ options }) =>
    options.filter(({ value, isAttached }) => value.kind !== 'none' && !isAttached).map(({ name }) => `--${name}`),
  )
  return [...new Set(taking)]
}
