import { type Threshold, thresholds } from '../cli/exit-code.js'
import { UserError } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'

/** What action.yml lists, read. What is `undefined` is left to the config, or to the default. */
export interface Inputs {
  /** As written; never empty. */
  readonly paths: readonly string[]
  readonly plans: readonly string[]
  readonly source: string | undefined
  readonly config: string | undefined
  readonly failOn: Threshold | undefined
  readonly strict: boolean | undefined
  readonly fixSuggestions: boolean
  readonly sarif: SarifInput
  readonly summary: boolean
  readonly annotations: boolean
  readonly onlyChanged: boolean
  readonly baseline: string | undefined
  readonly token: string | undefined
  readonly workingDirectory: string
}

export type SarifInput =
  | { readonly kind: 'temporary' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none' }

/** The names in action.yml. */
export const inputNames = [
  'paths',
  'plan',
  'source',
  'config',
  'fail-on',
  'strict',
  'fix-suggestions',
  'sarif-file',
  'summary',
  'annotations',
  'only-changed',
  'baseline',
  'token',
  'working-directory',
] as const
export type InputName = (typeof inputNames)[number]

/** The text of an input without the blanks around it; empty where it is not given. */
export type Given = (name: InputName) => string

/** Throws a `UserError` for a value that cannot be understood. */
export const inputsOf = (given: Given): Inputs => {
  const paths = lines(given('paths'))
  const plans = lines(given('plan'))
  refuseStandardInput('paths', paths)
  refuseStandardInput('plan', plans)
  return {
    paths: paths.length + plans.length === 0 ? ['.'] : paths,
    plans,
    source: value(given, 'source'),
    config: value(given, 'config'),
    failOn: failOn(given),
    strict: flag(given, 'strict'),
    fixSuggestions: flag(given, 'fix-suggestions') ?? false,
    sarif: sarif(given),
    summary: flag(given, 'summary') ?? true,
    annotations: flag(given, 'annotations') ?? true,
    onlyChanged: flag(given, 'only-changed') ?? false,
    baseline: value(given, 'baseline'),
    token: value(given, 'token'),
    workingDirectory: value(given, 'working-directory') ?? '.',
  }
}

const lines = (text: string): readonly string[] => text.split(/\r?\n/).flatMap((line) => line.trim() || [])

/** Nobody writes to that of a step: it would be read as an empty document. */
const refuseStandardInput = (name: InputName, paths: readonly string[]): void => {
  if (paths.includes('-')) {
    throw new UserError(
      `the input ${name} has the path -, and a step has no standard input`,
      'write it to a file first',
    )
  }
}

const value = (given: Given, name: InputName): string | undefined => {
  const text = given(name)
  if (/[\r\n]/.test(text)) throw new UserError(`the input ${name} has several lines, and takes one`)
  return text === '' ? undefined : text
}

const failOn = (given: Given): Threshold | undefined => {
  const text = value(given, 'fail-on')
  const found = thresholds.find((each) => each === text)
  if (text === undefined || found !== undefined) return found
  throw mistake('fail-on', text, thresholds)
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/** YAML hands over `true` as it is written: `True` and `TRUE` mean the same. */
const flag = (given: Given, name: InputName): boolean | undefined => {
  const text = value(given, name)
  const meant = text === undefined ? undefined : FLAGS.get(text.toLowerCase())
  if (text !== undefined && meant === undefined) throw mistake(name, text, [...FLAGS.keys()])
  return meant
}

const sarif = (given: Given): SarifInput => {
  const path = value(given, 'sarif-file')
  const isWanted = path === undefined || FLAGS.get(path.toLowerCase())
  if (isWanted === true) return { kind: 'temporary' }
  return isWanted === false || path === undefined ? { kind: 'none' } : { kind: 'file', path }
}

const mistake = (name: InputName, text: string, allowed: readonly string[]): UserError => {
  const choice = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
  return new UserError(`the input ${name} is ${choice}; not ${JSON.stringify(text)}`, didYouMean(text, allowed))
}
