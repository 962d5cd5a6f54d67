import { within } from '../terraform/address.js'
import type { ModuleCall } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Symbolic, Value } from '../terraform/value.js'

/** A call of a module whose source is not at hand, and what it is given of clusters. */
export interface AbsentCall {
  readonly address: string
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly because: string
  readonly given: readonly Symbolic[]
}

export const absentCall = (
  evaluator: Evaluator,
  module: ModuleInstance,
  call: ModuleCall,
  because: string,
): AbsentCall => ({
  address: within(module, `module.${call.name}`),
  module,
  call,
  because,
  given: [...call.content.arguments.values()].flatMap((argument) => clustersIn(evaluator.argument(argument, module))),
})

const clustersIn = (value: Value): readonly Symbolic[] => {
  switch (value.kind) {
    case 'symbolic':
      return value.of.resource.type === 'aws_rds_cluster' ? [value] : value.value ? clustersIn(value.value) : []
    case 'list':
      return value.items.flatMap(clustersIn)
    case 'mapping':
      return [...value.entries.values()].flatMap(clustersIn)
    case 'choice':
      return value.arms.flatMap(clustersIn)
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : clustersIn(part)))
    case 'repeated':
      return clustersIn(value.element)
    case 'known':
    case 'unknown':
    case 'opaque':
      return []
    default:
      return value satisfies never
  }
}
