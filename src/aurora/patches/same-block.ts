import type { ResourceInstance } from '../resource-instance.js'
import { identityOfBlock } from './place.js'

/** All that one block makes, this one included: what is written there is written for each of them. */
export const ofSameBlock = <T extends ResourceInstance>(one: T, all: readonly T[]): readonly T[] => {
  const blocks = blocksOf.get(all) ?? byBlock(all)
  blocksOf.set(all, blocks)
  return (blocks.get(blockOf(one)) ?? [one]) as readonly T[]
}

const blocksOf = new WeakMap<readonly ResourceInstance[], ReadonlyMap<string, readonly ResourceInstance[]>>()

const byBlock = (all: readonly ResourceInstance[]): ReadonlyMap<string, readonly ResourceInstance[]> => {
  const blocks = new Map<string, ResourceInstance[]>()
  for (const one of all) {
    const block = blockOf(one)
    const before = blocks.get(block)
    if (before) before.push(one)
    else blocks.set(block, [one])
  }
  return blocks
}

const blockOf = ({ reference }: ResourceInstance): string => identityOfBlock(reference.module, reference.resource)
