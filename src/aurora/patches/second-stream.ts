/** One stream for a cluster that has two: what takes the other away. */
import { type Change, constant, fix, isUnmended, removeBlock, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { placeOfResource } from './block-place.js'
import { type Mention, mentionsOf, sourcesOf } from './mentions.js'
import { rewriteArgument } from './own-argument.js'

/** Takes `second` away, or `first` where only that can be; `same` are all streams of the cluster. */
export const withoutSecond = (
  second: Stream,
  first: Stream,
  same: readonly Stream[],
  streams: readonly Stream[],
): Fix | Unmended => {
  const counted = countedOnce(second, first, streams)
  if (counted) return counted
  const removal = withoutStream(second, first, same, streams)
  if (!isUnmended(removal) || same.length > 2) return removal
  const other = withoutStream(first, second, same, streams)
  return isUnmended(other) ? removal : other
}

/** Takes a stream away for which `kept` stays; what refers to the one refers to the other then. */
export const withoutStream = (
  stream: Stream,
  kept: Stream | undefined,
  same: readonly Stream[],
  streams: readonly Stream[],
): Fix | Unmended => {
  const other = ofSameBlock(stream, streams).find((one) => one === kept || !same.includes(one))
  if (other) return { reason: `the block of ${stream.address} makes ${other.address} as well` }
  const { resource } = stream.reference
  const referred = redirected(stream, kept)
  return fix('unsafe', `take out ${resource.address}`, together(removeBlock(placeOfResource(resource)), ...referred))
}

const redirected = (stream: Stream, kept: Stream | undefined): readonly (Change | Unmended)[] => {
  const { resource, module } = stream.reference
  const mentions = mentionsOf(module.module, resource)
  const hidden = sourcesOf(module.module).some(
    (source) => occurrences(source.text, resource.address) > mentioned(source.path, mentions),
  )
  if (hidden) return [{ reason: `something else names ${resource.address}` }]
  if (mentions.length === 0) return []
  const { resource: other, module: home } = kept?.reference ?? {}
  const isAlike = other && !isRepeated(resource) && !isRepeated(other) && home === module
  if (!isAlike) return [{ reason: `${mentions[0]?.argument.name ?? 'something'} refers to ${resource.address}` }]
  return mentions.map(({ place }) =>
    place
      ? { edits: [{ ...place, text: other.name }], snippet: '' }
      : { reason: `something refers to ${resource.address}` },
  )
}

const isRepeated = ({ count, forEach }: Stream['reference']['resource']): boolean =>
  count !== undefined || forEach !== undefined

/** In expressions, in `moved` and `import` blocks, in comments: whatever it is, it would name nothing. */
const occurrences = (text: string, address: string): number =>
  [...text.matchAll(new RegExp(`\\b${address.replaceAll('.', '\\.')}\\b(?!-)`, 'g'))].length

const mentioned = (path: string, mentions: readonly Mention[]): number =>
  mentions.filter(({ place }) => place?.source.path === path).length

/** `count = 2` of one block, all of whose streams are for one cluster. */
const countedOnce = (second: Stream, first: Stream, streams: readonly Stream[]): Fix | Unmended | undefined => {
  const { resource, module } = second.reference
  if (first.reference.resource !== resource || first.reference.module !== module) return undefined
  const { count } = resource
  const all = ofSameBlock(second, streams)
  const isFirst = first.reference.key.kind === 'known' && first.reference.key.value === 0
  const isForOne = all.every((one) => one.cluster.kind === 'found' && one.cluster.cluster === targetOf(first))
  const number = count?.expression
  if (!count?.written || !isFirst || !isForOne || (number?.kind !== 'literal' && number?.kind !== 'constant'))
    return undefined
  const mentions = mentionsOf(module.module, resource)
  if (mentions.length > 0) return { reason: `${mentions[0]?.argument.name} refers to ${resource.address}` }
  return fix('unsafe', 'make one stream', rewriteArgument(count.written, constant(1)))
}

const targetOf = ({ cluster }: Stream) => (cluster.kind === 'found' ? cluster.cluster : undefined)
