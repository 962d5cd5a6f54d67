/** A stream that is there for a cluster and turned off, turned on where that is decided. */
import {
  addArguments,
  addBlocksAfter,
  argument,
  type Change,
  constant,
  fix,
  isUnmended,
  type NewArgument,
  type NewValue,
  replaceValue,
  together,
} from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { wayUp } from '../../terraform/module-instance.js'
import { knownString } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import { switchOf } from '../dormant-stream.js'
import { unsupportedModes } from '../eligibility/stream-mode.js'
import { keyDefects } from '../keys/key-defect.js'
import { misnamedKeyOf } from '../keys/misnamed-key.js'
import { wrongKeyTexts } from '../keys/wrong-key-text.js'
import { misplacementsOf } from '../places/misplacement.js'
import { identityOfBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { placeOfCall, placeOfResource } from './block-place.js'
import { dependOn } from './depends-on.js'
import { homeOf, identifierOutput } from './home.js'
import { newStreamFor, objectionTo, restarts } from './new-stream.js'
import { rewriteArgument } from './own-argument.js'
import { readersOf } from './readers.js'
import { keyForInput } from './stream-beside-call.js'
import { type StreamKey, streamKeyFor } from './stream-key.js'
import { type Decision, inputOf, type LeftOutInput, toExist } from './switch.js'

type Input = Decision & { readonly kind: 'input' }
type Literal = Decision & { readonly kind: 'literal' }

/** What is to be written into a call. */
interface Given extends LeftOutInput {
  readonly value: NewValue
}

/** Many clusters may ask about one stream. */
const remembered = new WeakMap<Stream, Map<string, Fix | Unmended>>()

export const turnedOn = (cluster: Cluster, stream: Stream): Fix | Unmended => {
  const patches = remembered.get(stream) ?? new Map<string, Fix | Unmended>()
  remembered.set(stream, patches)
  const { module, resource } = cluster.reference
  const asking = `${module.address} ${resource.address}`
  const patch = patches.get(asking) ?? turnOn(cluster, stream)
  patches.set(asking, patch)
  return patch
}

const turnOn = (cluster: Cluster, stream: Stream): Fix | Unmended => {
  const { argument: decisive, module } = switchOf(stream)
  const { evaluator } = stream
  if (stream.isWithoutSource) return { reason: `a plan's JSON does not say where ${stream.address} is turned off` }
  const decisions = decisive && toExist(decisive, { evaluator, module })
  if (!decisions || decisions.length === 0) return { reason: `no single place decides that ${stream.address} is off` }
  const literals = decisions.filter((one): one is Literal => one.kind === 'literal')
  const inputs = decisions.filter((one): one is Input => one.kind === 'input')
  const against = objections(cluster, stream, literals, inputs)
  if (against !== undefined) return { reason: against }
  const key = keyFor(cluster, stream, inputs)
  const settings = settingsOf(stream, key, inputs)
  if ('reason' in settings) return besideInstead(cluster, stream) ?? settings
  const given = [...inputs.flatMap(switchedOn), ...settings.given]
  const missing = inputs.find((input) => !given.some((one) => one.module === input.module && one.name === input.name))
  if (missing) return { reason: `var.${missing.name} of ${missing.module.address} has to be given` }
  const waiting = awaiting(cluster, stream)
  if (waiting && isUnmended(waiting)) return waiting
  const change = together(
    ...literals.map(({ place, value }) => replaceValue(place, constant(value))),
    ...givenTo(given),
    ...settings.written,
    ...(waiting ? [waiting] : []),
    ...(settings.needsKey && key.blocks.length > 0 ? [behind(cluster, inputs, key)] : []),
  )
  const withKey = settings.needsKey ? `, with ${key.name}` : ''
  return fix('unsafe', `turn ${stream.address} on${withKey}${restarts([cluster])}`, change)
}

/** A stream that can be given no key without giving the cluster another one, too, is better made beside the call of its module. */
const besideInstead = (cluster: Cluster, stream: Stream): Fix | undefined => {
  const fix = newStreamFor(cluster, { outsideOf: stream.reference.module })
  return 'reason' in fix ? undefined : fix
}

/** What else would come about. */
const objections = (
  cluster: Cluster,
  stream: Stream,
  literals: readonly Literal[],
  inputs: readonly Input[],
): string | undefined => {
  const calls = inputs.flatMap(({ module: { parent } }) =>
    parent ? [identityOfBlock(parent.instance, parent.call)] : [],
  )
  const served = cluster.ofSameBlock.filter(
    (other) =>
      literals.length > 0 ||
      wayUp(other.reference.module).some(
        ({ parent }) => parent && calls.includes(identityOfBlock(parent.instance, parent.call)),
      ),
  )
  const without = served.filter((one) => !hasInstanceOf(stream, one))
  const unfit = objectionTo(without)
  if (unfit !== undefined) return unfit
  const holders = [
    ...literals.flatMap(({ holder }) => holder ?? []),
    ...inputs.map(({ module, name }) => ({ module, kind: 'var' as const, name })),
  ]
  const wide = holders.find(({ module, kind, name }) => [...readersOf(module.module, kind, name)].some(isAnother))
  return wide && `${wide.kind}.${wide.name} decides more than the stream`
}

/** Where the stream is turned on already. */
const hasInstanceOf = ({ reference }: Stream, cluster: Cluster): boolean => {
  const block = identityOfBlock(reference.module, reference.resource)
  return cluster.ownStreams.some((own) => identityOfBlock(own.reference.module, own.reference.resource) === block)
}

/** A switch for the stream is one for what reads it, too. */
const isAnother = (type: string): boolean =>
  !/^aws_(?:rds_cluster_activity_stream|kms_|kinesis_|lambda_|iam_|cloudwatch_|s3_bucket)/.test(type)

const switchedOn = ({ module, name, value }: Input): readonly Given[] =>
  value === 'given' ? [] : [{ module, name, value: constant(value) }]

const keyFor = (cluster: Cluster, stream: Stream, inputs: readonly Input[]): StreamKey => {
  const { evaluator } = stream
  const input = inputOf(stream.argument('kms_key_id')?.expression ?? NOTHING, stream.where)
  const { parent } = input?.module ?? {}
  if (input && parent) {
    const on = { evaluator, module: parent.instance, call: parent.call, key: parent.key }
    return keyForInput(on, identifierOutput(input.module, cluster))
  }
  const home = homeOf(cluster)
  const { module } = stream.reference
  const name = cluster.reference.resource.name
  const title = 'reason' in home || inputs.length > 0 ? name : home.title
  return streamKeyFor({ evaluator, module, beside: cluster, name, title })
}

const NOTHING = { kind: 'constant', value: null } as const

interface Settings {
  readonly given: readonly Given[]
  readonly written: readonly (Change | Unmended)[]
  readonly needsKey: boolean
}

/** What the stream is given today would be reported, or refused. */
const settingsOf = (stream: Stream, key: StreamKey, inputs: readonly Input[]): Settings | Unmended => {
  const isModeLess = isLeftOpen(stream, 'mode', inputs) || unsupportedModes(stream).length > 0
  const isKeyLess = isLeftOpen(stream, 'kms_key_id', inputs)
  if (!isKeyLess && isKeyUnfit(stream)) return { reason: `the key of ${stream.address} would not do` }
  if (misplacementsOf(stream, [stream]).length > 0)
    return { reason: `${stream.address} is not where its cluster or its key is` }
  const wanted = [
    ...(isModeLess ? [{ name: 'mode', value: constant('async') }] : []),
    ...(isKeyLess ? [{ name: 'kms_key_id', value: key.keyId }] : []),
  ]
  const given: Given[] = []
  const written: (Change | Unmended)[] = []
  for (const { name, value } of wanted) {
    const own = stream.argument(name)
    const input = own && inputOf(own.expression, stream.where)
    if (input && isStreamsOwn(input)) given.push({ ...input, value })
    else if (own?.written && !stream.reference.module.parent) written.push(rewriteArgument(own.written, value))
    else return { reason: `nobody says what ${name} of ${stream.address} is to be` }
  }
  return { given, written, needsKey: isKeyLess }
}

/** The storage of a cluster takes the ARN of a key, and another key makes another cluster of it. */
const isStreamsOwn = ({ module, name }: LeftOutInput): boolean =>
  [...readersOf(module.module, 'var', name)].every((type) => type === 'aws_rds_cluster_activity_stream')

/** Not said, or part of what is not given. */
const isLeftOpen = (stream: Stream, name: string, inputs: readonly Input[]): boolean => {
  const value = stream.value(name)
  if (value === undefined || knownString(value) === '') return true
  const own = inputOf(stream.argument(name)?.expression ?? NOTHING, stream.where)
  return inputs.some((input) => input.value === 'given' && input.module === own?.module && input.name === own.name)
}

const isKeyUnfit = (stream: Stream): boolean =>
  stream.hasAwsManagedKey ||
  (stream.ignoresChangesOf('kms_key_id').verdict !== 'yes' && misnamedKeyOf(stream, [stream]) !== undefined) ||
  wrongKeyTexts(stream, stream.keys).length > 0 ||
  stream.keys.some((judged) => judged.named().some((one) => keyDefects(one).length > 0))

/** The calls, each with all that it is given. */
const givenTo = (all: readonly Given[]): readonly (Change | Unmended)[] => {
  const modules = [...new Set(all.map(({ module }) => module))]
  return modules.map((module) => {
    const call = module.parent?.call
    const own = all.filter((one) => one.module === module)
    return call ? addArguments(placeOfCall(call), argumentsOf(own)) : { reason: 'it is in no call' }
  })
}

/** Attributes of one object are one argument. */
const argumentsOf = (all: readonly Given[]): readonly NewArgument[] =>
  [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const own = all.filter((one) => one.name === name)
    const entries = own.flatMap(({ attribute, value }) => (attribute === undefined ? [] : [argument(attribute, value)]))
    if (entries.length > 0) return [argument(name, { kind: 'object', entries })]
    return own.slice(0, 1).map(({ value }) => argument(name, value))
  })

/** Nothing where it waits for the instances already, through whatever. */
export const awaiting = (cluster: Cluster, stream: Stream): Change | Unmended | undefined => {
  const { instances, reference } = cluster
  if (instances.length === 0)
    return cluster.hasInstance.verdict === 'no' ? { reason: 'a stream needs an instance' } : undefined
  if (stream.waitsForAny(instances).verdict === 'yes') return undefined
  const home = homeOf(cluster)
  if ('reason' in home || home.module !== reference.module || stream.reference.module !== reference.module)
    return { reason: `${stream.address} waits for no instance of its cluster` }
  return dependOn(stream.reference.resource, home.waitsFor)
}

/** The new key: behind the call that is given it, else behind the stream's cluster. */
const behind = (cluster: Cluster, inputs: readonly Input[], key: StreamKey): Change | Unmended => {
  const call = inputs.map(({ module }) => module.parent?.call).find((one) => one !== undefined)
  return addBlocksAfter(call ? placeOfCall(call) : placeOfResource(cluster.reference.resource), key.blocks)
}
