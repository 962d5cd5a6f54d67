/** Whom else an edit of a value concerns. */
import type { Span } from '../../source/span.js'
import { referrersTo } from '../../terraform/module-references.js'
import type { Value } from '../../terraform/value.js'
import type { ResourceInstance } from '../resource-instance.js'
import type { Rewrite } from './rewrite.js'

/**
 * Whether an edit changes nothing but this argument: it is in the resource itself, or in a local value or the very call of its
 * module that nothing else in the module reads. Without a rewrite the value itself is edited.
 */
export const changesOnly = (
  on: ResourceInstance,
  argument: string,
  { origin, passed }: Value,
  rewrite?: Rewrite,
): boolean => {
  const own = on.argument(argument)?.written
  const { module } = on.reference
  if (!own || !origin) return false
  const edited = rewrite?.place ?? origin.place
  if (edited && own.source === edited.source && within(edited.span, own.expressionSpan)) return true
  const { holder } = origin
  if (holder.owner === 'local') return origin.module === module && readings(on, 'local', holder.name) === 1
  const isOwnCall = module.parent?.call.content.arguments.get(holder.name) === holder
  return holder === passed && isOwnCall && readings(on, 'var', holder.name) === 1
}

/** Whether what this argument is worth is written for nothing else: in it, or in what nothing else in the module reads. */
export const servesOnly = (on: ResourceInstance, argument: string, value: Value): boolean => {
  if (changesOnly(on, argument, value)) return true
  const { holder, module } = value.origin ?? {}
  if (!holder || module !== on.reference.module) return false
  const { variables } = module.module
  const variable =
    holder.owner === 'values-file'
      ? variables.get(holder.name)
      : [...variables.values()].find((one) => one.default === holder)
  return variable !== undefined && readings(on, 'var', variable.name) === 1
}

/**
 * Whether the text is this resource's alone: it stands in the root module, and nothing on the way to the resource is repeated. A
 * module may be called again, for what can have such a value.
 */
export const servesOne = ({ reference }: ResourceInstance, { origin }: Value): boolean => {
  if (!origin || origin.module.parent || reference.key.kind !== 'none') return false
  for (let { parent } = reference.module; parent; parent = parent.instance.parent) {
    if (parent.key.kind !== 'none') return false
  }
  return true
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

/** How often its module reads a variable or a local value. What only decides how many there are of it reads no value. */
export const readings = (
  { reference: { module, resource } }: ResourceInstance,
  root: 'var' | 'local',
  name: string,
): number =>
  referrersTo(module.module, root, name).filter(
    ({ of, argument }) => of !== resource || (argument.name !== 'count' && argument.name !== 'for_each'),
  ).length
