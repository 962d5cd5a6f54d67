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

/** The characters that RDS refuses, once each. */
export const refusedIn = (name: Value): string => {
  const texts = armsOf(resolve(name)).flatMap((arm) => knownParts(resolve(arm)))
  return [...new Set(texts.join('').match(/[^A-Za-z0-9_]/g) ?? [])].join('')
}

/** An unknown part between known ones cannot mend them. */
const knownParts = (name: Value): readonly string[] => {
  const known = knownString(name)
  if (known !== undefined) return [known]
  return name.kind === 'text' ? name.parts.map((part) => (typeof part === 'string' ? part : '')) : []
}

/** Words that an engine keeps for itself; with a prefix they can be names. */
const RESERVED: ReadonlySet<string> = new Set(
  'admin all database db default false group host master mysql none null order postgres public rdsadmin root select table true user'.split(
    ' ',
  ),
)

/** The name with underscores for what RDS refuses; `undefined` where nothing is left of it. */
export const acceptedName = (text: string): string | undefined => {
  const name = text.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '')
  if (name === '') return undefined
  return /^[A-Za-z]/.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `app_${name}`
}

/** Whether the data, and the names with it, may come from a snapshot or from another cluster's past. */
export const mayBeRestored = (cluster: ResourceInstance): boolean => {
  const snapshot = cluster.value('snapshot_identifier')
  if (snapshot !== undefined && knownString(snapshot) !== '') return true
  const { all, because } = cluster.blocks('restore_to_point_in_time')
  return all.length > 0 || because.length > 0
}
