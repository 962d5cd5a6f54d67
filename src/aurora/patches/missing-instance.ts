/** What a streamed cluster without an instance needs: one, for which its stream waits. */
import { addBlocksAfter, type Change, fix, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { callWithin } from '../../terraform/module-instance.js'
import type { Cluster } from '../cluster.js'
import { identityOfBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { placeOfResource } from './block-place.js'
import { dependOn } from './depends-on.js'
import { type NewInstance, newInstanceOf } from './new-instance.js'

/** One block, right for all clusters that the cluster's own block makes, or none. */
export const missingInstanceOf = (cluster: Cluster): Fix | Unmended => {
  const patch = remembered.get(cluster.ofSameBlock) ?? newInstance(cluster)
  remembered.set(cluster.ofSameBlock, patch)
  return patch
}

/** By what makes the clusters: each of them asks. */
const remembered = new WeakMap<readonly Cluster[], Fix | Unmended>()

const newInstance = (cluster: Cluster): Fix | Unmended => {
  const served = cluster.ofSameBlock
  const [idle] = served.flatMap(({ emptyInstanceResources }) => emptyInstanceResources)
  if (idle !== undefined) return { reason: `${idle} is what makes its instances` }
  const provided = served.find(({ hasInstance }) => hasInstance.verdict !== 'no')
  if (provided) {
    const has = provided.hasInstance.verdict === 'yes' ? 'has' : 'may have'
    return { reason: `${provided.address}, of the same block, ${has} one` }
  }
  const instance = newInstanceOf(cluster)
  if (!instance) return { reason: 'no instance class that can stream is known for its engine' }
  const added = addBlocksAfter(placeOfResource(cluster.reference.resource), [instance.block])
  const change = together(added, ...waitingStreams(served, instance))
  return fix('unsafe', `add ${instance.name}, and let the stream wait for it`, change)
}

/** Each block of a stream once, whatever it makes. */
const waitingStreams = (served: readonly Cluster[], instance: NewInstance): readonly (Change | Unmended)[] => {
  const changes = new Map<string, Change | Unmended>()
  for (const cluster of served) {
    for (const stream of cluster.ownStreams) {
      const { module, resource } = stream.reference
      const name = nameFor(stream, cluster, instance)
      const block = identityOfBlock(module, resource)
      changes.set(
        `${block} ${name}`,
        name === undefined
          ? { reason: `${stream.address} stands where it cannot wait for the instance` }
          : dependOn(resource, [name]),
      )
    }
  }
  return [...changes.values()]
}

/** The instance, or the call that it is behind. */
const nameFor = (stream: Stream, cluster: Cluster, instance: NewInstance): string | undefined => {
  const { module } = stream.reference
  if (module === cluster.reference.module) return instance.name
  const call = callWithin(module, cluster.reference.module)?.call
  return call && `module.${call.name}`
}
