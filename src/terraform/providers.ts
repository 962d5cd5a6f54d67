import type { Module, ModuleCall, ProviderConfiguration, Resource } from './configuration.js'

/** A module in the configuration, whatever its instances. */
export interface ProviderScope<Self = unknown> {
  readonly module: Module
  readonly parent?: { readonly place: Self; readonly call: ModuleCall }
}

export interface ProviderBinding<Place> {
  readonly configuration: ProviderConfiguration
  readonly place: Place
}

/**
 * The provider configuration that a resource is managed with: its own `provider` argument, else the default one of its
 * provider; handed down by `providers` of the calls, or inherited. `undefined` where none is declared (it comes from the environment).
 */
export const providerOf = <Place extends ProviderScope<Place>>(
  place: Place,
  resource: Resource,
): ProviderBinding<Place> | undefined => {
  let name = resource.provider ?? (resource.type.split('_', 1)[0] ?? resource.type)
  let at: Place | undefined = place
  while (at) {
    const declared = at.module.providers.find((provider) => localName(provider) === name)
    if (declared) return { configuration: declared, place: at }
    const parent: Place['parent'] = at.parent
    if (!parent) return undefined
    const handed = parent.call.providers.get(name)
    // With an explicit `providers` map nothing else is handed down; without one only default configurations are.
    if (handed === undefined && (parent.call.providers.size > 0 || name.includes('.'))) return undefined
    name = handed ?? name
    at = parent.place
  }
  return undefined
}

const localName = (provider: ProviderConfiguration): string =>
  provider.alias === undefined ? provider.name : `${provider.name}.${provider.alias}`
