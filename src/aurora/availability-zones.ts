import type { Value } from '../terraform/value.js'
import { armsOf, identity, isKnown, resolve } from '../terraform/values.js'

/** RDS spreads the storage of an Aurora cluster over three zones, however few are asked for. */
const ASSIGNED = 3

/** Whether a value names zones, and certainly fewer than RDS assigns. */
export const namesTooFew = (zones: Value): boolean =>
  armsOf(resolve(zones)).every((arm) => {
    const most = mostDistinct(resolve(arm))
    return most !== undefined && most > 0 && most < ASSIGNED
  })

/** How many distinct zones there are at most, those that nobody knows included; `undefined` where their number is not known. */
const mostDistinct = (zones: Value): number | undefined => {
  if (zones.kind !== 'list') return undefined
  const distinct = new Set(
    zones.items.map(resolve).map((zone) => (isKnown(zone, null) ? undefined : (identity(zone) ?? zone))),
  )
  distinct.delete(undefined)
  return distinct.size
}
