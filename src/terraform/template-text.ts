import { parseEmbeddedExpression } from '../hcl/index.js'
import { SourceFile } from '../source/source-file.js'
import type { Evaluator } from './evaluator.js'
import { evaluate } from './expressions.js'
import type { ModuleInstance } from './module-instance.js'
import type { Value } from './value.js'
import { failure, known, reasons, resolve, text as textOf, unknown } from './values.js'

/** What `templatefile` and `templatestring` make of a template: its text is that of a heredoc, its names are the variables alone. */
export const renderTemplate = (evaluator: Evaluator, text: string, variables: Value, module: ModuleInstance): Value => {
  const names = resolve(variables)
  if (names.kind !== 'mapping')
    return names.kind === 'known' ? failure('the template has no variables') : unknown(reasons(names))
  const opening = `<<${delimiter(text)}\n`
  const source = new SourceFile('template', `${opening}${text}\n${delimiter(text)}\n`)
  const { expression, diagnostics } = parseEmbeddedExpression(source, { start: 0, end: source.text.length })
  if (diagnostics.length > 0) return failure('the template cannot be read')
  const holder = { name: 'template', owner: 'outside', expression } as const
  return withoutLastNewline(evaluate(evaluator, expression, { module, holder, bound: names.entries }))
}

const delimiter = (text: string): string => {
  let word = 'TEMPLATE'
  while (text.includes(word)) word += '_'
  return word
}

/** The one that a heredoc needs before its end. */
const withoutLastNewline = (value: Value): Value => {
  if (value.kind === 'known' && typeof value.value === 'string') return known(value.value.replace(/\n$/, ''))
  if (value.kind !== 'text') return value
  const last = value.parts.at(-1)
  return typeof last === 'string' ? textOf([...value.parts.slice(0, -1), last.replace(/\n$/, '')]) : value
}
