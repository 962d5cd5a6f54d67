import { instanceAddress } from '../../terraform/address.js'
import type { DependencyGraph } from '../../terraform/dependency-graph.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import { reasons, resolve } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import type { ClusterIndex } from '../cluster-index.js'
import { clusterReferences, type JudgedReference } from '../cluster-reference.js'
import { existing } from '../existence.js'
import type { KnownCall } from '../expanded-modules.js'
import { NOT_KNOWN, no, orElse, type Relation, undecided, yes } from '../relation.js'
import type { ResourceInstance } from '../resource-instance.js'
import { CallInstance } from './call-instance.js'
import type { ModuleCluster } from './module-cluster.js'
import { andExists, moduleClustersOf, pointsAtModule, waitsForModule } from './pointing.js'

/** An instance of a call of a known module that is the stream of the cluster whose ARN it is given. */
export class StreamCall extends CallInstance {
  /** What that ARN may be, an entry for each arm of a condition. */
  readonly references: readonly JudgedReference[]
  readonly #graph: DependencyGraph

  constructor(evaluator: Evaluator, call: KnownCall, index: ClusterIndex, graph: DependencyGraph) {
    super(evaluator, call)
    this.#graph = graph
    const arn = this.versions[0]?.streamOf?.arn
    const judged = arn ? clusterReferences(this.value(arn), this.where) : []
    this.references = judged.map((one) => index.identified(one))
  }

  get arnInput(): string {
    return this.versions[0]?.streamOf?.arn.input ?? ''
  }

  /** Whether it is the stream of this cluster, wherever that exists. */
  pointsAt(cluster: Cluster): Relation {
    return andExists(this.names(cluster), this, existing(cluster))
  }

  /** Whether it is given the ARN of this cluster. */
  names(cluster: Cluster): Relation {
    const others = this.references.filter(({ reference }) => !means(reference, cluster))
    const isNamed = others.length < this.references.length
    const open = others.flatMap(({ reference, value }) => {
      if (isNamed) return orElse(reasons(resolve(value)), NOT_KNOWN)
      return reference.kind === 'unknown' ? reference.because : []
    })
    if (open.length > 0) return undecided([...new Set(open)])
    return isNamed ? yes() : no()
  }

  pointsAtModule(cluster: ModuleCluster): Relation {
    return pointsAtModule(this.references, this, cluster)
  }

  get moduleClusters(): readonly ModuleCluster[] {
    return moduleClustersOf(this.references)
  }

  /** Whether the stream starts only after one of these instances exists. */
  waitsForAny(instances: readonly ResourceInstance[]): Relation {
    const goals = instances.map(({ reference }) => reference)
    const reached = this.#graph.callReaches(this.module, this.call, goals)
    if (reached.verdict === 'undecided') return undecided(reached.because)
    return reached.verdict === 'yes' ? yes() : no()
  }

  waitsForModule(cluster: ModuleCluster): Relation {
    return waitsForModule(this.#graph.outputsReached(this, cluster.module, cluster.call), cluster)
  }
}

const means = (reference: JudgedReference['reference'], cluster: Cluster): boolean => {
  if (reference.kind === 'identifier') {
    return reference.identifier.text !== undefined && reference.identifier.text === cluster.identifier
  }
  if (reference.kind !== 'resource') return false
  const { of, forEach } = reference
  if (of.module !== cluster.reference.module || of.resource !== cluster.reference.resource) return false
  return forEach === true || instanceAddress(of) === cluster.address
}
