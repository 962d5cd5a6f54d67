/** Another key for a stream, where what it is given cannot be mended: the one that is there for it, or a new one. */
import { addBlocksAfter, type BlockPlace, type Change, fix, replaceValue, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Argument } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { callWithin } from '../../terraform/module-instance.js'
import type { Value } from '../../terraform/value.js'
import type { ResourceInstance } from '../resource-instance.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { placeOfCall, placeOfResource } from './block-place.js'
import { providerAbove } from './home.js'
import { keyInText, type Likeness, likenessOf, providerLike, UNLIKE } from './likeness.js'
import { clusterBeside } from './name-beside.js'
import { writeArgument, writeInput } from './own-argument.js'
import { changesOnly } from './ownership.js'
import { type KeyUse, streamKeyFor } from './stream-key.js'

/** Why a stream needs another key. */
export interface WrongKey {
  readonly stream: Stream
  /** What it is given, an entry for each arm of a condition. */
  readonly values: readonly Value[]
  /** All streams: one block may make several. */
  readonly streams: readonly Stream[]
  /** Whether another stream of the same block needs one as well. */
  readonly isWrong: (other: Stream) => boolean
  /** Where the key has to be, if not where the stream is. */
  readonly beside?: ((stream: Stream) => ResourceInstance) | undefined
}

/** `undefined` of what is sensitive. */
export const anotherKey = (wrong: WrongKey): Fix | Unmended | undefined => {
  const { stream, values, streams, isWrong } = wrong
  if (values.some(({ sensitive }) => sensitive)) return undefined
  const others = ofSameBlock(stream, streams)
  const right = others.find((other) => !isWrong(other))
  const call = callOf(stream, values)
  if (call === undefined && right)
    return inLocals(wrong, others) ?? { reason: `the key of ${right.address}, of the same block, is in order` }
  return call === undefined ? inBlock(wrong, others) : atCall(wrong, call)
}

/** In the stream's own block, which may make several streams. */
const inBlock = (wrong: WrongKey, others: readonly Stream[]): Fix | Unmended => {
  const { stream, beside = itself } = wrong
  const { module, resource, key } = stream.reference
  const own = likenessOf(resource, key)
  const place = beside(stream).reference
  const like = place.module === module && place.resource !== resource ? { ...own, ...placeLike(own, place) } : own
  const cluster = clusterBeside(stream, others)
  const given = streamKeyFor({
    evaluator: stream.evaluator,
    module,
    beside: beside(stream),
    name: cluster?.resource.name ?? resource.name,
    title: cluster ? `\${${cluster.name}.cluster_identifier}` : `${resource.name}${keyInText(like)}`,
    like,
    readers: [{ kind: 'resource', of: resource }],
    others: others.map((other) => ({
      evaluator: other.evaluator,
      module: other.reference.module,
      beside: beside(other),
    })),
  })
  return patch(given, writeArgument(stream, 'kms_key_id', given.keyId), placeOfResource(resource))
}

/** One of several streams of a block, where a local value says which key each of them has. */
const inLocals = ({ stream, isWrong, beside }: WrongKey, others: readonly Stream[]): Fix | Unmended | undefined => {
  const wrong = others.filter(isWrong)
  const { module, resource } = stream.reference
  const places = wrong.flatMap(({ reference, keys: [only, ...more] }) => {
    const { origin, sensitive } = only?.value ?? {}
    const isLocal = origin?.holder.owner === 'local' && origin.module === module && reference.module === module
    return origin?.place && isLocal && !sensitive && more.length === 0
      ? [{ place: origin.place, name: origin.holder.name }]
      : []
  })
  if (places.length < wrong.length || beside) return undefined
  // Its number must not depend on the very value that it is written into.
  const [provider] = likenessOf(resource, stream.reference.key).meta.filter(({ name }) => name === 'provider')
  const given = streamKeyFor({
    evaluator: stream.evaluator,
    module,
    beside: stream,
    name: resource.name,
    title: resource.name,
    like: { ...UNLIKE, meta: provider ? [provider] : [] },
    readers: places.map(({ name }) => ({ kind: 'local', name })),
  })
  const written = together(...places.map(({ place }) => replaceValue(place, given.keyId)))
  return patch(given, written, placeOfResource(resource))
}

const itself = (stream: Stream): ResourceInstance => stream

/** Managed as another resource of the module is. */
const placeLike = (own: Likeness, { resource, key }: ResourceInstance['reference']): Partial<Likeness> => {
  const repetition = own.meta.filter(({ name }) => name !== 'provider')
  return { meta: [...repetition, ...providerLike(resource.provider)], region: likenessOf(resource, key).region }
}

/** In the argument of the call that hands the key to the stream's module. */
const atCall = ({ stream, values, beside = itself }: WrongKey, module: ModuleInstance): Fix | Unmended => {
  const parent = callWithin(module, stream.reference.module)
  const [value] = values
  if (!parent || !value) return { reason: 'nobody knows where its key was handed in' }
  const { passed, origin } = value
  if (!passed || origin?.holder !== passed || values.some((one) => one.origin?.holder !== passed))
    return { reason: 'what it is given is put together on the way to its module' }
  const isWhole = passed.expression.kind !== 'object' && typeof valueOfConstant(passed) !== 'object'
  if (!isWhole && (values.length > 1 || !origin.place))
    return { reason: `${passed.name} says more than which key it is` }
  if (!changesOnlyStream(stream, value))
    return { reason: `${passed.name} of module.${parent.call.name} serves more than the stream` }
  const provider = providerAbove(beside(stream), module)
  if (provider === undefined) return { reason: `the provider of ${stream.address} is declared in its module` }
  const use: KeyUse = {
    evaluator: stream.evaluator,
    module,
    beside: beside(stream),
    name: parent.call.name,
    title: parent.call.name,
    like: { ...UNLIKE, meta: providerLike(provider) },
    readers: [{ kind: 'input', call: parent.call, name: passed.name }],
  }
  const given = streamKeyFor(use)
  const place = values.length === 1 ? origin.place : undefined
  const change = place ? replaceValue(place, given.keyId) : writeInput(parent.call, passed, given.keyId)
  return patch(given, change, placeOfCall(parent.call))
}

const valueOfConstant = ({ expression }: Argument): unknown =>
  expression.kind === 'constant' ? expression.value : undefined

/** A plan's JSON does not say where a value was written: there the input is read by nothing else, or nobody knows. */
const changesOnlyStream = (stream: Stream, value: Value): boolean =>
  stream.isWithoutSource || changesOnly(stream, 'kms_key_id', value)

const patch = (
  { name, blocks }: ReturnType<typeof streamKeyFor>,
  written: Change | Unmended,
  place: BlockPlace,
): Fix | Unmended => {
  const change = blocks.length > 0 ? together(written, addBlocksAfter(place, blocks)) : written
  return fix('unsafe', `give the stream ${name}`, change)
}

/** The module with the call that the value was handed in by; `undefined` where it comes from the stream's own module. */
const callOf = ({ reference }: Stream, values: readonly Value[]): ModuleInstance | undefined => {
  const handed = values.find(({ origin }) => origin && origin.module !== reference.module)
  return handed?.origin?.module
}
