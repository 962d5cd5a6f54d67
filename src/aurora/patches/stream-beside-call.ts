/** A stream for the cluster that a called module makes, beside the call. */
import {
  addBlocksAfter,
  argument,
  type Change,
  constant,
  expression,
  gap,
  type NewBlock,
  type NewValue,
  names,
} from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { ModuleCall, Resource } from '../../terraform/configuration.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Receiver } from '../../terraform/receiver.js'
import type { InstanceKey } from '../../terraform/reference.js'
import { ResourceInstance } from '../resource-instance.js'
import { placeOfCall } from './block-place.js'
import { freeName } from './free-name.js'
import { blockLike, keyInText, type Likeness, likenessOf, providerLike, repetitionLike } from './likeness.js'
import { type StreamKey, streamKeyFor } from './stream-key.js'

/** A call of a module that makes a cluster. */
export interface ClusterCall {
  readonly evaluator: Evaluator
  /** The one that it stands in. */
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly key: InstanceKey
}

/** What a stream is given, beside the cluster's ARN. */
export interface StreamSettings {
  readonly mode: NewValue
  readonly kmsKeyId: NewValue
  /** What decides whether there is a stream at all, where that is not certain: `var.audited`. */
  readonly when?: string | undefined
}

const STREAM = 'aws_rds_cluster_activity_stream'
const CLUSTER = 'aws_rds_cluster'

/** Of the stream beside a call: `identifier` is the module's output for that of the cluster, which the key's alias is named after. */
export const keyBesideCall = (on: ClusterCall, identifier: string | undefined): StreamKey =>
  keyFor(on, identifier, likenessOfCall(on))

/** Of the stream that the call turns on: neither the key nor what it is repeated by can wait for the call that it is handed to. */
export const keyForInput = (on: ClusterCall, input: string, identifier: string | undefined): StreamKey => {
  const reader: Receiver = { kind: 'input', call: on.call, name: input }
  const like = likenessOfCall(on)
  const isCopied = like.meta.every(({ name, value }) => name === 'provider' || value.kind === 'copy')
  const once = { ...like, meta: like.meta.filter(({ name }) => name === 'provider'), suffix: '' }
  return isCopied ? keyFor(on, identifier, like, [reader]) : keyFor(on, undefined, once, [reader])
}

const keyFor = (
  on: ClusterCall,
  identifier: string | undefined,
  like: Likeness,
  readers: readonly Receiver[] = [],
): StreamKey => {
  const { evaluator, module, call } = on
  const { name } = call
  const title =
    identifier === undefined ? `${name}${keyInText(like)}` : `\${module.${name}${like.suffix}.${identifier}}`
  const beside = new ResourceInstance(evaluator, { resource: streamOf(call), module, key: { kind: 'none' } })
  return streamKeyFor({ evaluator, module, beside, name, title, like, readers })
}

/** An output of the called module, by which its cluster is told. */
export interface NamingOutput {
  readonly name: string
  readonly of: 'arn' | 'identifier'
}

/** The stream behind the call, and before it what `key` needs; a cluster of which only the identifier is told is read first. */
export const streamBesideCall = (
  on: ClusterCall,
  output: NamingOutput,
  keyBlocks: readonly NewBlock[],
  { mode, kmsKeyId, when }: StreamSettings,
): Change | Unmended => {
  const { module, call } = on
  const like = likenessOfCall(on)
  if (when !== undefined && like.suffix !== '') return { reason: `${when} decides for each instance of the call` }
  const counted = when === undefined ? [] : [argument('count', expression(`${when} ? 1 : 0`))]
  const { arn, blocks } = arnOf(on, output, like)
  const stream = blockLike(
    { ...like, meta: [...counted, ...like.meta] },
    [STREAM, freeName(module, [STREAM], call.name)],
    argument('resource_arn', expression(arn)),
    argument('mode', mode),
    argument('kms_key_id', kmsKeyId),
    gap,
    argument('depends_on', names(`module.${call.name}`)),
  )
  return addBlocksAfter(placeOfCall(call), [...blocks, ...keyBlocks, stream])
}

/** The cluster's ARN, with the data source that it may need. */
const arnOf = (
  { module, call }: ClusterCall,
  output: NamingOutput,
  like: Likeness,
): { readonly arn: string; readonly blocks: readonly NewBlock[] } => {
  const told = `module.${call.name}${like.suffix}.${output.name}`
  if (output.of === 'arn') return { arn: told, blocks: [] }
  const name = freeName(module, [`data.${CLUSTER}`], call.name)
  const read = blockLike(like, [CLUSTER, name], argument('cluster_identifier', expression(told)))
  return { arn: `data.${CLUSTER}.${name}${like.suffix}.arn`, blocks: [{ ...read, type: 'data' }] }
}

export const ASYNC = constant('async')

const likenessOfCall = ({ call, key }: ClusterCall): Likeness => {
  const { meta, suffix } = repetitionLike(call, `module.${call.name}`, key)
  const { region } = likenessOf(streamOf(call), { kind: 'none' })
  return { meta: [...meta, ...providerLike(call.providers.get('aws'))], suffix, region, lifecycle: [] }
}

/** What manages the cluster in the module manages its stream; modules that take a region call it that. */
const streamOf = ({ name, providers, content }: ModuleCall): Resource => {
  const provider = providers.get('aws')
  const region = content.arguments.get('region')
  return {
    mode: 'managed',
    type: STREAM,
    name,
    address: `${STREAM}.${name}`,
    content: { arguments: new Map(region ? [['region', region]] : []), blocks: [] },
    dependsOn: [],
    ...(provider !== undefined && { provider }),
  }
}
