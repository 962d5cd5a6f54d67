import type { Expression } from '../hcl/syntax.js'

/** The `type` of a variable, as Terraform's type expressions spell it. */
export type TypeConstraint =
  | { readonly kind: 'any' }
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'bool' }
  | { readonly kind: 'list'; readonly element: TypeConstraint }
  | { readonly kind: 'set'; readonly element: TypeConstraint }
  | { readonly kind: 'map'; readonly element: TypeConstraint }
  | { readonly kind: 'tuple'; readonly elements: readonly TypeConstraint[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, ObjectAttribute> }

export interface ObjectAttribute {
  readonly type: TypeConstraint
  readonly optional: boolean
  readonly default?: Expression
}

const ANY: TypeConstraint = { kind: 'any' }

/** A type that is not understood is `any`: whatever is given stays as it is. */
export const parseTypeConstraint = (expression: Expression): TypeConstraint => {
  switch (expression.kind) {
    case 'parentheses':
      return parseTypeConstraint(expression.inner)
    case 'variable':
      return named(expression.name)
    // Terraform 0.11 wrote `type = "string"`; JSON syntax holds type expressions in strings, too.
    case 'literal':
      return typeof expression.value === 'string' ? named(expression.value) : ANY
    case 'call':
      return constructed(expression.name, expression.args[0])
    default:
      return ANY
  }
}

const named = (name: string): TypeConstraint => {
  switch (name) {
    case 'string':
    case 'number':
    case 'bool':
      return { kind: name }
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: ANY }
    default:
      return ANY
  }
}

const constructed = (name: string, argument: Expression | undefined): TypeConstraint => {
  if (argument === undefined) return ANY
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: parseTypeConstraint(argument) }
    case 'tuple':
      return argument.kind === 'tuple' ? { kind: 'tuple', elements: argument.items.map(parseTypeConstraint) } : ANY
    case 'object': {
      if (argument.kind !== 'object') return ANY
      const attributes = new Map<string, ObjectAttribute>()
      for (const { key, value } of argument.items) {
        const attribute = attributeName(key)
        if (attribute !== undefined) attributes.set(attribute, objectAttribute(value))
      }
      return { kind: 'object', attributes }
    }
    default:
      return ANY
  }
}

const attributeName = (key: Expression): string | undefined => {
  if (key.kind === 'literal') return key.value === null ? undefined : String(key.value)
  return key.kind === 'variable' ? key.name : undefined
}

const objectAttribute = (expression: Expression): ObjectAttribute => {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return { type: parseTypeConstraint(expression), optional: false }
  }
  const [type, fallback] = expression.args
  return {
    type: type === undefined ? ANY : parseTypeConstraint(type),
    optional: true,
    ...(fallback === undefined ? {} : { default: fallback }),
  }
}
