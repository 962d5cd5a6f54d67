import type { Content, NestedBlock } from './configuration.js'
import type { Evaluator } from './evaluator.js'
import { forEachElement } from './for-expressions.js'
import type { Scope } from './scope.js'
import type { Value } from './value.js'
import { mapping } from './values.js'

/** Where a block stands: what the names in it mean. */
export type BlockScope = Omit<Scope, 'holder'>

/** A nested block as Terraform sees it, those that a `dynamic` block makes one by one. */
export interface GeneratedBlock {
  readonly content: Content
  readonly scope: BlockScope
}

export interface GeneratedBlocks {
  readonly blocks: readonly GeneratedBlock[]
  /** Why there may be further ones; empty where these are all. */
  readonly because: readonly string[]
}

/** The nested blocks of a type. */
export const generatedBlocks = (
  evaluator: Evaluator,
  { blocks }: Content,
  type: string,
  scope: BlockScope,
): GeneratedBlocks => {
  const generated = blocks.filter((block) => block.type === type).map((block) => generate(evaluator, block, scope))
  return {
    blocks: generated.flatMap((one) => one.blocks),
    because: [...new Set(generated.flatMap(({ because }) => because))],
  }
}

const generate = (evaluator: Evaluator, { content, dynamic }: NestedBlock, scope: BlockScope): GeneratedBlocks => {
  if (!dynamic) return { blocks: [{ content, scope }], because: [] }
  const elements = forEachElement(evaluator.argument(dynamic.forEach, scope.module, scope.repetition, scope.bound))
  if (elements.kind !== 'known') {
    const because = elements.because.length > 0 ? elements.because : ['the for_each of a dynamic block is not known']
    return { blocks: [], because }
  }
  const bound = (key: Value, value: Value): ReadonlyMap<string, Value> =>
    new Map([
      ...(scope.bound ?? []),
      [
        dynamic.iterator,
        mapping('object', [
          ['key', key],
          ['value', value],
        ]),
      ],
    ])
  return {
    blocks: elements.elements.map(([key, value]) => ({ content, scope: { ...scope, bound: bound(key, value) } })),
    because: [],
  }
}
