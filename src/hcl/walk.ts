import type { Expression, Step, TemplatePart } from './syntax.js'

/** The expressions directly within an expression, in order of appearance. */
export const children = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'invalid':
      return []
    case 'template':
      return expression.parts.flatMap(expressionsOfPart)
    case 'tuple':
      return expression.items
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value])
    case 'for': {
      const { collection, key, value, condition } = expression
      return [collection, ...(key ? [key] : []), value, ...(condition ? [condition] : [])]
    }
    case 'access':
      return [expression.source, ...expression.steps.flatMap(expressionsOfStep)]
    case 'call':
      return expression.args
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise]
    case 'parentheses':
      return [expression.inner]
  }
}

// Directives and splats nest no deeper than the parser allows, so that recursion is safe here.
const expressionsOfPart = (part: TemplatePart): readonly Expression[] => {
  switch (part.kind) {
    case 'text':
      return []
    case 'interpolation':
      return [part.expression]
    case 'if':
      return [part.condition, ...part.then.flatMap(expressionsOfPart), ...part.otherwise.flatMap(expressionsOfPart)]
    case 'for':
      return [part.collection, ...part.body.flatMap(expressionsOfPart)]
  }
}

const expressionsOfStep = (step: Step): readonly Expression[] => {
  switch (step.kind) {
    case 'attribute':
      return []
    case 'index':
      return [step.key]
    case 'splat':
      return step.each.flatMap(expressionsOfStep)
  }
}

/** Calls `visit` for the expression and everything within it, parents first, in order of appearance. */
export const walk = (expression: Expression, visit: (expression: Expression) => void): void => {
  const pending: Expression[] = [expression]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next)
    const within = children(next)
    for (let index = within.length - 1; index >= 0; index -= 1) pending.push(within[index] as Expression)
  }
}
