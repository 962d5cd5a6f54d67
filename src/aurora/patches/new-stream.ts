/** A stream for a cluster that has none, with what it needs: a key, and an instance to start on. */
import { addBlocksAfter, argument, constant, expression, fix, gap, type NewBlock, names } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { wayUp } from '../../terraform/module-instance.js'
import type { Cluster } from '../cluster.js'
import { identityOfBlock } from '../same-block.js'
import { freeName } from './free-name.js'
import { type Home, homesOf } from './home.js'
import { blockLike, tagsLike } from './likeness.js'
import { type NewInstance, newInstanceOf } from './new-instance.js'
import { type StreamKey, streamKeyFor } from './stream-key.js'

const TYPE = 'aws_rds_cluster_activity_stream'

/**
 * One block, right for all clusters that it is for, or none: in the cluster's module, else beside the call of that. `outsideOf` is a
 * module that has a stream for it already, which is off.
 */
export const newStreamFor = (
  cluster: Cluster,
  { outsideOf }: { readonly outsideOf?: ModuleInstance } = {},
): Fix | Unmended => {
  let first: Unmended | undefined
  for (const home of homesOf(cluster)) {
    if (outsideOf && !('reason' in home) && wayUp(home.module).includes(outsideOf)) continue
    const patch = 'reason' in home ? home : rememberedIn(home, cluster)
    if (!('reason' in patch)) return patch
    first ??= patch
  }
  return first ?? { reason: 'it and its instances are in a module that terraform init has brought' }
}

/** By what makes the clusters, and where the stream is to stand: each of them asks. */
const remembered = new WeakMap<readonly Cluster[], Map<string, Fix | Unmended>>()

const rememberedIn = (home: Home, cluster: Cluster): Fix | Unmended => {
  const { ofSameBlock } = cluster
  const patches = remembered.get(ofSameBlock) ?? new Map<string, Fix | Unmended>()
  remembered.set(ofSameBlock, patches)
  const place = `${identityOfBlock(home.module, home.anchor)} ${home.arn}`
  const patch = patches.get(place) ?? streamIn(home, cluster)
  patches.set(place, patch)
  return patch
}

const streamIn = (home: Home, cluster: Cluster): Fix | Unmended => {
  const served = servedFrom(home, cluster)
  const against = objectionTo(served)
  if (against !== undefined) return { reason: against }
  const homes: Home[] = []
  for (const one of served) {
    const own = [...homesOf(one)].find((other) => !('reason' in other) && isSamePlace(other, home))
    if (!own || 'reason' in own)
      return { reason: `${one.address}, of the same block, would need its stream in another module` }
    homes.push(own)
  }
  const isBare = served.some(({ hasInstance }) => hasInstance.verdict === 'no')
  const instance = isBare ? instanceFor(served, home) : undefined
  if (instance && 'reason' in instance) return instance
  const key = keyFor(home, cluster, served, homes)
  const name = freeName(home.module, [TYPE], home.name)
  const waitsFor = instance ? [instance.name] : [...new Set(homes.flatMap((one) => one.waitsFor))]
  const stream = streamBlock(home, name, key, waitsFor)
  const title = titleOf(served, `${TYPE}.${name}`, key, instance)
  const blocks = [...(instance ? [instance.block] : []), ...key.blocks, stream]
  return fix('unsafe', title, addBlocksAfter(home.behind, blocks))
}

/** What the new block is for: all that the cluster's block makes, or, beside a call, as much of it as is behind this very call. */
const servedFrom = ({ module, anchor }: Home, cluster: Cluster): readonly Cluster[] => {
  if (module === cluster.reference.module) return cluster.ofSameBlock
  const call = identityOfBlock(module, anchor)
  return cluster.ofSameBlock.filter((other) =>
    wayUp(other.reference.module).some(
      ({ parent }) => parent && identityOfBlock(parent.instance, parent.call) === call,
    ),
  )
}

const isSamePlace = (one: Home, other: Home): boolean =>
  identityOfBlock(one.module, one.anchor) === identityOfBlock(other.module, other.anchor) && one.arn === other.arn

/** Why one of the clusters that a block would serve is not to have a stream, or has one already. */
export const objectionTo = (served: readonly Cluster[]): string | undefined => {
  for (const one of served) {
    const objection = objectionToOne(one)
    if (objection !== undefined)
      return `${served.length === 1 ? 'it' : `${one.address}, of the same block,`} ${objection}`
  }
  return undefined
}

const objectionToOne = ({ isStreamed, isAurora, unstreamable }: Cluster): string | undefined => {
  if (isAurora.verdict === 'no') return 'is no Aurora cluster'
  if (isStreamed.verdict === 'yes') return `has a stream: ${isStreamed.because.join(', ')}`
  if (isStreamed.verdict === 'undecided') return `may have a stream: ${isStreamed.because.join(', ')}`
  return unstreamable === undefined ? undefined : `cannot have a stream: ${unstreamable}`
}

const instanceFor = (served: readonly Cluster[], { module }: Home): NewInstance | Unmended => {
  const bare = served.filter(({ hasInstance }) => hasInstance.verdict === 'no')
  const [cluster] = bare
  if (!cluster || bare.length < served.length)
    return { reason: 'a stream needs an instance, and only some of the clusters of its block have one' }
  const [idle] = served.flatMap(({ emptyInstanceResources }) => emptyInstanceResources)
  if (idle !== undefined) return { reason: `a stream needs an instance, and ${idle} makes none` }
  if (served.some(({ isSecondary }) => isSecondary))
    return {
      reason: 'a stream needs an instance, and this secondary cluster of a global database may be meant to have none',
    }
  const isOwn = served.every(({ reference }) => reference.module.module === module.module)
  const instance = isOwn ? newInstanceOf(cluster) : undefined
  return instance ?? { reason: 'a stream needs an instance, and none can be added here' }
}

const keyFor = (
  { module, anchor, like, name, title }: Home,
  cluster: Cluster,
  served: readonly Cluster[],
  homes: readonly Home[],
): StreamKey =>
  streamKeyFor({
    evaluator: cluster.evaluator,
    module,
    beside: cluster,
    name,
    title,
    like,
    tags: tagsLike(anchor),
    others: served.map((other, at) => ({
      evaluator: other.evaluator,
      module: homes[at]?.module ?? module,
      beside: other,
    })),
  })

const streamBlock = ({ like, arn }: Home, name: string, key: StreamKey, waitsFor: readonly string[]): NewBlock =>
  blockLike(
    like,
    [TYPE, name],
    argument('resource_arn', expression(arn)),
    argument('mode', constant('async')),
    argument('kms_key_id', key.keyId),
    ...(waitsFor.length > 0 ? [gap, argument('depends_on', names(...waitsFor))] : []),
  )

const titleOf = (
  served: readonly Cluster[],
  name: string,
  key: StreamKey,
  instance: NewInstance | undefined,
): string => {
  const needed = instance ? `${key.name} and ${instance.name}` : key.name
  return `add ${name}, with ${needed}${restarts(served)}`
}

/** A stream that is made on a cluster that is there already restarts it at once. */
export const restarts = (served: readonly Cluster[]): string =>
  served.some(({ change }) => change?.stays) ? ', which restarts the running cluster' : ''
