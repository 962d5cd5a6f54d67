import type { ModuleInstance } from './module-instance.js'
import type { InstanceKey, ResourceInstanceReference } from './reference.js'

/** `[0]`, `["a"]`, or nothing where the instance is not known: then the resource's own address is all there is to say. */
export const keySuffix = (key: InstanceKey): string => (key.kind === 'known' ? `[${quoteKey(key.value)}]` : '')

const quoteKey = (value: string | number): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(value).replace(/[$%](?=\{)/g, (sign) => sign + sign)

export const within = (module: ModuleInstance, address: string): string =>
  module.address === '' ? address : `${module.address}.${address}`

/** As Terraform prints it: `module.db["b"].aws_rds_cluster.this[0]`. */
export const instanceAddress = (instance: ResourceInstanceReference): string =>
  within(instance.module, instance.resource.address) + keySuffix(instance.key)

/** The resource's address without its own key, in its module instance. */
export const resourceAddress = (instance: ResourceInstanceReference): string =>
  within(instance.module, instance.resource.address)

/** Equal for references to the same instance, and only for those. */
export const instanceIdentity = (instance: ResourceInstanceReference): string =>
  `${moduleIdentity(instance.module)}/${instance.resource.address}${keyIdentity(instance.key)}`

export const moduleIdentity = (module: ModuleInstance): string => {
  if (!module.parent) return ''
  const { instance, call, key } = module.parent
  return `${moduleIdentity(instance)}/module.${call.name}${keyIdentity(key)}`
}

export const keyIdentity = (key: InstanceKey): string => {
  switch (key.kind) {
    case 'none':
      return ''
    case 'known':
      return `[${quoteKey(key.value)}]`
    case 'each':
      return `[each ${key.keys}]`
    case 'any':
      return '[any]'
    default:
      return key satisfies never
  }
}
