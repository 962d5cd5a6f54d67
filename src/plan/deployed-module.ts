import type { PlanModule, PlannedInstance, PlanResource } from './document.js'

/**
 * What stands for the configuration of what is deployed: each instance is a resource by itself, known by its whole address. So nothing
 * has to be told from the text of an address, and what no one configuration could declare (with a key and without one, as an apply
 * leaves it that failed) is there as well.
 */
export const deployedModule = (instances: readonly PlannedInstance[]): PlanModule => {
  const resources = new Map(instances.map((instance, at) => [`${instance.type}.${at}`, deployedResource(instance)]))
  return {
    resourceAddresses: [...resources.keys()],
    resource: (address) => resources.get(address),
    calls: new Map(),
    outputs: new Map(),
    variables: new Map(),
  }
}

const deployedResource = ({ address, type, name }: PlannedInstance): PlanResource => ({
  address,
  knownAs: address,
  mode: 'managed',
  type,
  name,
  providerConfigKey: undefined,
  expressions: {},
  provisioners: [],
  count: undefined,
  forEach: undefined,
  dependsOn: [],
})
