import type { Call, Literal, ObjectConstructor, Step, Template, TemplatePart } from '../hcl/syntax.js'
import type { Span } from '../source/span.js'
import type { Expression } from './configuration.js'
import { toStringValue } from './conversion.js'
import type { Evaluator } from './evaluator.js'
import { evaluateFor, forEachElement } from './for-expressions.js'
import { resolveName } from './names.js'
import { applyBinary, applyUnary, conditional } from './operators.js'
import type { Origin } from './reference.js'
import { evaluateReferences } from './references-only.js'
import { bind, type Scope } from './scope.js'
import { attributeOf, elementAt, splat } from './steps.js'
import type { Unknown, Value } from './value.js'
import {
  failure,
  fromJson,
  hasFailed,
  known,
  list,
  mapArms,
  mapping,
  markSensitive,
  merged,
  reasons,
  resolve,
  text,
  unknown,
  withOrigin,
} from './values.js'

/** What the expression is worth in the scope. Never throws: what cannot be known is an unknown that says why. */
export const evaluate = (evaluator: Evaluator, expression: Expression, scope: Scope): Value =>
  expression.kind === 'literal'
    ? withOrigin(known(expression.value), originOf(expression, scope))
    : evaluator.within(() => evaluateCompound(evaluator, expression, scope))

const evaluateCompound = (evaluator: Evaluator, expression: Exclude<Expression, Literal>, scope: Scope): Value => {
  switch (expression.kind) {
    case 'template':
      return evaluateTemplate(evaluator, expression, scope)
    case 'tuple':
      return list(
        'tuple',
        expression.items.map((item) => evaluate(evaluator, item, scope)),
      )
    case 'object':
      return evaluateObject(evaluator, expression, scope)
    case 'for':
      return evaluateFor(evaluator, expression, scope)
    case 'variable':
    case 'access':
      return withOriginInside(evaluateAccess(evaluator, expression, scope), originOf(expression, scope))
    case 'call':
      return evaluateCall(evaluator, expression, scope)
    case 'unary':
      return applyUnary(expression.operator, evaluate(evaluator, expression.operand, scope))
    case 'binary':
      return applyBinary(expression.operator, evaluate(evaluator, expression.left, scope), () =>
        evaluate(evaluator, expression.right, scope),
      )
    case 'conditional':
      return conditional(
        evaluate(evaluator, expression.condition, scope),
        () => evaluate(evaluator, expression.then, scope),
        () => evaluate(evaluator, expression.otherwise, scope),
      )
    case 'parentheses':
      return evaluate(evaluator, expression.inner, scope)
    case 'invalid':
      return unknown('the expression could not be read')
    case 'constant':
      return withOrigin(fromJson(expression.value), originOf({}, scope))
    case 'references':
      return withOriginInside(evaluateReferences(evaluator, expression.references, scope), originOf({}, scope))
    default:
      return expression satisfies never
  }
}

const originOf = (expression: { readonly span?: Span }, { holder, module }: Scope): Origin => ({
  holder,
  module,
  ...(holder.written && expression.span && { place: { source: holder.written.source, span: expression.span } }),
})

/**
 * A reference was written here; what came through a variable or a local keeps the place it was written at. A splat, or a choice, is
 * written in one place: so is each thing that it gives.
 */
const withOriginInside = (value: Value, origin: Origin): Value => {
  switch (value.kind) {
    case 'choice':
      return { ...value, arms: value.arms.map((arm) => withOrigin(arm, origin)) }
    case 'list':
      return withOrigin({ ...value, items: value.items.map((item) => withOrigin(item, origin)) }, origin)
    case 'repeated':
      return withOrigin({ ...value, element: withOrigin(value.element, origin) }, origin)
    default:
      return withOrigin(value, origin)
  }
}

const evaluateAccess = (
  evaluator: Evaluator,
  expression: Expression & { kind: 'variable' | 'access' },
  scope: Scope,
): Value => {
  if (expression.kind === 'variable') return resolveName(evaluator, expression.name, [], scope).value
  const { source, steps } = expression
  const { value, used } =
    source.kind === 'variable'
      ? resolveName(evaluator, source.name, steps, scope)
      : { value: evaluate(evaluator, source, scope), used: 0 }
  const result = applySteps(evaluator, value, steps.slice(used), scope)
  return hasFailed(result) && !hasFailed(value) ? naming(result, expression.span, scope) : result
}

/** What Terraform would refuse says where: `there is no element "default"` alone names nothing. */
const naming = (refused: Unknown, span: Span, { holder }: Scope): Value => {
  const text = holder.written?.source.slice(span)
  if (text === undefined || text.includes('\n')) return refused
  return { ...refused, because: refused.because.map((reason) => `${text}: ${reason}`) }
}

const applySteps = (evaluator: Evaluator, start: Value, steps: readonly Step[], scope: Scope): Value => {
  let value = start
  for (const step of steps) {
    if (hasFailed(value)) return value
    if (step.kind === 'attribute') value = attributeOf(value, step.name, evaluator.readAttribute)
    else if (step.kind === 'index')
      value = elementAt(value, evaluate(evaluator, step.key, scope), evaluator.readAttribute)
    else value = splat(value, (element) => applySteps(evaluator, element, step.each, scope))
  }
  return value
}

const evaluateObject = (evaluator: Evaluator, expression: ObjectConstructor, scope: Scope): Value => {
  const entries: [string, Value][] = []
  for (const item of expression.items) {
    const key = toStringValue(resolve(evaluate(evaluator, item.key, scope)))
    if (key.kind !== 'known' || key.value === null) {
      return hasFailed(key) ? key : unknown(merged(['a key is not known'], reasons(key)))
    }
    entries.push([String(key.value), evaluate(evaluator, item.value, scope)])
  }
  return mapping('object', entries)
}

const evaluateTemplate = (evaluator: Evaluator, template: Template, scope: Scope): Value => {
  const [only] = template.parts
  if (only?.kind === 'interpolation' && template.parts.length === 1 && template.style === 'quoted') {
    return evaluate(evaluator, only.expression, scope)
  }
  return withOrigin(evaluateParts(evaluator, template.parts, scope), originOf(template, scope))
}

const evaluateParts = (evaluator: Evaluator, parts: readonly TemplatePart[], scope: Scope): Value =>
  evaluator.within(() =>
    joinParts(parts.map((part) => (part.kind === 'text' ? part.value : evaluatePart(evaluator, part, scope)))),
  )

/** The one undecided part of a string makes the string undecided; with several, only what is common is kept. */
const joinParts = (parts: readonly (string | Value)[]): Value => {
  const broken = parts.find((part): part is Value => typeof part !== 'string' && hasFailed(part))
  if (broken) return broken
  const choices = parts.filter((part) => typeof part !== 'string' && part.kind === 'choice')
  const [only] = choices
  const joined =
    choices.length === 1 && only !== undefined && typeof only !== 'string'
      ? mapArms(only, (arm) => text(parts.map((part) => (part === only ? printable(arm) : printable(part)))))
      : text(parts.map(printable))
  return parts.some((part) => typeof part !== 'string' && part.sensitive) ? markSensitive(joined) : joined
}

const printable = (part: string | Value): string | Value => {
  if (typeof part === 'string') return part
  const value = toStringValue(resolve(part))
  if (value.kind === 'known') return value.value === null ? failure('null in a string') : String(value.value)
  return part.kind === 'symbolic' || part.kind === 'text' ? part : value
}

const evaluatePart = (evaluator: Evaluator, part: Exclude<TemplatePart, { kind: 'text' }>, scope: Scope): Value => {
  switch (part.kind) {
    case 'interpolation':
      return evaluate(evaluator, part.expression, scope)
    case 'if': {
      const condition = evaluate(evaluator, part.condition, scope)
      return conditional(
        condition,
        () => evaluateParts(evaluator, part.then, scope),
        () => evaluateParts(evaluator, part.otherwise, scope),
      )
    }
    case 'for': {
      const elements = forEachElement(evaluate(evaluator, part.collection, scope))
      if (elements.kind !== 'known') return unknown(elements.because)
      const bodies = elements.elements.map(([key, value]) => {
        const names: [string, Value][] = part.keyName === undefined ? [] : [[part.keyName, key]]
        return evaluateParts(evaluator, part.body, bind(scope, [...names, [part.valueName, value]]))
      })
      return joinParts(bodies)
    }
    default:
      return part satisfies never
  }
}

const evaluateCall = (evaluator: Evaluator, call: Call, scope: Scope): Value => {
  const name = call.name.replace(/^core::/, '')
  const args = evaluateArguments(evaluator, call, scope)
  if ('kind' in args) return args
  // A failing argument fails the call, but for the two functions whose business it is.
  if (name !== 'try' && name !== 'can') {
    const broken = args.find(hasFailed)
    if (broken) return broken
  }
  const result = evaluator.call(name, args, scope)
  return result.kind === 'known' || result.kind === 'text' ? withOrigin(result, originOf(call, scope)) : result
}

/** Evaluated arguments, `...` expanded; an unknown where their number is not known. */
const evaluateArguments = (
  evaluator: Evaluator,
  call: Call,
  scope: Scope,
): readonly Value[] | (Value & { kind: 'unknown' }) => {
  const args = call.args.map((arg) => evaluate(evaluator, arg, scope))
  const last = args.at(-1)
  if (!call.expandFinal || last === undefined) return args
  const rest = resolve(last.kind === 'opaque' ? last.instances.all() : last)
  if (rest.kind === 'list') return [...args.slice(0, -1), ...rest.items]
  return unknown(merged([`the number of arguments of ${call.name}() is not known`], reasons(rest)))
}
