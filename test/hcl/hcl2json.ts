/** The tree of our parser in the shape that hcl2json gives, so that both can be compared. */
import { parse } from '@cdktf/hcl2json'
import type { Body, Expression, ParsedFile, Step, TemplatePart } from '../../src/hcl/index.js'

export type Answer =
  | { readonly kind: 'tree'; readonly tree: string }
  | { readonly kind: 'refused'; readonly message: string }
  /** Accepted, but hcl2json cannot say it in JSON: a block named like another one's label, for instance. */
  | { readonly kind: 'inexpressible' }

export const askHcl2json = async (text: string): Promise<Answer> => {
  try {
    return { kind: 'tree', tree: canonical(await parse('x.tf', text)) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return message.startsWith('parse config') ? { kind: 'refused', message } : { kind: 'inexpressible' }
  }
}

export const shapeOf = ({ source, body }: ParsedFile): string => canonical(new Shape(source.text).body(body))

type Json = string | number | boolean | null | readonly Json[] | Map<string, Json>

class Shape {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  body({ attributes, blocks }: Body): Map<string, Json> {
    const shape = new Map<string, Json>()
    for (const block of blocks) {
      const path = [block.type, ...block.labels.map((label) => label.value)]
      const last = path.pop() ?? ''
      let into = shape
      for (const name of path) {
        const inner = into.get(name)
        const next = inner instanceof Map ? inner : new Map<string, Json>()
        into.set(name, next)
        into = next
      }
      const others = into.get(last)
      into.set(last, [...(Array.isArray(others) ? others : []), this.body(block.body)])
    }
    for (const { name, expression } of attributes.values()) shape.set(name, this.expression(expression))
    return shape
  }

  expression(expression: Expression): Json {
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'string' ? escaped(expression.value) : expression.value
      case 'unary': {
        const { operator, operand } = expression
        if (operand.kind !== 'literal' || typeof operand.value === 'string') return this.#wrapped(expression)
        return operator === '-' ? -Number(operand.value) : !operand.value
      }
      case 'template': {
        const [only] = expression.parts
        const passes = expression.style === 'quoted' && expression.parts.length === 1 && only?.kind === 'interpolation'
        return passes ? this.expression(only.expression) : this.#parts(expression.parts)
      }
      case 'tuple':
        return expression.items.map((item) => this.expression(item))
      case 'object':
        return new Map(expression.items.map(({ key, value }) => [this.#key(key), this.expression(value)]))
      default:
        return this.#wrapped(expression)
    }
  }

  #key(key: Expression): string {
    if (key.kind === 'access' && key.source.kind === 'variable' && key.steps.every(isStatic)) return this.#sourceOf(key)
    return this.#string(key)
  }

  #parts(parts: readonly TemplatePart[]): string {
    return parts.map((part) => this.#part(part)).join('')
  }

  #part(part: TemplatePart): string {
    switch (part.kind) {
      case 'text':
        return escaped(part.value)
      case 'interpolation':
        return this.#string(part.expression)
      case 'if':
        return isNull(part.then)
          ? ''
          : this.#conditional(
              part.condition,
              this.#parts(part.then),
              isNull(part.otherwise) ? '' : this.#parts(part.otherwise),
            )
      case 'for': {
        const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`
        return `%{for ${names} in ${this.#sourceOf(part.collection)}}${this.#parts(part.body)}%{endfor}`
      }
    }
  }

  #string(expression: Expression): string {
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'string' ? escaped(expression.value) : String(expression.value)
      case 'template': {
        const [only] = expression.parts
        const passes = expression.style === 'quoted' && expression.parts.length === 1 && only?.kind === 'interpolation'
        return passes ? this.#string(only.expression) : this.#parts(expression.parts)
      }
      case 'conditional':
        return this.#conditional(
          expression.condition,
          this.#string(expression.then),
          this.#string(expression.otherwise),
        )
      default:
        return this.#wrapped(expression)
    }
  }

  #conditional(condition: Expression, then: string, otherwise: string): string {
    return `%{if ${this.#sourceOf(condition)}}${then}${otherwise === '' ? '' : `%{else}${otherwise}`}%{endif}`
  }

  #wrapped(expression: Expression): string {
    return `\${${this.#sourceOf(expression)}}`
  }

  /** hcl2json takes a parenthesis behind an expression for its own. */
  #sourceOf({ span }: Expression): string {
    return this.#text.slice(span.start, this.#text.charAt(span.end) === ')' ? span.end + 1 : span.end)
  }
}

const escaped = (text: string): string => text.replaceAll(/[$%]\{/g, (sign) => sign.charAt(0) + sign)

/** hcl2json fails silently at a branch that is nothing but an interpolated null. */
const isNull = ([first, ...others]: readonly TemplatePart[]): boolean =>
  others.length === 0 &&
  first?.kind === 'interpolation' &&
  first.expression.kind === 'literal' &&
  first.expression.value === null

const isStatic = (step: Step): boolean =>
  step.kind === 'attribute' || (step.kind === 'index' && step.key.kind === 'literal')

/** JSON with sorted keys; names such as `__proto__` are names like others. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(Object.is(value, -0) ? 0 : value)
  const entries = value instanceof Map ? [...value] : Object.entries(value)
  const members = entries.map(([name, inner]) => [JSON.stringify(name), canonical(inner)] as const)
  return `{${members
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map((member) => member.join(':'))
    .join()}}`
}
