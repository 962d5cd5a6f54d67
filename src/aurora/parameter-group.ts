import { resourcesOfType } from '../terraform/resources-of-type.js'
import type { Value } from '../terraform/value.js'
import { armsOf, knownString, resolve } from '../terraform/values.js'
import { ResourceInstance } from './resource-instance.js'

/** An `aws_rds_cluster_parameter_group`. */
export class ParameterGroup extends ResourceInstance {
  /** The value of a parameter; `undefined` where it is not certain to be set. */
  parameter(name: string): Value | undefined {
    const { all } = this.blocks('parameter')
    return all.find((block) => block.string('name') === name)?.value('value')
  }
}

/** The parameter groups of this configuration that a cluster's may be; empty where it may also be another. */
export const parameterGroups = (cluster: ResourceInstance): readonly ParameterGroup[] => {
  const name = cluster.value('db_cluster_parameter_group_name')
  if (!name) return []
  const arms = armsOf(name.kind === 'symbolic' ? name : resolve(name))
  const groups = arms.flatMap((arm) => groupOf(arm, cluster) ?? [])
  return groups.length === arms.length ? groups : []
}

const TYPE = 'aws_rds_cluster_parameter_group'

const groupOf = (value: Value, cluster: ResourceInstance): ParameterGroup | undefined => {
  for (let current: Value | undefined = value; current?.kind === 'symbolic'; current = current.value) {
    const { of } = current
    if (of.resource.type === TYPE && of.resource.mode === 'managed') return new ParameterGroup(cluster.evaluator, of)
  }
  const name = knownString(value)
  return name === undefined ? undefined : groupNamed(name, cluster)
}

/** One beside the cluster that has this very name; none where several have it. */
const groupNamed = (
  name: string,
  { evaluator, reference: { module } }: ResourceInstance,
): ParameterGroup | undefined => {
  const [only, ...others] = resourcesOfType(module.module, TYPE)
    .flatMap((resource) => evaluator.instancesOf(module, resource))
    .map((reference) => new ParameterGroup(evaluator, reference))
    .filter((group) => group.string('name') === name)
  return others.length === 0 ? only : undefined
}
