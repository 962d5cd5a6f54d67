import type { Argument, Expression } from '../terraform/configuration.js'
import type { Value } from '../terraform/value.js'
import { armsOf, identity, isKnown, resolve } from '../terraform/values.js'
import type { ResourceInstance } from './resource-instance.js'

/** RDS spreads the storage of an Aurora cluster over three zones, however few are asked for. */
const ASSIGNED = 3

/** Whether the zones that a cluster's argument names are certainly fewer than RDS assigns. */
export const namesTooFew = (cluster: ResourceInstance): boolean => {
  const argument = cluster.argument('availability_zones')
  const zones = argument && cluster.value('availability_zones')
  if (!zones) return false
  const mayBeNested = isLegacyList(zones.passed ?? argument)
  return armsOf(resolve(zones)).every((arm) => {
    const most = mostDistinct(resolve(arm), mayBeNested)
    return most !== undefined && most > 0 && most < ASSIGNED
  })
}

/** How many distinct zones there are at most, those that nobody knows included; `undefined` where their number is not known. */
const mostDistinct = (zones: Value, mayBeNested: boolean): number | undefined => {
  if (zones.kind !== 'list') return undefined
  const items = zones.items.map(resolve).filter((item) => !isKnown(item, null))
  const isOpen = items.some(({ kind }) => kind !== 'known' && (mayBeNested || COLLECTIONS.has(kind)))
  return isOpen ? undefined : new Set(items.map((item) => identity(item) ?? item)).size
}

const COLLECTIONS: ReadonlySet<Value['kind']> = new Set(['list', 'mapping', 'repeated', 'opaque'])

/** `["${var.zones}"]` is how Terraform 0.11 wrote a list: what looks like one zone may be all of them. */
const isLegacyList = ({ expression, written }: Argument): boolean =>
  expression.kind === 'tuple' && !written?.source.isJson && expression.items.some(isInterpolation)

const isInterpolation = (expression: Expression): boolean =>
  expression.kind === 'template' && expression.parts.length === 1 && expression.parts[0]?.kind === 'interpolation'
