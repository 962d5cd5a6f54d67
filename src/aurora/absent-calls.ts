import { within } from '../terraform/address.js'
import type { ModuleCall } from '../terraform/configuration.js'
import type { DependencyGraph } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Symbolic, Value } from '../terraform/value.js'

/** A call of a module whose source is not at hand, and what it is given of clusters. */
export interface AbsentCall {
  readonly address: string
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly because: string
  /** Evaluated when it is asked for: few calls are given anything of a cluster, and no other is worth the reading. */
  readonly given: () => readonly Symbolic[]
}

export const absentCall = (
  evaluator: Evaluator,
  graph: DependencyGraph,
  module: ModuleInstance,
  call: ModuleCall,
  because: string,
): AbsentCall => {
  let given: readonly Symbolic[] | undefined
  return {
    address: within(module, `module.${call.name}`),
    module,
    call,
    because,
    given: () => {
      given ??= [...call.content.arguments.values()]
        .filter((argument) => graph.mayMention(module, argument, 'aws_rds_cluster'))
        .flatMap((argument) => clustersIn(evaluator.argument(argument, module)))
      return given
    },
  }
}

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
