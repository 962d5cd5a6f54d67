/** A block of a file as the model has it: arguments by name, nested blocks by type, `dynamic` and JSON's objects included. */
import type { Attribute, Block, Expression, ObjectConstructor, ParsedFile } from '../../hcl/syntax.js'
import type { Span } from '../../source/span.js'
import type { Argument, Content, NestedBlock } from '../configuration.js'

export type Owner = Argument['owner']

export const argumentOf = ({ source }: ParsedFile, attribute: Attribute, owner: Owner): Argument => {
  const { name, nameSpan, expression, span } = attribute
  return { name, owner, expression, written: { source, span, nameSpan, expressionSpan: expression.span } }
}

export const contentOf = (file: ParsedFile, block: Block, owner: Owner): Content => {
  const argumentsByName = new Map<string, Argument>()
  const blocks = block.body.blocks.flatMap((nested) => nestedBlock(file, nested, owner))
  for (const [name, attribute] of block.body.attributes) {
    // JSON's way to write a comment.
    if (name === '//') continue
    argumentsByName.set(name, argumentOf(file, attribute, owner))
    if (file.syntax === 'json') blocks.push(...blocksInValue(file, attribute, owner))
  }
  return { arguments: argumentsByName, blocks, written: { source: file.source, block } }
}

const nestedBlock = (file: ParsedFile, block: Block, owner: Owner): readonly NestedBlock[] => {
  const [label] = block.labels
  if (block.type !== 'dynamic' || !label) {
    return [
      { type: block.type, labels: block.labels.map(({ value }) => value), content: contentOf(file, block, owner) },
    ]
  }
  const generator = contentOf(file, block, owner)
  const content = generator.blocks.find(({ type }) => type === 'content')?.content
  const iterator = generator.arguments.get('iterator')
  return [
    {
      type: label.value,
      labels: [],
      content: content ?? { arguments: new Map(), blocks: [], written: { source: file.source, block } },
      dynamic: {
        forEach: generator.arguments.get('for_each') ?? nowhere('for_each', owner, block.headerSpan),
        iterator: (iterator && nameIn(iterator.expression)) ?? label.value,
      },
    },
  ]
}

/** Stands for an argument that has to be there and is not: nobody knows what it would have said. */
export const nowhere = (name: string, owner: Owner, span: Span): Argument => ({
  name,
  owner,
  expression: { kind: 'invalid', span },
})

/**
 * JSON does not tell `"scaling_configuration": { … }` from a map: only the provider's schema does. So the value is kept
 * both as an argument and as blocks, and whoever asks for one of them finds it.
 */
const blocksInValue = (file: ParsedFile, attribute: Attribute, owner: Owner): readonly NestedBlock[] => {
  const { name, nameSpan, expression } = attribute
  if (name !== 'dynamic') {
    return objectsIn(expression).map((object) => {
      const block = blockOf(name, nameSpan, object)
      return { type: name, labels: [], content: contentOf(file, block, owner) }
    })
  }
  return objectsIn(expression).flatMap((types) =>
    [...attributesIn(types).values()].flatMap((labelled) =>
      objectsIn(labelled.expression).flatMap((object) => {
        const block = blockOf('dynamic', nameSpan, object)
        const label = { value: labelled.name, span: labelled.nameSpan }
        return nestedBlock(file, { ...block, labels: [label] }, owner)
      }),
    ),
  )
}

const objectsIn = (expression: Expression): readonly ObjectConstructor[] => {
  if (expression.kind === 'object') return [expression]
  if (expression.kind !== 'tuple') return []
  const objects = expression.items.filter((item) => item.kind === 'object')
  return objects.length === expression.items.length ? objects : []
}

const blockOf = (type: string, typeSpan: Span, object: ObjectConstructor): Block => ({
  type,
  typeSpan,
  labels: [],
  body: { span: object.span, attributes: attributesIn(object), blocks: [] },
  span: { start: typeSpan.start, end: object.span.end },
  headerSpan: typeSpan,
})

const attributesIn = (object: ObjectConstructor): ReadonlyMap<string, Attribute> => {
  const attributes = new Map<string, Attribute>()
  for (const { key, value } of object.items) {
    const name = nameIn(key)
    if (name === undefined) continue
    const span = { start: key.span.start, end: value.span.end }
    attributes.set(name, { name, nameSpan: key.span, expression: value, span })
  }
  return attributes
}

/** A name, quoted or not: an iterator's, an object key's. */
export const nameIn = (expression: Argument['expression'] | undefined): string | undefined => {
  if (expression?.kind === 'variable') return expression.name
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
}

/** Not one of those that a plan's JSON keeps. */
export const isWritten = (expression: Argument['expression']): expression is Expression =>
  expression.kind !== 'constant' && expression.kind !== 'references'
