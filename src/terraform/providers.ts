import type { Module, ModuleCall, ProviderConfiguration, Resource } from './configuration.js'

/** A module (or an instance of one) with the call that it came by. */
interface Nested {
  readonly module: Module
  readonly parent?: { readonly instance: Nested; readonly call: ModuleCall }
}

export interface ProviderBinding {
  readonly configuration: ProviderConfiguration
  /** How many calls up the module is that declares it; 0 is the resource's own. */
  readonly levelsUp: number
}

/**
 * The provider configuration that a resource is managed with: its own `provider` argument, else the default one of its
 * provider; handed down by `providers` of the calls, or inherited. `undefined` where none is declared (it comes from the environment).
 */
export const providerOf = (module: Nested, resource: Resource): ProviderBinding | undefined => {
  let name = resource.provider ?? resource.type.split('_', 1)[0] ?? resource.type
  let at = module
  for (let levelsUp = 0; ; levelsUp += 1) {
    const declared = at.module.providers.find((provider) => localName(provider) === name)
    if (declared) return { configuration: declared, levelsUp }
    const { parent } = at
    if (!parent) return undefined
    const handed = parent.call.providers.get(name)
    // Default configurations are handed down by themselves, whatever else `providers` names.
    if (handed === undefined && name.includes('.')) return undefined
    name = handed ?? name
    at = parent.instance
  }
}

const localName = (provider: ProviderConfiguration): string =>
  provider.alias === undefined ? provider.name : `${provider.name}.${provider.alias}`
