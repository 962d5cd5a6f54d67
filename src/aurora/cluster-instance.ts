import type { Evaluator } from '../terraform/evaluator.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Value } from '../terraform/value.js'
import { armsOf, reasons, resolve } from '../terraform/values.js'
import type { Cluster } from './cluster.js'
import type { Candidate, ClusterIndex } from './cluster-index.js'
import { type ClusterReference, clusterReferences, clusterSymbol, identifierOf } from './cluster-reference.js'
import { type ClassObstacle, classObstacleOf } from './eligibility/class-obstacle.js'
import { regionOf } from './places/provider.js'
import { ResourceInstance } from './resource-instance.js'

/** An `aws_rds_cluster_instance`, and the clusters that it belongs to, for certain or perhaps. */
export class ClusterInstance extends ResourceInstance {
  readonly clusters: readonly Candidate[]
  /** Why it may belong to any cluster; empty where its cluster is named. */
  readonly mayBeAny: readonly string[]
  readonly #meant: readonly ClusterReference[]

  constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex) {
    super(evaluator, reference)
    const identifier = this.value('cluster_identifier')
    const meant = identifier ? identified(identifier, this) : []
    const isForEach = meant.every((one) => one.kind === 'resource' && one.forEach)
    const either = identifier && meant.length > 1 && !isForEach ? reasons(resolve(identifier)) : []
    this.clusters = meant.flatMap((one) =>
      index.find(one, this).map(({ cluster, unless }) => ({ cluster, unless: [...unless, ...either] })),
    )
    this.#meant = meant
    this.mayBeAny = meant.flatMap((one) => index.anyBecause(one, this))
  }

  /** The clusters that it belongs to for certain: more than one where a plan's JSON lost which of them, none where nobody knows. */
  get certainClusters(): readonly Cluster[] {
    const isCertain = this.mayBeAny.length === 0 && this.clusters.every(({ unless }) => unless.length === 0)
    return isCertain ? this.clusters.map(({ cluster }) => cluster) : []
  }

  /** Why its class keeps its cluster from streaming, whichever cluster that is. */
  get classObstacle(): ClassObstacle | undefined {
    return classObstacleOf(this, this.certainClusters)
  }

  /** Whether this instance, of another root module, may belong to the cluster. */
  mayMeanFromOutside(cluster: Cluster): boolean {
    const region = regionOf(this)
    if (region !== undefined && cluster.region !== undefined && region !== cluster.region) return false
    return this.#meant.some((reference) => {
      switch (reference.kind) {
        case 'identifier':
          return reference.identifier.text === undefined || cluster.mayBeCalled(reference.identifier.text)
        case 'unknown':
        case 'outside':
          return true
        case 'resource':
        case 'nothing':
        case 'invalid':
          return false
        default:
          return reference satisfies never
      }
    })
  }
}

/** `cluster_identifier` takes the identifier, which `id` is, too; whatever else of a cluster is written there means that cluster. */
const identified = (value: Value, user: ResourceInstance): readonly ClusterReference[] => {
  const arms = armsOf(value.kind === 'symbolic' ? value : resolve(value))
  return arms.flatMap((arm): readonly ClusterReference[] => {
    const cluster = clusterSymbol(arm)
    if (cluster) return [{ kind: 'resource', of: cluster.of, ...(cluster.pathLost && { forEach: true }) }]
    const identifier = identifierOf(arm)
    if (identifier?.text === '') return []
    if (identifier) return [{ kind: 'identifier', identifier }]
    return clusterReferences(arm, user.where).map(({ reference }) => reference)
  })
}
