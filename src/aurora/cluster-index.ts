import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { identity, resolve } from '../terraform/values.js'
import type { Cluster } from './cluster.js'
import { type ClusterReference, type Identifier, identifierOf, type JudgedReference } from './cluster-reference.js'
import type { ClusterOutput, ModuleCluster } from './known-modules/module-cluster.js'
import { regionOf } from './places/provider.js'
import type { ResourceInstance } from './resource-instance.js'

/** A cluster that a reference means, for certain or perhaps. */
export interface Candidate {
  readonly cluster: Cluster
  /** Why it is not certain; empty where it is. */
  readonly unless: readonly string[]
}

/** The clusters of one resource. */
interface Instances {
  readonly all: Cluster[]
  readonly byKey: Map<string | number | undefined, Cluster>
}

const noInstances = (): Instances => ({ all: [], byKey: new Map() })

const keyOf = ({ reference: { key } }: Cluster): string | number | undefined =>
  key.kind === 'known' ? key.value : undefined

/** Finds the clusters of a configuration by what refers to them. */
export class ClusterIndex {
  readonly #byResource = new Map<ModuleInstance, Map<string, Instances>>()
  readonly #byIdentifier = new Map<string, Cluster[]>()
  /** Clusters whose identifier depends on something that is not known. */
  readonly #unidentified: readonly Cluster[]

  /** By what the outputs are equal to that stand for them. */
  readonly #moduleOutputs: ReadonlyMap<string, ClusterOutput>

  constructor(clusters: readonly Cluster[], moduleClusters: readonly ModuleCluster[] = []) {
    const outputs = moduleClusters.flatMap((cluster) => cluster.outputs)
    this.#moduleOutputs = new Map(outputs.map((output) => [identity(output.value) ?? '', output]))
    for (const cluster of clusters) {
      const { module, resource } = cluster.reference
      const ofModule = this.#byResource.get(module) ?? new Map<string, Instances>()
      this.#byResource.set(module, ofModule)
      const ofResource = ofModule.get(resource.address) ?? noInstances()
      ofModule.set(resource.address, ofResource)
      ofResource.all.push(cluster)
      ofResource.byKey.set(keyOf(cluster), cluster)
      const value = cluster.value('cluster_identifier')
      const identifier = value && identifierOf(value)
      if (!identifier) continue
      const key = keyOfIdentifier(identifier)
      const named = this.#byIdentifier.get(key)
      if (named) named.push(cluster)
      else this.#byIdentifier.set(key, [cluster])
    }
    this.#unidentified = clusters.filter(
      (cluster) => cluster.identifier === undefined && cluster.value('cluster_identifier') !== undefined,
    )
  }

  /** Of a module that is known, though not at hand, an output may be the ARN of the cluster in it, or its identifier. */
  identified(judged: JudgedReference): JudgedReference {
    const { reference, value } = judged
    if (reference.kind === 'identifier' && reference.identifier.text === undefined) {
      const named = this.#moduleOutputs.get(reference.identifier.id)
      return named ? { ...judged, reference: { kind: 'outside', module: named.cluster } } : judged
    }
    if (reference.kind === 'invalid' && reference.mistake.kind === 'literal' && !value.sensitive) {
      // The identifier of a cluster of this configuration, where its ARN belongs.
      const [only, ...others] = this.#byIdentifier.get(keyOfIdentifier({ text: reference.mistake.text })) ?? []
      if (only && others.length === 0)
        return { ...judged, reference: { kind: 'resource', of: only.reference, mistake: reference.mistake } }
    }
    const output = reference.kind === 'unknown' ? this.#moduleOutputs.get(identity(resolve(value)) ?? '') : undefined
    if (!output) return judged
    const { cluster: module, name, isArn } = output
    const mistake = { kind: 'attribute', name: `module.${module.call.name}.${name}`, attribute: name } as const
    return { ...judged, reference: { kind: 'outside', module, ...(!isArn && { mistake }) } }
  }

  /** The clusters that the reference means, used in `user`; none where nobody knows which. */
  find(reference: ClusterReference, user: ResourceInstance): readonly Candidate[] {
    switch (reference.kind) {
      case 'resource':
        return this.#instances(reference.of).filter(({ cluster }) => !isElsewhere(cluster, reference))
      case 'identifier':
        return this.#identified(reference, user)
      case 'unknown':
      case 'nothing':
      case 'outside':
      case 'invalid':
        return []
      default:
        return reference satisfies never
    }
  }

  #instances({ module, resource, key }: ResourceInstanceReference): readonly Candidate[] {
    const instances = this.#byResource.get(module)?.get(resource.address)
    if (!instances) return []
    if (key.kind === 'any') return instances.all.map((cluster) => ({ cluster, unless: key.because }))
    const only = instances.byKey.get(key.kind === 'known' ? key.value : undefined)
    return only ? [{ cluster: only, unless: [] }] : []
  }

  #identified(reference: ClusterReference & { kind: 'identifier' }, user: ResourceInstance): readonly Candidate[] {
    const { identifier } = reference
    const region = reference.region ?? regionOf(user)
    const named = (this.#byIdentifier.get(keyOfIdentifier(identifier)) ?? []).filter(
      (cluster) => !isElsewhere(cluster, { ...reference, ...(region !== undefined && { region }) }),
    )
    const inRegion = named.filter((cluster) => region !== undefined && regionOf(cluster) === region)
    const certain = named.length > 1 && inRegion.length > 0 ? inRegion : named
    const [only] = certain
    if (only && certain.length === 1) return [{ cluster: only, unless: [] }]
    const because = `${certain.length} clusters have this identifier`
    if (certain.length > 1) return certain.map((cluster) => ({ cluster, unless: [because] }))
    const { text } = identifier
    if (text === undefined) return []
    return this.#unidentified
      .filter((cluster) => !isElsewhere(cluster, reference) && cluster.mayBeCalled(text))
      .map((cluster) => ({ cluster, unless: [`the identifier of ${cluster.address} is not known`] }))
  }

  /** Why the reference may mean any cluster; empty where it means some, or none of this configuration. */
  anyBecause(reference: ClusterReference, user: ResourceInstance): readonly string[] {
    if (reference.kind === 'unknown') return reference.because
    if (reference.kind !== 'identifier' || reference.identifier.text !== undefined) return []
    return this.find(reference, user).length > 0 ? [] : reference.identifier.because
  }
}

const keyOfIdentifier = (identifier: Identifier): string =>
  identifier.text === undefined ? `~${identifier.id}` : `=${identifier.text}`

/** Whether a known region or account says that the cluster is not the one in that place. */
const isElsewhere = (
  cluster: Cluster,
  { region, account }: { readonly region?: string; readonly account?: string },
): boolean =>
  (region !== undefined && (cluster.region ?? region) !== region) ||
  (account !== undefined && (cluster.account ?? account) !== account)
