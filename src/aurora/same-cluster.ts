import { compareCodePoints, identity } from '../terraform/values.js'
import type { Cluster } from './cluster.js'
import type { Stream } from './stream.js'

/** Streams that certainly point at one and the same cluster, by address; two at least. */
export interface SameCluster {
  /** `undefined` for one outside of the configuration. */
  readonly cluster: Cluster | undefined
  readonly streams: readonly [Stream, ...Stream[]]
}

export const streamsOfOneCluster = (streams: readonly Stream[]): readonly SameCluster[] => {
  const groups = new Map<Cluster | string, Stream[]>()
  for (const stream of streams) {
    const target = targetOf(stream)
    if (target === undefined) continue
    const group = groups.get(target)
    if (group) group.push(stream)
    else groups.set(target, [stream])
  }
  return [...groups].flatMap(([target, group]) => {
    const [first, ...others] = group.sort((a, b) => compareCodePoints(a.address, b.address))
    if (!first || others.length === 0) return []
    return [{ cluster: typeof target === 'string' ? undefined : target, streams: [first, ...others] }]
  })
}

/** The cluster, or what its ARN is certain to be equal to; `undefined` where nothing is certain, or another rule finds it mistaken. */
const targetOf = (stream: Stream): Cluster | string | undefined => {
  const { references, cluster: target } = stream
  if (references.some(({ reference }) => 'mistake' in reference)) return undefined
  if (target.kind === 'found') return stream.pointsAt(target.cluster).verdict === 'yes' ? target.cluster : undefined
  const [only, ...others] = references
  if (target.kind === 'undecided' || !only || others.length > 0 || stream.mayNotExist) return undefined
  const { reference, value } = only
  const isNamed =
    reference.kind === 'identifier' && (value.kind === 'symbolic' || reference.identifier.text !== undefined)
  return isNamed || reference.kind === 'outside' ? identity(value) : undefined
}
