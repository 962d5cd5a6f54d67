import type { ProviderConfiguration } from '../terraform/configuration.js'
import { providerOf } from '../terraform/providers.js'
import { knownString } from '../terraform/values.js'
import type { ResourceInstance } from './resource-instance.js'

/** The provider configuration that manages the resource; `undefined` where none is declared (the environment's). */
export const providerConfiguration = ({
  reference,
  evaluator,
}: ResourceInstance): ProviderConfiguration | undefined => {
  const { resource, module } = reference
  const { providersByKey } = evaluator.root
  if (providersByKey) return resource.provider === undefined ? undefined : providersByKey.get(resource.provider)
  return providerOf(module, resource)?.configuration
}

/** The region that the resource lives in, where its own argument (provider 6) or its provider's configuration says so. */
export const regionOf = (resource: ResourceInstance): string | undefined => {
  if (resource.value('region') !== undefined) return resource.string('region')
  const { evaluator, reference } = resource
  const { providersByKey } = evaluator.root
  if (providersByKey) {
    const region = providerConfiguration(resource)?.content.arguments.get('region')
    return region && knownString(evaluator.argument(region, evaluator.rootInstance))
  }
  const bound = providerOf(reference.module, reference.resource)
  const region = bound?.configuration.content.arguments.get('region')
  if (!bound || !region) return undefined
  let module = reference.module
  for (let up = bound.levelsUp; up > 0 && module.parent; up -= 1) module = module.parent.instance
  return knownString(evaluator.argument(region, module))
}
