/** The values that a root module's variables get from outside, weakest source first: each later one replaces the earlier. */
import type { Expression, ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import type { FileSystem } from '../../source/file-system.js'
import { nearestName } from '../../source/nearest-name.js'
import type { Argument, Module, Variable } from '../configuration.js'
import { argumentOf } from './content.js'
import { decode } from './decode.js'
import { automaticValuesFiles } from './file-names.js'
import { parseText, parseValues } from './parse.js'
import { inDirectory } from './paths.js'
import type { SurveyedDirectory } from './survey.js'
import { reading } from './system-error.js'

/** An option of the command line, in the order given there. */
export type VariableOption =
  /** `--var NAME=VALUE` */
  | { readonly kind: 'var'; readonly text: string }
  /** `--var-file PATH`, relative to the working directory. */
  | { readonly kind: 'var-file'; readonly path: string }

export interface Outside {
  readonly environment: ReadonlyMap<string, string>
  readonly options: readonly VariableOption[]
}

export interface Given {
  readonly values: ReadonlyMap<string, Argument>
  /** Names that `--var` sets and the module does not declare. */
  readonly undeclared: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export const givenTo = (
  { variables }: Pick<Module, 'variables'>,
  directory: SurveyedDirectory,
  fileSystem: FileSystem,
  { environment, options }: Outside,
): Given => {
  const values = new Map<string, Argument>()
  const undeclared: string[] = []
  const diagnostics: Diagnostic[] = []

  const readFile = (path: string): void => {
    for (const argument of valuesIn(path, fileSystem, diagnostics)) {
      // Terraform ignores them too (with a warning at most): one file serves several root modules.
      if (variables.has(argument.name)) values.set(argument.name, argument)
    }
  }
  const setText = (name: string, text: string, from: string): boolean => {
    const variable = variables.get(name)
    if (variable) values.set(name, textArgument(variable, text, from, diagnostics))
    return variable !== undefined
  }

  for (const [name, text] of environment) {
    if (name.startsWith(environmentPrefix)) setText(name.slice(environmentPrefix.length), text, name)
  }
  for (const name of automaticValuesFiles(directory.fileNames)) readFile(inDirectory(directory.path, name))
  for (const option of options) {
    if (option.kind === 'var-file') {
      readFile(option.path)
      continue
    }
    const equals = option.text.indexOf('=')
    if (equals === -1) {
      diagnostics.push(error(`--var ${option.text} gives no value`, 'write --var NAME=VALUE'))
      continue
    }
    const name = option.text.slice(0, equals).trim()
    if (!setText(name, option.text.slice(equals + 1), `--var ${name}`)) undeclared.push(name)
  }
  return { values, undeclared, diagnostics }
}

const environmentPrefix = 'TF_VAR_'

/**
 * The mistake in a `--var` that no root module of the run declares; `undeclared` and `declared` of each of them.
 * One that only some declare is none: a run over a whole repository sets it for those.
 */
export const undeclaredVariables = (
  rootModules: readonly { readonly undeclared: readonly string[]; readonly module: Pick<Module, 'variables'> }[],
): readonly Diagnostic[] => {
  const declared = new Set(rootModules.flatMap(({ module }) => [...module.variables.keys()]))
  const nowhere = new Set(rootModules.flatMap(({ undeclared }) => undeclared).filter((name) => !declared.has(name)))
  return [...nowhere].map((name) => {
    const near = nearestName(name, [...declared])
    return error(`--var sets ${name}, which no variable block declares`, near && `did you mean ${near}?`)
  })
}

const error = (message: string, hint?: string): Diagnostic => ({
  severity: 'error',
  message,
  ...(hint !== undefined && { hint }),
})

const valuesIn = (path: string, fileSystem: FileSystem, diagnostics: Diagnostic[]): readonly Argument[] => {
  let bytes: Uint8Array
  try {
    bytes = fileSystem.read(path)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    diagnostics.push({ ...error(`${path} ${reading(cause)}`), file: path })
    return []
  }
  const source = decode(path, bytes, (diagnostic) => diagnostics.push(diagnostic))
  if (!source) return []
  const parsed = parseValues(source, path.endsWith('.json') ? 'json' : 'native')
  // A broken template in JSON is no mistake here: it is no template.
  if (parsed.syntax === 'native' || !isJson(parsed)) diagnostics.push(...parsed.diagnostics)
  return [...parsed.body.attributes.values()].map((attribute) => {
    const expression = parsed.syntax === 'json' ? withoutTemplates(attribute.expression, parsed) : attribute.expression
    return argumentOf(parsed, { ...attribute, expression }, 'values-file')
  })
}

const isJson = ({ source }: ParsedFile): boolean => {
  try {
    JSON.parse(source.text)
    return true
  } catch {
    return false
  }
}

/** In a values file of JSON syntax a string is only a string, whatever `${` it holds. */
const withoutTemplates = (expression: Expression, file: ParsedFile): Expression => {
  switch (expression.kind) {
    case 'object':
      return {
        ...expression,
        items: expression.items.map(({ key, value }) => ({
          key: withoutTemplates(key, file),
          value: withoutTemplates(value, file),
        })),
      }
    case 'tuple':
      return { ...expression, items: expression.items.map((item) => withoutTemplates(item, file)) }
    case 'literal':
      return expression
    default:
      return stringAt(expression, file)
  }
}

const stringAt = ({ span }: Expression, { source }: ParsedFile): Expression => {
  try {
    const value: unknown = JSON.parse(source.slice(span))
    if (typeof value === 'string') return { kind: 'literal', value, style: 'quoted', span }
  } catch {
    // Whatever it is, it is no value.
  }
  return { kind: 'invalid', span }
}

/** Text is the value itself for a variable of primitive type or none, else an expression that says it. */
const textArgument = (variable: Variable, text: string, from: string, diagnostics: Diagnostic[]): Argument => {
  const { name } = variable
  if (takesText(variable)) return { name, owner: 'outside', expression: { kind: 'constant', value: text } }
  const expression = parseText(from, text)
  if (expression) return { name, owner: 'outside', expression }
  diagnostics.push(error(`${from} is no valid expression, which the type of var.${name} asks for`))
  return { name, owner: 'outside', expression: { kind: 'invalid', span: { start: 0, end: 0 } } }
}

const takesText = ({ type }: Variable): boolean => {
  if (!type) return true
  const keyword = type.kind === 'variable' ? type.name : type.kind === 'literal' ? type.value : undefined
  return keyword === 'string' || keyword === 'number' || keyword === 'bool'
}
