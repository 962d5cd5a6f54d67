import type { Content, ProviderConfiguration } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { providerOf } from '../../terraform/providers.js'
import type { Value } from '../../terraform/value.js'
import { knownString, resolve } from '../../terraform/values.js'
import type { ResourceInstance } from '../resource-instance.js'

/** A provider configuration, and the module instance that declares it: where the names in it mean something. */
interface DeclaredProvider {
  readonly configuration: ProviderConfiguration
  readonly module: ModuleInstance
}

/** The provider configuration that manages the resource; `undefined` where none is declared (the environment's). */
export const providerConfiguration = (resource: ResourceInstance): ProviderConfiguration | undefined =>
  declaredProvider(resource)?.configuration

/** `aws.west`, as a provider argument would say it. */
export const providerName = (resource: ResourceInstance): string | undefined => {
  const { name, alias } = providerConfiguration(resource) ?? {}
  return alias === undefined ? name : `${name}.${alias}`
}

/** What an argument of the resource's provider is worth; `undefined` where it is left out, or no provider is declared. */
export const providerArgument = (resource: ResourceInstance, name: string): Value | undefined => {
  const provider = declaredProvider(resource)
  return provider && argumentIn(provider.configuration.content, name, resource, provider.module)
}

/** The same within each block of a type; those of a `dynamic` block are worth nothing that is known. */
export const providerBlockArguments = (
  resource: ResourceInstance,
  type: string,
  name: string,
): readonly (Value | undefined)[] => {
  const provider = declaredProvider(resource)
  const blocks = provider?.configuration.content.blocks.filter((block) => block.type === type) ?? []
  return blocks.map(({ content, dynamic }) =>
    provider && !dynamic ? argumentIn(content, name, resource, provider.module) : undefined,
  )
}

/** The region that the resource lives in, where its own argument (provider 6) or its provider's configuration says so. */
export const regionOf = (resource: ResourceInstance): string | undefined => knownString(regionValueOf(resource))

export const regionValueOf = (resource: ResourceInstance): Value | undefined =>
  resource.value('region') ?? providerArgument(resource, 'region')

const argumentIn = (
  content: Content,
  name: string,
  { evaluator }: ResourceInstance,
  module: ModuleInstance,
): Value | undefined => {
  const argument = content.arguments.get(name)
  return argument && resolve(evaluator.argument(argument, module))
}

/** By the module and the name of the provider, which the resources of a module have in common. */
const declared = new WeakMap<ModuleInstance, Map<string, DeclaredProvider | undefined>>()

const declaredProvider = (instance: ResourceInstance): DeclaredProvider | undefined => {
  const { module, resource } = instance.reference
  const names = declared.get(module) ?? new Map<string, DeclaredProvider | undefined>()
  declared.set(module, names)
  const name = resource.provider ?? ''
  if (!names.has(name)) names.set(name, findProvider(instance))
  return names.get(name)
}

const findProvider = (instance: ResourceInstance): DeclaredProvider | undefined => {
  const { module: own, resource } = instance.reference
  const { providersByKey } = instance.evaluator.root
  if (providersByKey) return declaredByKey(instance, providersByKey)
  const bound = providerOf(own, resource)
  if (!bound) return undefined
  let module = own
  for (let up = bound.levelsUp; up > 0 && module.parent; up -= 1) module = module.parent.instance
  return { configuration: bound.configuration, module }
}

/** `aws.west`, or `module.db:aws` for one that a called module declares, which then has but one instance. */
const declaredByKey = (
  { reference }: ResourceInstance,
  providersByKey: ReadonlyMap<string, ProviderConfiguration>,
): DeclaredProvider | undefined => {
  const key = reference.resource.provider
  const configuration = key === undefined ? undefined : providersByKey.get(key)
  if (key === undefined || !configuration) return undefined
  const names = [...key.slice(0, key.lastIndexOf(':') + 1).matchAll(/module\.([^.:]+)[.:]/g)].map(
    ([, name]) => name ?? '',
  )
  let module: ModuleInstance | undefined = reference.module
  while (module && module.path.length > names.length) module = module.parent?.instance
  return module && names.every((name, at) => name === module?.path[at]) ? { configuration, module } : undefined
}
