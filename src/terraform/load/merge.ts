import type { Content } from '../configuration.js'
import { nameIn } from './content.js'

/**
 * Terraform's merge of an override into what it overrides: an argument replaces the one of its name, nested blocks replace
 * all of their type (a `dynamic` counts as the type it makes). Where the block was written stays what it was.
 */
export const mergeContent = (base: Content, override: Content): Content => {
  const replaced = new Set(override.blocks.map(({ type }) => type).filter((type) => type !== 'lifecycle'))
  const lifecycles = override.blocks.filter(({ type }) => type === 'lifecycle')
  const kept = base.blocks.filter(({ type }) => !replaced.has(type))
  const hasLifecycle = kept.some(({ type }) => type === 'lifecycle')
  const blocks = kept.map((block) =>
    block.type === 'lifecycle'
      ? {
          ...block,
          content: lifecycles.reduce((merged, { content }) => mergeLifecycle(merged, content), block.content),
        }
      : block,
  )
  const added = override.blocks.filter(({ type }) => type !== 'lifecycle' || !hasLifecycle)
  return {
    arguments: new Map([...base.arguments, ...override.arguments]),
    blocks: [...blocks, ...added],
    ...(base.written && { written: base.written }),
  }
}

// What Terraform 1.11 does: once `all` are ignored they stay so, and an empty list does not replace another.
const mergeLifecycle = (base: Content, override: Content): Content => {
  const merged = mergeContent(base, override)
  const before = base.arguments.get('ignore_changes')
  const after = override.arguments.get('ignore_changes')?.expression
  const stays = nameIn(before?.expression) === 'all' || (after?.kind === 'tuple' && after.items.length === 0)
  return before && stays ? { ...merged, arguments: new Map([...merged.arguments, [before.name, before]]) } : merged
}
