/** What to change so that a condition comes out otherwise: by whom it is decided, in the end. */
import type { SourceFile } from '../../source/source-file.js'
import type { Span } from '../../source/span.js'
import type { Argument, Expression } from '../../terraform/configuration.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Value } from '../../terraform/value.js'
import { isKnown, resolve } from '../../terraform/values.js'

/** As it was written. */
type SourceExpression = Exclude<Expression, { readonly kind: 'constant' | 'references' }>

/** A place where a literal decides, or an input that the call of a module leaves out. */
export type Decision =
  | {
      readonly kind: 'literal'
      readonly place: { readonly source: SourceFile; readonly span: Span }
      readonly value: boolean | number
      /** The variable or local value that it is the value of. */
      readonly holder?: { readonly module: ModuleInstance; readonly kind: 'var' | 'local'; readonly name: string }
    }
  | {
      readonly kind: 'input'
      /** The called module. */
      readonly module: ModuleInstance
      readonly name: string
      readonly attribute?: string
      /** `given` for an input that is only not to be null or empty. */
      readonly value: boolean | 'given'
    }

export type LiteralDecision = Decision & { readonly kind: 'literal' }
export type InputDecision = Decision & { readonly kind: 'input' }

/** All that has to be decided otherwise; `undefined` where that is not one thing, or nobody can write it. */
export type Decisions = readonly Decision[] | undefined

interface Scope {
  readonly evaluator: Evaluator
  readonly module: ModuleInstance
}

/** So that a `count`, a `for_each` or an `enabled` makes an instance. */
export const toExist = (argument: Argument, scope: Scope): Decisions => {
  const { name, expression } = argument
  if (!isSource(expression)) return undefined
  if (expression.kind === 'literal') return byArgument(argument, name === 'count' ? 1 : true, scope)
  return name === 'enabled' ? toBe(expression, true, scope) : toHave(expression, name, scope)
}

const isSource = (expression: Expression): expression is SourceExpression =>
  expression.kind !== 'constant' && expression.kind !== 'references'

const worthOf = (expression: SourceExpression, { evaluator, module }: Scope): Value =>
  resolve(evaluator.argument({ name: 'condition', owner: 'outside', expression }, module))

/** A `count` or `for_each` that depends on a condition. */
const toHave = (expression: SourceExpression, name: string, scope: Scope): Decisions => {
  switch (expression.kind) {
    case 'parentheses':
      return toHave(expression.inner, name, scope)
    case 'template':
      return interpolated(expression, (inner) => toHave(inner, name, scope))
    case 'conditional': {
      const makes = [expression.then, expression.otherwise].map((arm) => !isNone(worthOf(arm, scope)))
      const [then, otherwise] = makes
      return then === otherwise ? undefined : toBe(expression.condition, then === true, scope)
    }
    default:
      return name === 'count' ? toBe(expression, 1, scope) : undefined
  }
}

const isNone = (value: Value): boolean =>
  isKnown(value, 0) ||
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'mapping' && value.entries.size === 0)

/** So that it is worth that; nothing is to be done where it is, and where nobody knows, something else turns it off. */
const toBe = (expression: SourceExpression, wanted: boolean | 1, scope: Scope): Decisions => {
  const worth = worthOf(expression, scope)
  if (worth.sensitive) return undefined
  if (isKnown(worth, wanted) || worth.kind === 'unknown' || worth.kind === 'choice') return []
  switch (expression.kind) {
    case 'parentheses':
      return toBe(expression.inner, wanted, scope)
    case 'template':
      return interpolated(expression, (inner) => toBe(inner, wanted, scope))
    case 'access':
      return byReference(expression, wanted, scope)
    case 'unary':
      return expression.operator === '!' && wanted !== 1 ? toBe(expression.operand, !wanted, scope) : undefined
    case 'binary':
      return wanted === 1 ? undefined : byOperator(expression, wanted, scope)
    default:
      return undefined
  }
}

/** In JSON syntax an expression stands in quotes. */
const interpolated = (
  { parts }: SourceExpression & { kind: 'template' },
  decide: (inner: SourceExpression) => Decisions,
): Decisions => {
  const [only, ...others] = parts
  return only?.kind === 'interpolation' && others.length === 0 ? decide(only.expression) : undefined
}

const byOperator = (
  { operator, left, right }: SourceExpression & { kind: 'binary' },
  wanted: boolean,
  scope: Scope,
): Decisions => {
  switch (operator) {
    case '&&':
      return wanted ? both(toBe(left, true, scope), toBe(right, true, scope)) : undefined
    case '||':
      return wanted ? undefined : both(toBe(left, false, scope), toBe(right, false, scope))
    case '==':
    case '!=':
      return byComparison(left, right, (operator === '==') === wanted, scope)
    default:
      return undefined
  }
}

const both = (one: Decisions, other: Decisions): Decisions => (one && other ? [...one, ...other] : undefined)

/** With `true`, `false`, `null` or nothing at all. */
const byComparison = (left: SourceExpression, right: SourceExpression, isEqual: boolean, scope: Scope): Decisions => {
  if (right.kind !== 'literal') return undefined
  const { value } = right
  if (typeof value === 'boolean') return toBe(left, value === isEqual, scope)
  if (isEqual || (value !== null && value !== '')) return undefined
  const input = inputOf(left, scope)
  return input && [{ kind: 'input', ...input, value: 'given' }]
}

const byReference = (
  expression: SourceExpression & { kind: 'access' },
  wanted: boolean | 1,
  { evaluator, module }: Scope,
): Decisions => {
  const [first, ...others] = expression.steps
  if (expression.source.kind !== 'variable' || first?.kind !== 'attribute' || others.length > 0) return undefined
  const { name } = first
  if (expression.source.name === 'local') {
    const local = module.module.locals?.get(name)
    return heldBy(local && byArgument(local.argument, wanted, { evaluator, module }), { module, kind: 'local', name })
  }
  if (expression.source.name !== 'var') return undefined
  const { parent } = module
  const given = parent ? parent.call.content.arguments.get(name) : evaluator.root.given.get(name)
  if (parent && given) return byArgument(given, wanted, { evaluator, module: parent.instance })
  // A default is what holds for all who do not care; who cares says so in the call.
  if (parent) return wanted === 1 ? undefined : [{ kind: 'input', module, name, value: wanted }]
  const argument = given ?? module.module.variables.get(name)?.default
  return heldBy(argument && byArgument(argument, wanted, { evaluator, module }), { module, kind: 'var', name })
}

/** Of several on the way the one that the literal stands in. */
const heldBy = (
  decisions: Decisions,
  holder: NonNullable<(Decision & { readonly kind: 'literal' })['holder']>,
): Decisions => decisions?.map((one) => (one.kind === 'literal' ? { holder, ...one } : one))

const byArgument = ({ expression, written }: Argument, wanted: boolean | 1, scope: Scope): Decisions => {
  if (!isSource(expression)) return undefined
  if (expression.kind !== 'literal') return toBe(expression, wanted, scope)
  const isOpposite = wanted === 1 ? expression.value === 0 : expression.value === !wanted
  if (!written || !isOpposite) return undefined
  return [{ kind: 'literal', place: { source: written.source, span: written.expressionSpan }, value: wanted }]
}

export interface LeftOutInput {
  readonly module: ModuleInstance
  readonly name: string
  readonly attribute?: string
}

/** The input of a called module that an expression is nothing but the value of, where no call on the way gives it. */
export const inputOf = (expression: Expression, { evaluator, module }: Scope): LeftOutInput | undefined => {
  if (expression.kind !== 'access' || expression.source.kind !== 'variable') return undefined
  const [first, second, ...others] = expression.steps
  const { parent } = module
  if (expression.source.name !== 'var' || first?.kind !== 'attribute' || others.length > 0 || !parent) return undefined
  if (second && second.kind !== 'attribute') return undefined
  const given = parent.call.content.arguments.get(first.name)
  if (given) return second ? undefined : inputOf(given.expression, { evaluator, module: parent.instance })
  return { module, name: first.name, ...(second && { attribute: second.name }) }
}
