import { keyIdentity, keySuffix } from '../../terraform/address.js'
import type { Resource } from '../../terraform/configuration.js'
import type { ResourceInstanceReference } from '../../terraform/reference.js'
import type { Stream } from '../stream.js'

/** A cluster by the name that it has in the block of its stream. */
export interface NamedBeside {
  readonly resource: Resource
  /** `aws_rds_cluster.main`, `aws_rds_cluster.main[each.key]` */
  readonly name: string
}

/** The cluster that each stream of a block is for, where all of them stand in its module and one name is right for all. */
export const clusterBeside = (stream: Stream, ofBlock: readonly Stream[]): NamedBeside | undefined =>
  nameBeside(
    ofBlock.map((one) => ({
      stream: one,
      of: one.cluster.kind === 'found' ? one.cluster.cluster.reference : undefined,
    })),
    stream,
  )

/** The same of what each stream names, an entry for each of them. */
export const nameBeside = (
  each: readonly { readonly stream: Stream; readonly of: ResourceInstanceReference | undefined }[],
  stream: Stream,
): NamedBeside | undefined => {
  const named = each.find((one) => one.stream === stream)?.of
  if (!named) return undefined
  const { resource } = named
  const isBeside = each.every(
    ({ stream: { reference }, of }) =>
      of !== undefined && of.module === reference.module && of.resource.address === resource.address,
  )
  if (!isBeside) return undefined
  const { key } = named
  if (key.kind === 'any') return undefined
  if (each.every(({ of }) => of && keyIdentity(of.key) === keyIdentity(key)) && key.kind !== 'each')
    return { resource, name: `${resource.address}${keySuffix(key)}` }
  const isAlike = each.every(({ stream: one, of }) => of && keyIdentity(of.key) === keyIdentity(one.reference.key))
  const { count, forEach } = stream.reference.resource
  if (!isAlike || (!count && !forEach)) return undefined
  return { resource, name: `${resource.address}[${count ? 'count.index' : 'each.key'}]` }
}
