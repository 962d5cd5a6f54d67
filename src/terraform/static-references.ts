import { children, parseEmbeddedExpression } from '../hcl/index.js'
import type { Step } from '../hcl/syntax.js'
import { SourceFile } from '../source/source-file.js'
import type { Argument, Content, Expression } from './configuration.js'
import { longestReferences, parseReferenceText } from './reference-text.js'

/** A name in an expression, whatever it is worth: what Terraform orders its graph by. */
export interface StaticReference {
  readonly root: string
  readonly steps: readonly Step[]
}

export const referencesIn = (expression: Expression): readonly StaticReference[] => {
  switch (expression.kind) {
    case 'constant':
      return []
    case 'references':
      return longestReferences(expression.references).flatMap((text) => parseReferenceText(text) ?? [])
    default:
      return collect(expression)
  }
}

/** The same of an expression in native syntax. */
export const referencesInText = (text: string): readonly StaticReference[] => {
  const source = new SourceFile('text', text)
  return collect(parseEmbeddedExpression(source, { start: 0, end: text.length }).expression)
}

const collect = (expression: Exclude<Expression, { kind: 'constant' | 'references' }>): readonly StaticReference[] => {
  const found: StaticReference[] = []
  const open = [expression]
  for (let current = open.pop(); current; current = open.pop()) {
    if (current.kind === 'variable') found.push({ root: current.name, steps: [] })
    else if (current.kind === 'access' && current.source.kind === 'variable') {
      found.push({ root: current.source.name, steps: current.steps })
      for (const child of children(current)) if (child !== current.source) open.push(child)
    } else open.push(...children(current))
  }
  return found
}

/** Every argument of a block and of the blocks within it. */
export function* argumentsIn(content: Content): Generator<Argument> {
  yield* content.arguments.values()
  for (const block of content.blocks) {
    if (block.dynamic) yield block.dynamic.forEach
    yield* argumentsIn(block.content)
  }
}
