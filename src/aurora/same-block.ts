/** What is written in one block, however many there are of it. */
import type { ModuleCall, Resource } from '../terraform/configuration.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstance } from './resource-instance.js'

/** Equal for what is written in one block: its instances, and the same in a module that is called again. */
export const identityOfBlock = (module: ModuleInstance, block: Resource | ModuleCall): string => {
  const { written } = block.content
  return written
    ? `${written.source.path}:${written.block.span.start}`
    : [...module.path, 'address' in block ? block.address : block.name].join('/')
}

/** In their order. */
export const groupedBy = <T>(keyOf: (one: T) => string, all: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const known = new WeakMap<readonly ResourceInstance[], ReadonlyMap<string, readonly ResourceInstance[]>>()

/** All that one block makes, this one included: what is written there is written for each of them. */
export const ofSameBlock = <T extends ResourceInstance>(one: T, all: readonly T[]): readonly T[] => {
  const blocks = known.get(all) ?? groupedBy(blockOf, all)
  known.set(all, blocks)
  // What is remembered of a list holds nothing but what is in the list.
  return (blocks.get(blockOf(one)) ?? [one]) as readonly T[]
}

export const blockOf = ({ reference }: ResourceInstance): string =>
  identityOfBlock(reference.module, reference.resource)
