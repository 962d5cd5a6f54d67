/** What brings a stream, its cluster and its key to one region and account. */
import {
  addArgument,
  addArguments,
  argument,
  type Change,
  constant,
  expression,
  fix,
  isUnmended,
  replaceArguments,
  replaceValue,
  together,
} from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Argument } from '../../terraform/configuration.js'
import { referencesIn } from '../../terraform/static-references.js'
import { knownString } from '../../terraform/values.js'
import { type Mismatch, mismatchOf } from '../places/mismatch.js'
import { ResourceInstance } from '../resource-instance.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { anotherKey } from './another-key.js'
import { placeOfResource } from './block-place.js'
import { ignoreChanges } from './ignore-changes.js'
import { clusterBeside, nameBeside } from './name-beside.js'
import { rewriteArgument, writeArgument } from './own-argument.js'
import { rewriteAttribute, rewritten } from './rewrite.js'

/** A key where the stream is, or belongs. */
export const keyInPlace = (stream: Stream, streams: readonly Stream[]): Fix | Unmended | undefined =>
  ofOtherAccount(stream) ??
  anotherKey({
    stream,
    values: stream.keys.map(({ value }) => value),
    streams,
    isWrong: (other) => {
      const { key, isKeyApart } = mismatchOf(other)
      return key !== undefined || isKeyApart
    },
    beside: (one) => clusterOf(mismatchOf(one)) ?? one,
  })

const clusterOf = ({ cluster }: Mismatch): ResourceInstance | undefined =>
  cluster?.what instanceof ResourceInstance ? cluster.what : undefined

/** The ID of a key says nothing of its account: its ARN does, from which RDS then reports the ID. */
const ofOtherAccount = (stream: Stream): Fix | Unmended | undefined => {
  const { key } = mismatchOf(stream)
  const [only, ...others] = stream.keys
  if (!key || !only || others.length > 0 || key.differing.some((part) => part !== 'account')) return undefined
  const { value } = only
  if (value.kind !== 'symbolic' || !/^aws_kms_(?:external_|replica_)*key$/.test(value.of.resource.type))
    return undefined
  const rewrite = rewriteAttribute(stream, 'kms_key_id', value, value, 'arn')
  if (!rewrite) return undefined
  const isIgnored = stream.ignoresChangesOf('kms_key_id').verdict === 'yes'
  const changes = [rewritten(rewrite), ...(isIgnored ? [] : [ignoreChanges(stream, 'kms_key_id')])]
  return fix('unsafe', 'name the key of the other account by its ARN', together(...changes))
}

/** The stream is managed as its cluster is. */
export const streamInPlace = (stream: Stream, streams: readonly Stream[]): Fix | Unmended | undefined => {
  const mismatch = mismatchOf(stream)
  const { cluster } = mismatch
  if (!cluster) return undefined
  const other = clusterOf(mismatch)
  const change = other ? managedAlike(stream, other, streams) : named(stream, mismatch, streams)
  if (!change || isUnmended(change)) return change
  const title = other ? `manage the stream as ${other.address} is` : 'name the cluster where the stream is'
  if (!mismatch.isKeyApart || mismatch.key) return fix('unsafe', title, change)
  const key = keyInPlace(stream, streams)
  if (!key || isUnmended(key)) return key
  return fix('unsafe', `${title}, and ${key.title}`, together(change, { edits: key.edits, snippet: key.snippet ?? '' }))
}

const managedAlike = (stream: Stream, other: ResourceInstance, streams: readonly Stream[]): Change | Unmended => {
  const { module, resource } = other.reference
  if (module !== stream.reference.module)
    return { reason: `${other.address} is in another module, which may know other providers` }
  const others = ofSameBlock(stream, streams).map((one) => ({
    stream: one,
    of: (one.cluster.kind === 'found' ? one.cluster.cluster : clusterOf(mismatchOf(one)))?.reference,
  }))
  const stranger = others.find(({ stream: { reference }, of }) => {
    return of?.module !== reference.module || of.resource.address !== resource.address
  })
  if (stranger) return { reason: `${stranger.stream.address}, of the same block, is for another cluster` }
  const isAlike = nameBeside(others, stream) !== undefined && isRepeatedAlike(stream, other)
  return stream.isWithoutSource ? providerInPlan(stream, resource.provider) : likeCluster(stream, other, isAlike)
}

const META = ['provider', 'region'] as const

/** Both arguments copied, or taken out where the cluster has none. */
const likeCluster = (stream: Stream, other: ResourceInstance, isAlike: boolean): Change | Unmended => {
  const place = placeOfResource(stream.reference.resource)
  const differing = META.filter((name) => textOf(stream.argument(name)) !== textOf(other.argument(name)))
  const copied = differing.flatMap((name) => other.argument(name) ?? [])
  if (!isAlike && copied.some((like) => like.name === 'region' && isOfOwnBlock(like)))
    return { reason: 'the region of its cluster differs from instance to instance' }
  const isSameSyntax = copied.every(({ written }) => written?.source.isJson === place.written?.source.isJson)
  if (!isSameSyntax) return { reason: 'its cluster is written in another syntax' }
  const added = copied.flatMap(({ name, written }) =>
    written ? [argument(name, { kind: 'copy', source: written.source, span: written.expressionSpan })] : [],
  )
  const own = differing.filter((name) => stream.argument(name))
  const [only, ...others] = added
  const written = only && stream.argument(only.name)?.written
  if (only && others.length === 0 && written && own.length === 1) return rewriteArgument(written, only.value)
  return own.length > 0 ? replaceArguments(place, own, added) : addArguments(place, added)
}

const textOf = (given: Argument | undefined): string | undefined =>
  given?.written?.source.slice(given.written.expressionSpan)

/** `each.value` means the same in both. */
const isRepeatedAlike = ({ reference: own }: Stream, { reference: other }: ResourceInstance): boolean =>
  textOf(own.resource.count) === textOf(other.resource.count) &&
  textOf(own.resource.forEach) === textOf(other.resource.forEach)

const isOfOwnBlock = ({ expression }: Argument): boolean =>
  referencesIn(expression).some(({ root }) => root === 'each' || root === 'count')

/** A plan's JSON says of a provider which module declares it. */
const providerInPlan = (stream: Stream, name: string | undefined): Change | Unmended => {
  const local = name?.slice(name.lastIndexOf(':') + 1)
  if (local === undefined || local === 'aws') return { reason: 'it would have to be managed by the default provider' }
  return addArgument(placeOfResource(stream.reference.resource), argument('provider', { kind: 'name', text: local }))
}

/** An ARN that is written out, or put together, with the partition of another region. */
const named = (
  stream: Stream,
  { own, cluster }: Mismatch,
  streams: readonly Stream[],
): Change | Unmended | undefined => {
  const [only, ...others] = stream.references
  if (!only || others.length > 0 || !cluster || only.value.sensitive) return undefined
  if (!cluster.differing.includes('partition')) return { reason: 'which provider is for its place nobody knows' }
  const ofBlock = ofSameBlock(stream, streams)
  const beside = ofBlock.length === 1 ? clusterBeside(stream, ofBlock) : undefined
  if (beside) return writeArgument(stream, 'resource_arn', expression(`${beside.name}.arn`))
  const text = knownString(only.value)
  const place = only.value.origin?.place
  const isOneForAll = ofBlock.every((one) => mismatchOf(one).own.partition === own.partition)
  if (text === undefined || place?.source.slice(place.span) !== JSON.stringify(text) || !isOneForAll) return undefined
  return replaceValue(place, constant(text.replace(/^arn:[^:]*/, `arn:${own.partition}`)))
}
