import type { ModuleCall, Resource } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { InstanceKey } from '../terraform/reference.js'
import { reasons } from '../terraform/values.js'
import { NOT_KNOWN, orElse } from './relation.js'
import type { ResourceInstance } from './resource-instance.js'

/** An instance of a resource or of a module call, and what decides whether it exists. */
export interface Existing {
  readonly address: string
  readonly evaluator: Evaluator
  readonly module: ModuleInstance
  readonly block: Resource | ModuleCall
  readonly key: InstanceKey
}

export const existing = ({ address, evaluator, reference }: ResourceInstance): Existing => {
  const { module, resource, key } = reference
  return { address, evaluator, module, block: resource, key }
}

type UnknownKey = InstanceKey & { readonly kind: 'each' }

/** The unknown collections that decide whether an instance exists: its own and those of the modules around it. */
export const unknownKeys = ({ key, module }: Pick<Existing, 'key' | 'module'>): readonly UnknownKey[] => {
  const { parent } = module
  const around = parent ? unknownKeys({ key: parent.key, module: parent.instance }) : []
  return key.kind === 'each' ? [key, ...around] : around
}

/** Why the one may not exist where the other does: an unknown `count` or `for_each` that they do not share. */
export const existsOnlyIf = (one: Existing, other: Existing): readonly string[] => {
  const shared = new Set(unknownKeys(other).map(({ keys }) => keys))
  const own = unknownKeys(one)
  const alone = own.filter(({ keys }) => !shared.has(keys))
  const names = own.map(({ keys }) => keys)
  const missed = other.key.kind === 'each' && !isForEvery(other, names)
  const enabled = 'address' in one.block ? one.evaluator.enabled(one.module, one.block) : undefined
  return [
    ...(enabled ? reasons(enabled) : []),
    ...alone.flatMap(({ because }) => orElse(because, NOT_KNOWN)),
    ...(missed ? [`it is for one instance of ${other.address}, whose number is not known`] : []),
  ]
}

/** One stream cannot serve all instances of a cluster with an unknown `for_each`, unless there is at most one. */
const isForEvery = ({ evaluator, module, block, key }: Existing, own: readonly string[]): boolean => {
  if (key.kind !== 'each' || own.includes(key.keys)) return true
  const expansion = evaluator.expansionOf(module, block)
  return expansion.kind === 'unknown' && expansion.atMostOne
}
