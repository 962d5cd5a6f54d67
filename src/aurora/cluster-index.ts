import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Cluster } from './cluster.js'
import type { ClusterReference } from './cluster-reference.js'
import { regionOf } from './provider.js'
import type { ResourceInstance } from './resource-instance.js'

/** A cluster that a reference means, for certain or perhaps. */
export interface Candidate {
  readonly cluster: Cluster
  /** Why it is not certain; empty where it is. */
  readonly unless: readonly string[]
}

/** Finds the clusters of a configuration by what refers to them. */
export class ClusterIndex {
  readonly clusters: readonly Cluster[]
  readonly #byResource = new Map<ModuleInstance, Map<string, Cluster[]>>()
  readonly #byIdentifier = new Map<string, Cluster[]>()
  /** Clusters whose identifier depends on something that is not known. */
  readonly #unidentified: readonly Cluster[]

  constructor(clusters: readonly Cluster[]) {
    this.clusters = clusters
    for (const cluster of clusters) {
      const { module, resource } = cluster.reference
      const ofModule = this.#byResource.get(module) ?? new Map<string, Cluster[]>()
      this.#byResource.set(module, ofModule)
      ofModule.set(resource.address, [...(ofModule.get(resource.address) ?? []), cluster])
      if (cluster.identifier !== undefined) {
        this.#byIdentifier.set(cluster.identifier, [...(this.#byIdentifier.get(cluster.identifier) ?? []), cluster])
      }
    }
    this.#unidentified = clusters.filter(
      (cluster) => cluster.identifier === undefined && cluster.value('cluster_identifier') !== undefined,
    )
  }

  /** The clusters that the reference means, used in `user`. */
  find(reference: ClusterReference, user: ResourceInstance): readonly Candidate[] {
    switch (reference.kind) {
      case 'resource':
        return this.#instances(reference.of)
      case 'identifier':
        return this.#identified(reference, user)
      case 'unknown':
        return this.clusters.map((cluster) => ({ cluster, unless: reference.because }))
      case 'nothing':
      case 'outside':
      case 'invalid':
        return []
      default:
        return reference satisfies never
    }
  }

  #instances({ module, resource, key }: ResourceInstanceReference): readonly Candidate[] {
    const instances = this.#byResource.get(module)?.get(resource.address) ?? []
    switch (key.kind) {
      case 'none':
        return instances.map((cluster) => ({ cluster, unless: [] }))
      case 'known':
        return instances
          .filter(({ reference }) => reference.key.kind === 'known' && reference.key.value === key.value)
          .map((cluster) => ({ cluster, unless: [] }))
      case 'each':
        return instances
          .filter(({ reference }) => reference.key.kind === 'each')
          .map((cluster) => ({ cluster, unless: [] }))
      case 'any':
        return instances.map((cluster) => ({ cluster, unless: key.because }))
      default:
        return key satisfies never
    }
  }

  #identified(reference: ClusterReference & { kind: 'identifier' }, user: ResourceInstance): readonly Candidate[] {
    const region = reference.region ?? regionOf(user)
    const isElsewhere = (cluster: Cluster): boolean => {
      const own = regionOf(cluster)
      const account = cluster.account
      return (
        (region !== undefined && own !== undefined && own !== region) ||
        (reference.account !== undefined && account !== undefined && account !== reference.account)
      )
    }
    const named = (this.#byIdentifier.get(reference.identifier) ?? []).filter((cluster) => !isElsewhere(cluster))
    const inRegion = named.filter((cluster) => region !== undefined && regionOf(cluster) === region)
    const certain = named.length > 1 && inRegion.length > 0 ? inRegion : named
    const [only] = certain
    if (only && certain.length === 1) return [{ cluster: only, unless: [] }]
    const because = `${certain.length} clusters are called ${reference.identifier}`
    if (certain.length > 1) return certain.map((cluster) => ({ cluster, unless: [because] }))
    return this.#unidentified
      .filter((cluster) => !isElsewhere(cluster) && cluster.mayBeCalled(reference.identifier))
      .map((cluster) => ({ cluster, unless: [`the identifier of ${cluster.address} is not known`] }))
  }
}
