/** Reading short texts in tests. */
import { type Block, type Expression, type ParsedFile, parseNative, type Step } from '../../src/hcl/index.js'
import { SourceFile } from '../../src/source/source-file.js'

export const parse = (text: string): ParsedFile => parseNative(new SourceFile('test.tf', text))

/** Each error with the text that it points at. */
export const errorsOf = ({ source, diagnostics }: ParsedFile): readonly string[] =>
  diagnostics.map(({ message, span }) => `${message}: ${JSON.stringify(span ? source.slice(span) : '')}`)

export const attributeOf = ({ body }: ParsedFile, name: string): Expression => {
  const attribute = body.attributes.get(name)
  if (!attribute) throw new Error(`there is no ${name}`)
  return attribute.expression
}

/** The text of an expression, parsed without errors. */
export const expressionOf = (text: string): Expression => {
  const file = parse(`x = ${text}\n`)
  if (file.diagnostics.length > 0) throw new Error(errorsOf(file).join())
  return attributeOf(file, 'x')
}

export const blockOf = ({ body }: ParsedFile, type: string): Block => {
  const block = body.blocks.find((candidate) => candidate.type === type)
  if (!block) throw new Error(`there is no ${type} block`)
  return block
}

/** An expression with a parenthesis around each operation, to show how it is grouped. */
export const grouped = (expression: Expression): string => {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value)
    case 'variable':
      return expression.name
    case 'binary':
      return `(${grouped(expression.left)} ${expression.operator} ${grouped(expression.right)})`
    case 'unary':
      return `(${expression.operator}${grouped(expression.operand)})`
    case 'conditional':
      return `(${[expression.condition, expression.then, expression.otherwise].map(grouped).join(' ? ')})`
    case 'parentheses':
      return grouped(expression.inner)
    case 'access':
      return grouped(expression.source) + expression.steps.map(stepText).join('')
    case 'call':
      return `${expression.name}(${expression.args.map(grouped).join()}${expression.expandFinal ? '...' : ''})`
    default:
      return expression.kind
  }
}

const stepText = (step: Step): string => {
  switch (step.kind) {
    case 'attribute':
      return `.${step.name}`
    case 'index':
      return `[${grouped(step.key)}]`
    case 'splat':
      return `${step.style === 'full' ? '[*]' : '.*'}<${step.each.map(stepText).join('')}>`
  }
}
