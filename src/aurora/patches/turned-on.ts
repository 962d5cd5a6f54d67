/** A stream that is there for a cluster and turned off, turned on where that is decided. */
import {
  addArguments,
  addBlocksAfter,
  type Change,
  constant,
  fix,
  isUnmended,
  replaceValue,
  together,
} from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { wayUp } from '../../terraform/module-instance.js'
import type { Cluster } from '../cluster.js'
import { switchOf } from '../dormant-stream.js'
import { identityOfBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { placeOfCall, placeOfResource } from './block-place.js'
import { dependOn } from './depends-on.js'
import { argumentsOf } from './given-input.js'
import { homeOf } from './home.js'
import { newStreamFor, objectionTo, restarts } from './new-stream.js'
import { readersOf } from './readers.js'
import type { StreamKey } from './stream-key.js'
import { type Given, keyFor, settingsOf } from './stream-settings.js'
import { type InputDecision, type LiteralDecision, toExist } from './switch.js'

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
  const literals = decisions.filter((one): one is LiteralDecision => one.kind === 'literal')
  const inputs = decisions.filter((one): one is InputDecision => one.kind === 'input')
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
  literals: readonly LiteralDecision[],
  inputs: readonly InputDecision[],
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

const switchedOn = ({ module, name, value }: InputDecision): readonly Given[] =>
  value === 'given' ? [] : [{ module, name, value: constant(value) }]

/** The calls, each with all that it is given. */
const givenTo = (all: readonly Given[]): readonly (Change | Unmended)[] => {
  const modules = [...new Set(all.map(({ module }) => module))]
  return modules.map((module) => {
    const call = module.parent?.call
    const own = all.filter((one) => one.module === module)
    return call ? addArguments(placeOfCall(call), argumentsOf(own)) : { reason: 'it is in no call' }
  })
}

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
const behind = (cluster: Cluster, inputs: readonly InputDecision[], key: StreamKey): Change | Unmended => {
  const call = inputs.map(({ module }) => module.parent?.call).find((one) => one !== undefined)
  return addBlocksAfter(call ? placeOfCall(call) : placeOfResource(cluster.reference.resource), key.blocks)
}
