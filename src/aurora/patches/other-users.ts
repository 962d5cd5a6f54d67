/** What else a key is for, beside the streams that encrypt with it. */
import type { Module, Resource } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { type Referrer, referrersTo, referrersToLocals } from '../../terraform/module-references.js'
import type { StaticReference } from '../../terraform/static-references.js'
import type { ResourceInstance } from '../resource-instance.js'

/** They name a key and use none; what else does is not told by who reads them. */
const BESIDE =
  /^(?:aws_rds_cluster_activity_stream|aws_kms_key_policy|data\.aws_iam_policy_document|aws_iam_(?:role_|user_|group_)?policy)\./

/** By these names, too, a key is used. */
const OTHER_NAME = /^(?:aws_kms_(?:alias|replica_key)|data\.aws_kms_(?:alias|key))\./

/**
 * Whether something refers to a key that is neither a stream nor belongs to a key: by itself, by its alias, or through local values
 * and outputs. What is not at hand may.
 */
export const isUsedByOthers = ({ reference: { module, resource } }: ResourceInstance): boolean => {
  const seen = new Set<string>()

  const isResourceRead = (within: ModuleInstance, { mode, type, name, address }: Resource): boolean =>
    mode === 'data'
      ? isRead(within, address, referrersTo(within.module, 'data', type), ({ steps }) => isOrMayBe(steps[1], name))
      : isRead(within, address, referrersTo(within.module, type, name))

  const isRead = (
    within: ModuleInstance,
    name: string,
    referrers: readonly Referrer[],
    isMeant: (reference: StaticReference) => boolean = () => true,
  ): boolean => {
    const place = `${within.address} ${name}`
    if (seen.has(place)) return false
    seen.add(place)
    return referrers.some((referrer) => isMeant(referrer.reference) && isUse(within, referrer))
  }

  const isUse = (within: ModuleInstance, { kind, of }: Referrer): boolean => {
    switch (kind) {
      case 'resource':
        return !BESIDE.test(of.address) && (!OTHER_NAME.test(of.address) || isResourceRead(within, of))
      case 'local':
        return isRead(within, `local.${of.name}`, referrersTo(within.module, 'local', of.name))
      case 'output':
        return isOutputRead(within, of.name)
      case 'call':
      case 'provider':
        return true
      default:
        return kind satisfies never
    }
  }

  const isOutputRead = ({ parent }: ModuleInstance, name: string): boolean => {
    if (!parent) return false
    const { call, instance } = parent
    const output = `module.${call.name}.${name}`
    return isRead(instance, output, referrersTo(instance.module, 'module', call.name), ({ steps }) =>
      isOrMayBe(
        steps.slice(1).find((step) => step.kind !== 'index'),
        name,
      ),
    )
  }

  return isResourceRead(module, resource) || isReadThroughUnknown(module.module)
}

/** Of what is read as a whole, or of all instances, any attribute may be meant. */
const isOrMayBe = (step: StaticReference['steps'][number] | undefined, name: string): boolean =>
  step?.kind !== 'attribute' || step.name === name

/** A plan's JSON does not say what a local value is. */
const isReadThroughUnknown = (module: Module): boolean =>
  module.locals === undefined &&
  referrersToLocals(module).some(
    ({ kind, of }) => kind !== 'resource' || !(BESIDE.test(of.address) || OTHER_NAME.test(of.address)),
  )
