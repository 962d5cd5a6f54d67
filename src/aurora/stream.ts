import type { DependencyGraph } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { reasons, resolve } from '../terraform/values.js'
import type { Cluster } from './cluster.js'
import type { Candidate, ClusterIndex } from './cluster-index.js'
import { clusterReferences, type JudgedReference } from './cluster-reference.js'
import { existing, existsOnlyIf, unknownKeys } from './existence.js'
import { referredKey } from './keys/kms-key.js'
import { areAwsManaged, type JudgedKey, kmsKeyReferences } from './keys/kms-key-reference.js'
import type { ModuleCluster } from './known-modules/module-cluster.js'
import { moduleClustersOf, pointsAtModule, waitsForModule } from './known-modules/pointing.js'
import { regionOf } from './places/provider.js'
import { NOT_KNOWN, no, orElse, type Relation, undecided, yes } from './relation.js'
import { ResourceInstance } from './resource-instance.js'

/** The cluster that a stream is for. */
export type ClusterRelation =
  | { readonly kind: 'found'; readonly cluster: Cluster }
  /** One of several clusters, or one or none, or (with none named) any: nobody knows. */
  | { readonly kind: 'undecided'; readonly clusters: readonly Cluster[]; readonly because: readonly string[] }
  /** No cluster of this configuration. */
  | { readonly kind: 'elsewhere' }

/** An `aws_rds_cluster_activity_stream`, with the cluster and the key that it names. */
export class Stream extends ResourceInstance {
  /** What `resource_arn` may be, an entry for each arm of a condition. */
  readonly references: readonly JudgedReference[]
  readonly cluster: ClusterRelation
  /** What `kms_key_id` may be, likewise. */
  readonly keys: readonly JudgedKey[]
  /** The clusters that it names, for certain or perhaps. */
  readonly candidates: readonly Candidate[]
  /** Why it may mean any cluster at all; empty where it names some. */
  readonly mayBeAny: readonly string[]
  readonly #graph: DependencyGraph
  #hasAwsManagedKey: boolean | undefined

  constructor(evaluator: Evaluator, reference: ResourceInstanceReference, index: ClusterIndex, graph: DependencyGraph) {
    super(evaluator, reference)
    this.#graph = graph
    const arn = this.value('resource_arn')
    this.references = (arn ? clusterReferences(arn, this.where) : []).map((judged) => index.identified(judged))
    this.candidates = this.#joined(index)
    this.mayBeAny = this.references.flatMap(({ reference }) => index.anyBecause(reference, this))
    this.cluster = relation(this.candidates, this.mayBeAny)
    const key = this.value('kms_key_id')
    this.keys = key ? kmsKeyReferences(key, evaluator, referredKey(this, 'kms_key_id')) : []
  }

  #joined(index: ClusterIndex): readonly Candidate[] {
    const arms = new Map<Cluster, { unless: readonly string[]; arms: number }>()
    for (const { reference } of this.references) {
      for (const { cluster, unless } of index.find(reference, this)) {
        const before = arms.get(cluster)
        arms.set(cluster, { unless: [...(before?.unless ?? []), ...unless], arms: (before?.arms ?? 0) + 1 })
      }
    }
    const isForEach = this.references.every(({ reference }) => reference.kind === 'resource' && reference.forEach)
    // Certain where each arm of the condition means this cluster.
    return [...arms].map(([cluster, { unless, arms: own }]) => {
      const open = isForEach || own === this.references.length ? unless : [...unless, ...this.#undecidedArms()]
      return { cluster, unless: [...new Set(open)] }
    })
  }

  #undecidedArms(): readonly string[] {
    const arn = this.value('resource_arn')
    return orElse(arn ? reasons(resolve(arn)) : [], NOT_KNOWN)
  }

  /** Whether this stream is the cluster's, wherever the cluster exists. */
  pointsAt(cluster: Cluster): Relation {
    const candidate = this.candidates.find((one) => one.cluster === cluster)
    if (!candidate) return no()
    const open = [...candidate.unless, ...existsOnlyIf(existing(this), existing(cluster))]
    return open.length > 0 ? undecided([...new Set(open)]) : yes()
  }

  /** Whether an unknown `count`, `for_each` or switch decides that it exists. */
  get mayNotExist(): boolean {
    const { module, resource } = this.reference
    const enabled = this.evaluator.enabled(module, resource)
    return unknownKeys(this.reference).length > 0 || (enabled !== undefined && enabled.kind !== 'known')
  }

  get hasAwsManagedKey(): boolean {
    this.#hasAwsManagedKey ??= areAwsManaged(this.keys)
    return this.#hasAwsManagedKey
  }

  /** Whether the stream starts only after one of these instances exists. */
  waitsForAny(instances: readonly ResourceInstance[]): Relation {
    const reached = this.#graph.reaches(
      this.reference,
      instances.map(({ reference }) => reference),
    )
    switch (reached.verdict) {
      case 'yes':
        return yes(`it waits: ${reached.path.join(' -> ')}`)
      case 'no':
        return no()
      case 'undecided':
        return undecided(reached.because)
      default:
        return reached satisfies never
    }
  }

  /** Whether it is the stream of the cluster that a known module makes, wherever that exists. */
  pointsAtModule(cluster: ModuleCluster): Relation {
    return pointsAtModule(this.references, existing(this), cluster)
  }

  /** The clusters of known modules that it names, for certain or perhaps. */
  get moduleClusters(): readonly ModuleCluster[] {
    return moduleClustersOf(this.references)
  }

  /** Whether it starts only after all that a call makes; some of its outputs stand for the cluster alone. */
  waitsForModule(cluster: ModuleCluster): Relation {
    return waitsForModule(this.#graph.outputsReached(this.reference, cluster.module, cluster.call), cluster)
  }

  waitsForCall(module: ModuleInstance, call: Parameters<DependencyGraph['reachesCall']>[2]): boolean {
    return this.#graph.reachesCall(this.reference, module, call)
  }

  /** Whether this stream, of another root module, names a cluster as this one is called. */
  mayMeanFromOutside(cluster: Cluster): boolean {
    return this.references.some(({ reference }) => {
      if (reference.kind !== 'identifier' || reference.identifier.text === undefined) return false
      if (reference.identifier.text !== cluster.identifier) return false
      const region = reference.region ?? regionOf(this)
      return region === undefined || cluster.region === undefined || region === cluster.region
    })
  }
}

const relation = (candidates: readonly Candidate[], mayBeAny: readonly string[]): ClusterRelation => {
  const [first] = candidates
  if (!first && mayBeAny.length === 0) return { kind: 'elsewhere' }
  if (first && candidates.length === 1 && first.unless.length === 0) return { kind: 'found', cluster: first.cluster }
  return {
    kind: 'undecided',
    clusters: candidates.map(({ cluster }) => cluster),
    because: [...new Set([...candidates.flatMap(({ unless }) => unless), ...mayBeAny])],
  }
}
