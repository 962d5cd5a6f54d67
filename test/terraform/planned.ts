import { isWanted } from '../../src/aurora/resource-types.js'
import { openPlan } from '../../src/plan/index.js'
import { instanceAddress } from '../../src/terraform/address.js'
import { known } from '../../src/terraform/construct.js'
import { Evaluator } from '../../src/terraform/evaluator.js'
import type { ModuleInstance } from '../../src/terraform/module-instance.js'
import { planRootModule } from '../../src/terraform/plan-configuration.js'
import { type PlannedState, plannedState } from '../../src/terraform/planned-state.js'
import type { ResourceInstanceReference } from '../../src/terraform/reference.js'
import { accessTo } from '../plan/access.js'
import { show } from './configured.js'

/** The root module of a plan's configuration, in the JSON's own terms. */
export interface PlannedConfiguration {
  readonly resources?: readonly object[]
  readonly module_calls?: Readonly<Record<string, object>>
  readonly variables?: Readonly<Record<string, object>>
  readonly outputs?: Readonly<Record<string, object>>
}

export interface Planned {
  readonly state: PlannedState
  readonly evaluator: Evaluator
  /** Addresses of all instances of the wanted types. */
  readonly addresses: readonly string[]
  /** What the evaluator makes of an attribute, by the instance's address. */
  readonly attribute: (address: string, name: string) => string
  readonly instance: (address: string) => ResourceInstanceReference
}

/** A plan's JSON, opened and ready to be evaluated without its source. */
export const planned = (configuration: PlannedConfiguration, parts: object = {}): Planned => {
  const json = { format_version: '1.2', configuration: { root_module: configuration }, ...parts }
  const plan = openPlan(accessTo(JSON.stringify(json)), 'plan.json', { wanted: isWanted })
  if (!plan.configuration || plan.diagnostics.length > 0) throw new Error('the plan cannot be read')
  const state = plannedState(plan, isWanted)
  const root = planRootModule(plan, plan.configuration)
  const evaluator = new Evaluator(root, { workspace: known('default'), functions: {}, planned: state })
  const instances = new Map(allIn(evaluator, evaluator.rootInstance).map((one) => [instanceAddress(one), one]))
  const instance = (address: string): ResourceInstanceReference => {
    const found = instances.get(address)
    if (!found) throw new Error(`no ${address}, but ${[...instances.keys()].join(', ')}`)
    return found
  }
  return {
    state,
    evaluator,
    addresses: [...instances.keys()],
    instance,
    attribute: (address, name) => {
      const value = evaluator.attribute(instance(address), name)
      return value ? show(value) : 'left out'
    },
  }
}

const allIn = (evaluator: Evaluator, module: ModuleInstance): readonly ResourceInstanceReference[] => [
  ...[...module.module.resources.keys()].flatMap((address) => {
    const resource = module.module.resources.get(address)
    return resource ? evaluator.instancesOf(module, resource) : []
  }),
  ...[...module.module.calls.values()].flatMap((call) =>
    evaluator.childInstances(module, call).flatMap((child) => allIn(evaluator, child)),
  ),
]

/** A resource of the configuration: `aws_rds_cluster.main`, with expressions as the JSON has them. */
export const declared = (address: string, expressions: object = {}, more: object = {}): object => {
  const parts = address.split('.')
  const [type, name] = parts.slice(-2)
  return { address, mode: parts[0] === 'data' ? 'data' : 'managed', type, name, expressions, ...more }
}

/** An entry of `resource_changes` for an instance's address. */
export const changed = (address: string, change: object = {}, more: object = {}): object => {
  const [, module, type, name, key] =
    /^((?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*)(\w+)\.(\w+)(?:\[(.*)\])?$/.exec(address) ?? []
  return {
    address,
    ...(module && { module_address: module.slice(0, -1) }),
    mode: 'managed',
    type,
    name,
    ...(key !== undefined && { index: JSON.parse(key) }),
    change: { actions: ['create'], before: null, after: {}, after_unknown: {}, after_sensitive: {}, ...change },
    ...more,
  }
}
