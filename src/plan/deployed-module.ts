import { moduleNamesOf } from './address.js'
import type { PlanCall, PlanModule, PlannedInstance, PlanResource } from './document.js'

/** What a configuration would have to declare for these instances, by address alone: nobody knows with which arguments. */
export const deployedModule = (
  instances: readonly PlannedInstance[],
  knownAs: (instance: PlannedInstance) => string | undefined,
): PlanModule => {
  const root = new DeployedModule()
  for (const instance of instances) {
    let module = root
    for (const name of moduleNamesOf(instance.moduleAddress)) module = module.called(name)
    module.declare(instance, knownAs(instance))
  }
  return root
}

class DeployedModule implements PlanModule {
  readonly calls = new Map<string, DeployedCall>()
  readonly outputs = new Map<string, never>()
  readonly variables = new Map<string, never>()
  readonly #resources = new Map<string, PlanResource>()

  get resourceAddresses(): readonly string[] {
    return [...this.#resources.keys()]
  }

  resource(address: string): PlanResource | undefined {
    return this.#resources.get(address)
  }

  called(name: string): DeployedModule {
    const known = this.calls.get(name)
    if (known) return known.module
    const module = new DeployedModule()
    this.calls.set(name, { ...NO_ARGUMENTS, source: undefined, versionConstraint: undefined, module })
    return module
  }

  declare({ type, name }: PlannedInstance, knownAs: string | undefined): void {
    const address = `${type}.${name}`
    this.#resources.set(address, {
      ...NO_ARGUMENTS,
      address,
      ...(knownAs !== undefined && { knownAs }),
      mode: 'managed',
      type,
      name,
      providerConfigKey: undefined,
      provisioners: [],
    })
  }
}

interface DeployedCall extends PlanCall {
  readonly module: DeployedModule
}

const NO_ARGUMENTS = { expressions: {}, count: undefined, forEach: undefined, dependsOn: [] } as const
