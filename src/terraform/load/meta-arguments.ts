/** Terraform's own arguments: those that name things instead of giving values. */
import { parseEmbeddedExpression } from '../../hcl/index.js'
import type { Expression } from '../../hcl/syntax.js'
import type { Argument, Content, Lifecycle } from '../configuration.js'
import { isWritten, nameIn } from './content.js'

/** The entries of a `depends_on`, an argument each; quoted ones (Terraform 0.11's form, and JSON's) as the traversals they name. */
export const dependsOn = ({ arguments: given }: Content): readonly Argument[] => {
  const list = given.get('depends_on')
  if (list?.expression.kind !== 'tuple') return []
  return list.expression.items.map((item): Argument => {
    const expression = unquoted(item, list.written)
    const written = list.written && { ...list.written, span: item.span, expressionSpan: item.span }
    return { name: list.name, owner: list.owner, expression, ...(written && { written }) }
  })
}

/** `aws.west`, bare or quoted; of OpenTofu's `aws.by_region[each.key]` no more than that it is no configuration by itself. */
export const providerReference = (
  expression: Argument['expression'],
  written: Argument['written'],
): string | undefined => {
  if (!isWritten(expression)) return undefined
  const traversal = unquoted(expression, written)
  const name = nameIn(traversal)
  if (name !== undefined) return name
  if (traversal.kind !== 'access' || traversal.source.kind !== 'variable') return undefined
  const names = traversal.steps.map((step) => (step.kind === 'attribute' ? step.name : '[]'))
  return [traversal.source.name, ...names].join('.')
}

/** The `providers` of a call: the called module's names to the caller's. */
export const providersOf = ({ arguments: given }: Content): ReadonlyMap<string, string> => {
  const providers = new Map<string, string>()
  const { expression, written } = given.get('providers') ?? {}
  if (expression?.kind !== 'object') return providers
  for (const { key, value } of expression.items) {
    const inner = providerReference(key.kind === 'parentheses' ? key.inner : key, written)
    const outer = providerReference(value, written)
    if (inner !== undefined && outer !== undefined) providers.set(inner, outer)
  }
  return providers
}

export const lifecycleOf = ({ blocks }: Content): Lifecycle | undefined => {
  const lifecycle = blocks.find(({ type }) => type === 'lifecycle')
  return lifecycle && { ignoreChanges: ignoreChanges(lifecycle.content), content: lifecycle.content }
}

const ignoreChanges = ({ arguments: given }: Content): Lifecycle['ignoreChanges'] => {
  const { expression, written } = given.get('ignore_changes') ?? {}
  if (!expression) return []
  if (nameIn(expression) === 'all') return 'all'
  if (expression.kind !== 'tuple') return []
  const names = expression.items.flatMap((item) => rootName(unquoted(item, written)) ?? [])
  // `["*"]` is how Terraform 0.11 wrote `all`.
  return expression.items.some((item) => nameIn(item) === '*') ? 'all' : names
}

const rootName = (expression: Expression): string | undefined => {
  if (expression.kind === 'access') return rootName(expression.source)
  return nameIn(expression)
}

/**
 * What a string stands for where Terraform wants a reference or a type and also takes it quoted (0.11's form, and JSON's), at
 * the same place; anything else as it is.
 */
export const unquoted = (expression: Expression, written: Argument['written']): Expression => {
  if (expression.kind === 'template') {
    const [part, ...more] = expression.parts
    return part?.kind === 'interpolation' && more.length === 0 ? part.expression : expression
  }
  if (expression.kind !== 'literal' || expression.style !== 'quoted' || !written) return expression
  const within = { start: expression.span.start + 1, end: expression.span.end - 1 }
  if (written.source.slice(within) !== expression.value) return expression
  const { expression: named, diagnostics } = parseEmbeddedExpression(written.source, within)
  return diagnostics.length === 0 ? named : expression
}
