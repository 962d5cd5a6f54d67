import type { Evaluator } from '../terraform/evaluator.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Value } from '../terraform/value.js'
import { armsOf, resolve } from '../terraform/values.js'
import { ResourceInstance } from './resource-instance.js'

/** An `aws_rds_cluster_parameter_group`. */
export class ParameterGroup extends ResourceInstance {
  /** The value of a parameter; `undefined` where it is not certain to be set. */
  parameter(name: string): Value | undefined {
    const { all } = this.blocks('parameter')
    return all.find((block) => block.string('name') === name)?.value('value')
  }
}

/** The parameter groups of this configuration that the name of one may be; empty where an arm of it names none. */
export const parameterGroups = (evaluator: Evaluator, name: Value): readonly ParameterGroup[] => {
  const arms = armsOf(name.kind === 'symbolic' ? name : resolve(name))
  const groups = arms.flatMap((arm) => groupOf(arm) ?? [])
  return groups.length === arms.length ? groups.map((group) => new ParameterGroup(evaluator, group)) : []
}

const groupOf = (value: Value): ResourceInstanceReference | undefined => {
  for (let current: Value | undefined = value; current?.kind === 'symbolic'; current = current.value) {
    const { resource } = current.of
    if (resource.type === 'aws_rds_cluster_parameter_group' && resource.mode === 'managed') return current.of
  }
  return undefined
}
