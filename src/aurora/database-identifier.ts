import type { Value } from '../terraform/value.js'
import { armsOf, knownString, resolve } from '../terraform/values.js'
import type { ResourceInstance } from './resource-instance.js'

/** Nothing else is taken, whatever the engine; how long a name may be and how it begins differs from engine to engine. */
const REFUSED = /[^A-Za-z0-9_]/

/** The name as far as it is known, where RDS certainly refuses it. */
export const refusedName = (name: Value): { readonly text: string; readonly value: Value } | undefined => {
  const arms = armsOf(resolve(name))
  const refused = arms.flatMap((arm) => {
    const parts = knownParts(resolve(arm))
    return parts.some((part) => REFUSED.test(part)) ? [{ text: parts.join('…'), value: arm }] : []
  })
  return refused.length === arms.length ? refused[0] : undefined
}

/** An unknown part between known ones cannot mend them. */
const knownParts = (name: Value): readonly string[] => {
  const known = knownString(name)
  if (known !== undefined) return [known]
  return name.kind === 'text' ? name.parts.map((part) => (typeof part === 'string' ? part : '')) : []
}

/** Whether the data, and the names with it, may come from a snapshot or from another cluster's past. */
export const mayBeRestored = (cluster: ResourceInstance): boolean => {
  const snapshot = cluster.value('snapshot_identifier')
  if (snapshot !== undefined && knownString(snapshot) !== '') return true
  const { all, because } = cluster.blocks('restore_to_point_in_time')
  return all.length > 0 || because.length > 0
}
