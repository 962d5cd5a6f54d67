import { within } from '../terraform/address.js'
import type { AbsentModule, Argument, ModuleCall } from '../terraform/configuration.js'
import type { DependencyGraph } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Symbolic, Value } from '../terraform/value.js'
import { identity, resolve } from '../terraform/values.js'
import { type ClusterReference, clusterReferences } from './cluster-reference.js'

/** A call of a module whose source is not at hand, and what it is given of clusters. */
export interface AbsentCall {
  readonly address: string
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly because: string
  /** `terraform init` would bring it. */
  readonly isInstallable: boolean
  /** Evaluated when it is asked for: few calls are given anything of a cluster, and no other is worth the reading. */
  readonly given: () => readonly Symbolic[]
  /** ARNs of clusters that it is given as text, put together or literal. */
  readonly arns: () => readonly ClusterReference[]
  /** Whether one of its arguments is certain to be this value. */
  readonly isGiven: (value: Value) => boolean
}

/** What every call takes, and does not hand on. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'count',
  'for_each',
  'providers',
  'depends_on',
])

export const absentCall = (
  evaluator: Evaluator,
  graph: DependencyGraph,
  module: ModuleInstance,
  call: ModuleCall,
  { because, isInstallable }: AbsentModule,
): AbsentCall => {
  let values: readonly Value[] | undefined
  const handedIn = (): readonly Value[] => {
    values ??= [...call.content.arguments.values()]
      .filter(({ name }) => !META_ARGUMENTS.has(name))
      .filter((argument) => graph.mayMention(module, argument, 'aws_rds_cluster') || isText(argument))
      .map((argument) => evaluator.argument(argument, module))
    return values
  }
  return {
    address: within(module, `module.${call.name}`),
    module,
    call,
    because,
    isInstallable,
    given: () => handedIn().flatMap(clustersIn),
    arns: () =>
      handedIn()
        .filter((value) => value.kind === 'text' || value.kind === 'known')
        .flatMap((value) => clusterReferences(value, { evaluator, module }))
        .map(({ reference }) => reference),
    isGiven: (wanted) => {
      const id = identity(resolve(wanted))
      const inputs = [...call.content.arguments.values()].filter(({ name }) => !META_ARGUMENTS.has(name))
      return (
        id !== undefined && inputs.some((argument) => identity(resolve(evaluator.argument(argument, module))) === id)
      )
    },
  }
}

const isText = ({ expression }: Argument): boolean => expression.kind === 'literal' || expression.kind === 'constant'

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
