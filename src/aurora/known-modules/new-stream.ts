/** A stream for the cluster of a known module: by the inputs of its call, or beside the call where the module makes none. */
import {
  addBlocksAfter,
  argument,
  type Change,
  constant,
  fix,
  isUnmended,
  type NewArgument,
  type NewValue,
  together,
} from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Argument } from '../../terraform/configuration.js'
import { referencesIn } from '../../terraform/static-references.js'
import type { Value } from '../../terraform/value.js'
import { isKnown, resolve } from '../../terraform/values.js'
import { streamingEngines } from '../eligibility/engines.js'
import { smallestClass } from '../eligibility/instance-class.js'
import { knownArms } from '../known-arms.js'
import { placeOfCall } from '../patches/block-place.js'
import { ASYNC, keyBesideCall, keyForInput, streamBesideCall } from '../patches/stream-beside-call.js'
import type { StreamKey } from '../patches/stream-key.js'
import { bareKeyOf } from './bare-key.js'
import { type Setting, setInputs } from './call-inputs.js'
import type { CallInstance } from './call-instance.js'
import { clusterMistakes } from './cluster-mistakes.js'
import type { ModuleCluster } from './module-cluster.js'
import { keyMistake, modeMistake } from './stream-mistakes.js'
import type { Input, InstanceInputs, StreamInputs } from './table.js'

/** The same for all clusters that the call makes, or none. */
export const newStreamOfCall = (cluster: ModuleCluster): Fix | Unmended | undefined => {
  const served = cluster.ofSameCall
  const against = served.flatMap((one) => objectionTo(one, cluster) ?? []).at(0)
  if (against !== undefined) return { reason: against }
  const patches = served.map(patchOf)
  const [first] = patches
  if (!first || isUnmended(first)) return first
  const isSame = patches.every((patch) => !isUnmended(patch) && textOf(patch) === textOf(first))
  return isSame ? first : { reason: `the instances of module.${cluster.call.name} would each need another one` }
}

const textOf = ({ edits, snippet }: Fix): string =>
  JSON.stringify([edits.map(({ source, span, text }) => [source.path, span, text]), snippet])

/** Why one of the clusters of the call is not to have a stream, or has one already. */
const objectionTo = (one: ModuleCluster, asking: ModuleCluster): string | undefined => {
  const name = one === asking ? 'it' : `${one.address}, of the same block,`
  const { isStreamed, isAurora, hindrances } = one
  const reasons = isStreamed.because.join(', ')
  if (isAurora.verdict !== 'yes') return `${name} ${isAurora.verdict === 'no' ? 'is' : 'may be'} no Aurora cluster`
  if (isStreamed.verdict !== 'no')
    return `${name} ${isStreamed.verdict === 'yes' ? 'has' : 'may have'} a stream: ${reasons}`
  const [hindrance] = hindrances
  const what = hindrance?.what ?? unlisted(one)
  return what === undefined ? undefined : `${name} cannot have a stream: ${what}`
}

/** What is no hindrance for certain, and would be found nevertheless. */
const unlisted = (cluster: ModuleCluster): string | undefined =>
  cluster.ranges
    .flatMap((range) => clusterMistakes(cluster, range.cluster))
    .find(({ severity }) => severity === 'warning')?.what

const patchOf = (cluster: ModuleCluster): Fix | Unmended => {
  const instance = cluster.hasNoInstance ? instanceFor(cluster) : []
  if ('reason' in instance) return instance
  const stream = sharedStream(cluster)
  return stream ? byInputs(cluster, stream, instance) : besideIt(cluster, instance)
}

/** That of all versions that the call allows, where it waits for the instances. */
const sharedStream = ({ streamInputs, versions }: ModuleCluster): StreamInputs | undefined =>
  versions.every(({ stream }) => stream?.waitsForInstances) ? streamInputs : undefined

const byInputs = (cluster: ModuleCluster, stream: StreamInputs, instance: readonly Setting[]): Fix | Unmended => {
  const key = keyForInput(cluster, stream.kmsKeyId.input, cluster.identifierOutput)
  const settings = streamSettings(cluster, stream, key, cluster.engineInput)
  if ('reason' in settings) return settings
  const withKey = settings.some(({ value }) => value === key.keyId)
  return fix(
    'unsafe',
    `turn on the stream of module.${cluster.call.name}${withKey ? ` with ${key.name}` : ''}${also(instance)}`,
    together(setInputs(cluster, [...instance, ...settings]), ...keyBlocks(cluster, withKey ? key : undefined)),
  )
}

/** Behind the call. */
export const keyBlocks = ({ call }: CallInstance, key: StreamKey | undefined): readonly (Change | Unmended)[] =>
  key && key.blocks.length > 0 ? [addBlocksAfter(placeOfCall(call), key.blocks)] : []

const also = (instance: readonly Setting[]): string => (instance.length > 0 ? ', and add an instance' : '')

/** What is right already stays. */
export const streamSettings = (
  call: CallInstance,
  stream: StreamInputs,
  key: StreamKey,
  engine: Input | undefined,
): readonly Setting[] | Unmended => {
  const { switch: on, mode, kmsKeyId } = stream
  const given = call.value(on)
  const isOff = knownArms(given).every(({ text }) => text === 'false') && given.kind !== 'choice'
  if (call.argument(on.input) && !isOff) return { reason: `what ${on.input} is, is decided elsewhere` }
  const settings: Setting[] = on.input === mode.input ? [] : [{ input: on, value: constant(true), old: given }]
  if (modeMistake(call, mode, engine && call.value(engine))) settings.push({ input: mode, value: ASYNC })
  const named = keyMistake(call, kmsKeyId) ? key.keyId : bareKeyOf(call, kmsKeyId)
  if (named) settings.push({ input: kmsKeyId, value: named, old: call.value(kmsKeyId) })
  return settings
}

/** In every version the output of that name tells the cluster, else there is none to be named. */
const besideIt = (cluster: ModuleCluster, instance: readonly Setting[]): Fix | Unmended => {
  const { name } = cluster.known
  const { namingOutput } = cluster
  if (namingOutput === undefined)
    return cluster.ranges.some(({ cluster: { outputs } }) => outputs.arn.length > 0)
      ? { reason: `the versions of ${name} that the call allows differ in their inputs and outputs` }
      : { reason: `${name} makes no stream, and has no output with the ARN of its cluster` }
  const key = keyBesideCall(cluster, cluster.identifierOutput)
  return fix(
    'unsafe',
    `add a stream beside module.${cluster.call.name}, with ${key.name}${also(instance)}`,
    together(
      ...(instance.length > 0 ? [setInputs(cluster, instance)] : []),
      streamBesideCall(cluster, namingOutput, key.blocks, { mode: ASYNC, kmsKeyId: key.keyId }),
    ),
  )
}

/** What adds an instance by the inputs of the call. */
export const instanceFor = (cluster: ModuleCluster): readonly Setting[] | Unmended => {
  if (cluster.mayHaveOtherInstances) return { reason: 'its instances are outside of the module' }
  const [first, ...others] = cluster.ranges.map((range) => range.cluster.instances)
  const isSame = others.every((one) => one?.input === first?.input && one?.kind === first?.kind)
  const value = first && isSame ? newInstance(cluster, first) : undefined
  if (!first || value === undefined) return { reason: 'a stream needs an instance, and none can be added here' }
  const old = cluster.valueOf(first.input, first.default)
  const given = cluster.argument(first.input)
  if (given && isOpenToOthers(given, old))
    return { reason: `a stream needs an instance, and what ${first.input} is, is decided elsewhere` }
  return [{ input: { input: first.input }, value, old }]
}

/** It refers to what may be given instances elsewhere: what is none here is none in a place that can be written anew. */
const isOpenToOthers = (given: Argument, { origin }: Value): boolean =>
  (origin === undefined || origin.holder === given) && referencesIn(given.expression).length > 0

const newInstance = (cluster: ModuleCluster, { kind, instanceClass }: InstanceInputs): NewValue | undefined => {
  if (kind === 'count') return constant(1)
  const shared = resolve(cluster.value(instanceClass))
  const hasClass = cluster.argument(instanceClass.input) && !isKnown(shared, null) && !isKnown(shared, '')
  if (hasClass) return object(argument('one', object()))
  const [engine] = streamingEngines(knownArms(cluster.engineInput && cluster.value(cluster.engineInput)))
  const suggested = engine && smallestClass(engine)
  return suggested === undefined
    ? undefined
    : object(argument('one', object(argument('instance_class', constant(suggested)))))
}

const object = (...entries: readonly NewArgument[]): NewValue => ({ kind: 'object', entries })
