import type { Evaluator } from '../terraform/evaluator.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Symbolic, Value } from '../terraform/value.js'
import { armsOf, knownString, reasons, resolve } from '../terraform/values.js'
import type { Candidate, ClusterIndex } from './cluster-index.js'
import { type ClusterReference, clusterReferences } from './cluster-reference.js'
import { ResourceInstance } from './resource-instance.js'

/** An `aws_rds_cluster_instance`, and the clusters that it belongs to, for certain or perhaps. */
export class ClusterInstance extends ResourceInstance {
  readonly clusters: readonly Candidate[]

  constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex) {
    super(evaluator, reference)
    const identifier = this.value('cluster_identifier')
    const meant = identifier ? identified(evaluator, identifier, this) : []
    const unless = meant.length > 1 ? reasons(identifier ? resolve(identifier) : { kind: 'known', value: null }) : []
    this.clusters = meant.flatMap((one) =>
      index
        .find(one, this)
        .map((candidate) => ({ cluster: candidate.cluster, unless: [...candidate.unless, ...unless] })),
    )
  }
}

/** `cluster_identifier` takes the identifier, which `id` is, too; whatever else of a cluster is written there means that cluster. */
const identified = (evaluator: Evaluator, value: Value, user: ResourceInstance): readonly ClusterReference[] => {
  const arms = armsOf(value.kind === 'symbolic' ? value : resolve(value))
  return arms.flatMap((arm): readonly ClusterReference[] => {
    const cluster = clusterSymbol(arm)
    if (cluster) return [{ kind: 'resource', of: cluster.of }]
    const identifier = knownString(arm)
    if (identifier !== undefined) return identifier === '' ? [] : [{ kind: 'identifier', identifier }]
    return clusterReferences(evaluator, arm, user.reference.module).map(({ reference }) => reference)
  })
}

const clusterSymbol = (value: Value): Symbolic | undefined => {
  for (let current: Value | undefined = value; current?.kind === 'symbolic'; current = current.value) {
    if (current.of.resource.type === 'aws_rds_cluster' && current.of.resource.mode === 'managed') return current
  }
  return undefined
}
