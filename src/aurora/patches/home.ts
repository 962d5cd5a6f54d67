/** Where the stream of a cluster belongs, and what it is to say there: beside the cluster, or beside the call of its module. */
import { argument, type BlockPlace, constant } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import { isInstalled } from '../../source/installed.js'
import { instanceAddress } from '../../terraform/address.js'
import type { ModuleCall, Resource } from '../../terraform/configuration.js'
import { callWithin, type ModuleInstance, type ParentCall, wayUp } from '../../terraform/module-instance.js'
import { resourcesOfType } from '../../terraform/resources-of-type.js'
import { knownString } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import { clusterSymbol } from '../cluster-reference.js'
import { providerConfiguration } from '../places/provider.js'
import type { ResourceInstance } from '../resource-instance.js'
import { placeOf } from './block-place.js'
import { keyInText, type Likeness, likenessOf, providerLike, repetitionLike } from './likeness.js'

export interface Home {
  readonly module: ModuleInstance
  /** The block of what the stream is for: the cluster, or the call. */
  readonly anchor: Resource | ModuleCall
  readonly like: Likeness
  /** What new resources are named after. */
  readonly name: string
  /** `aws_rds_cluster.main[each.key].arn`, `module.db.cluster_arn` */
  readonly arn: string
  /** What a new key's alias begins with, between quotes: `${aws_rds_cluster.main.cluster_identifier}`. */
  readonly title: string
  /** The instances of the cluster, by the resources or calls that make them: what `depends_on` takes. */
  readonly waitsFor: readonly string[]
  /** Behind which block new ones go. */
  readonly behind: BlockPlace
}

/** The nearest one; `Unmended` where nothing can be written that names all that a stream needs. */
export const homeOf = (cluster: Cluster): Home | Unmended => homesOf(cluster).next().value ?? NOWHERE

const NOWHERE: Unmended = { reason: 'it and its instances are in a module that terraform init has brought' }

/** The module of the cluster, and those around it, as far as they hold its instances too and may be written to. */
export function* homesOf(cluster: Cluster): Generator<Home | Unmended, undefined> {
  const { module } = cluster.reference
  const needed = makersOf(cluster).map((maker) => maker.module)
  for (const owner of wayUp(module)) {
    if (isInstalled(owner.module.directory) || !needed.every((one) => wayUp(one).includes(owner))) continue
    yield owner === module ? besideCluster(cluster) : besideCall(cluster, owner)
  }
}

/** What makes an instance of the cluster: certainly, else perhaps. */
interface Maker {
  readonly module: ModuleInstance
  readonly block: Resource | ModuleCall
}

const makersOf = (cluster: Cluster): readonly Maker[] => {
  const { instances, possibleInstances } = cluster
  const makers = (instances.length > 0 ? instances : possibleInstances).map(({ reference }) => ({
    module: reference.module,
    block: reference.resource,
  }))
  if (makers.length > 0) return makers
  const calls = cluster.absentCallsWith('id', 'cluster_identifier', 'arn', 'cluster_members')
  return calls.map(({ module, call }) => ({ module, block: call }))
}

const besideCluster = (cluster: Cluster): Home => {
  const { module, resource, key } = cluster.reference
  const like = likenessOf(resource, key)
  const name = `${resource.address}${like.suffix}`
  const beside = makersBeside(cluster, module)
  return {
    module,
    anchor: resource,
    like,
    name: resource.name,
    arn: `${name}.arn`,
    title: `\${${name}.cluster_identifier}`,
    waitsFor: [...new Set(beside.map(nameOf))],
    behind: lastInFile(placeOf(resource), beside),
  }
}

const besideCall = (cluster: Cluster, owner: ModuleInstance): Home | Unmended => {
  const top = wayUp(cluster.reference.module).find(({ parent }) => parent?.instance === owner)
  const { parent } = top ?? {}
  if (!top || !parent) return { reason: 'it is in no module that is called here' }
  const { call } = parent
  const arn = outputOf(top, cluster, ['arn'])
  if (arn === undefined) return { reason: `no output of module.${call.name} is the ARN of the cluster` }
  const repeated = repetitionLike(call, `module.${call.name}`, parent.key)
  const place = placeAbove(cluster, parent)
  if ('reason' in place) return place
  const name = `module.${call.name}${repeated.suffix}`
  const identifier = identifierOutput(top, cluster)
  const isOneOfSeveral = clustersIn(cluster.reference.module) > 1
  const beside = makersBeside(cluster, owner)
  return {
    module: owner,
    anchor: call,
    like: { ...repeated, ...place, meta: [...repeated.meta, ...place.meta], lifecycle: [] },
    name: isOneOfSeveral ? `${call.name}_${cluster.reference.resource.name}` : call.name,
    arn: `${name}.${arn}`,
    title: identifier === undefined ? `${call.name}${keyInText(repeated)}` : `\${${name}.${identifier}}`,
    waitsFor: [...new Set(beside.length > 0 ? beside.map(nameOf) : [`module.${call.name}`])],
    behind: lastInFile(placeOf(call), beside),
  }
}

/** What stands in `owner` and makes the instances, itself or through what it calls. */
const makersBeside = (cluster: Cluster, owner: ModuleInstance): readonly (Resource | ModuleCall)[] =>
  makersOf(cluster).flatMap(({ module, block }) => {
    if (module === owner) return [block]
    const parent = callWithin(owner, module)
    return parent ? [parent.call] : []
  })

const nameOf = (block: Resource | ModuleCall): string => ('address' in block ? block.address : `module.${block.name}`)

/** The last of the instances' blocks in the same file, else the block itself. */
const lastInFile = (place: BlockPlace, makers: readonly (Resource | ModuleCall)[]): BlockPlace => {
  const { written } = place
  if (!written) return place
  const [last] = makers
    .map(placeOf)
    .filter((other) => other.written?.source === written.source)
    .sort((a, b) => end(b) - end(a))
  return last ?? place
}

const end = ({ written }: BlockPlace): number => written?.block.span.end ?? 0

/** How an output is read that is certainly one of these attributes of this very cluster, or the cluster itself. */
const outputOf = (top: ModuleInstance, cluster: Cluster, attributes: readonly string[]): string | undefined => {
  const [wanted] = attributes
  const read = [...top.module.outputs.values()].flatMap(({ name, sensitive }) => {
    const value = cluster.evaluator.output(top, name)
    const symbol = sensitive || value.sensitive ? undefined : clusterSymbol(value)
    if (!symbol || symbol.pathLost || instanceAddress(symbol.of) !== cluster.address) return []
    const [attribute, ...rest] = symbol.path
    if (attribute === undefined) return [{ path: `${name}.${wanted}`, isWhole: true }]
    return attributes.includes(String(attribute)) && rest.length === 0 ? [{ path: name, isWhole: false }] : []
  })
  return (read.find(({ isWhole }) => !isWhole) ?? read[0])?.path
}

/** The output of a called module that is the cluster's identifier. */
export const identifierOutput = (top: ModuleInstance, cluster: Cluster): string | undefined =>
  outputOf(top, cluster, ['cluster_identifier', 'id'])

export const clustersIn = ({ module }: ModuleInstance): number => resourcesOfType(module, 'aws_rds_cluster').length

/** The provider and the region that a cluster has within a module, as they are called beside the module's call. */
const placeAbove = (
  cluster: Cluster,
  { instance: owner }: ParentCall,
): Pick<Likeness, 'meta' | 'region'> | Unmended => {
  const region = cluster.value('region')
  const text = knownString(region)
  if (region && text === undefined) return { reason: `the region of ${cluster.address} is not known` }
  const provider = providerAbove(cluster, owner)
  if (provider === undefined) return { reason: `the provider of ${cluster.address} is declared in its module` }
  return { meta: providerLike(provider), region: text === undefined ? [] : [argument('region', constant(text))] }
}

/** What the provider of a resource is called in a module around its own; `undefined` where one in between declares it. */
export const providerAbove = (resource: ResourceInstance, owner: ModuleInstance): string | undefined => {
  let name = resource.reference.resource.provider ?? 'aws'
  for (const module of wayUp(resource.reference.module)) {
    if (module === owner) return name
    const configuration = providerConfiguration(resource)
    if (configuration && module.module.providers.includes(configuration)) return undefined
    name = module.parent?.call.providers.get(name) ?? name
  }
  return undefined
}
