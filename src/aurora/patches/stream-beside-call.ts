/** A stream for the cluster that a called module makes, beside the call. */
import { addBlocksAfter, argument, type Change, constant, expression, type NewValue, names } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { ModuleCall, Resource } from '../../terraform/configuration.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { InstanceKey } from '../../terraform/reference.js'
import { ResourceInstance } from '../resource-instance.js'
import { blockLike, likenessOf, providerLike, repetitionLike } from './likeness.js'
import { placeOfCall } from './place.js'
import { freeName, type StreamKey, streamKeyFor } from './stream-key.js'

/** A call of a module that makes a cluster. */
export interface ClusterCall {
  readonly evaluator: Evaluator
  /** The one that it stands in. */
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly key: InstanceKey
}

/** Outputs of the called module. */
export interface ClusterOutputs {
  readonly arn: string
  /** The identifier, which a new key's alias is named after; `undefined` where there is none. */
  readonly identifier: string | undefined
}

const STREAM = 'aws_rds_cluster_activity_stream'

/** The key of the stream of such a cluster, whether it is made in the module or beside its call. */
export const keyForCall = (on: ClusterCall, identifier: string | undefined): StreamKey => {
  const { evaluator, module, call } = on
  const beside = new ResourceInstance(evaluator, { resource: streamToBe(call), module, key: { kind: 'none' } })
  const isRepeated = repetitionOf(on).suffix !== ''
  // A name of its own in each instance of the module that the call stands in.
  const alias = identifier === undefined || isRepeated ? call.name : `\${module.${call.name}.${identifier}}`
  return streamKeyFor({ evaluator, module, beside, name: call.name, alias: `${alias}-activity-stream` })
}

/** What the new stream is given, beside the cluster's ARN. */
export interface StreamInside {
  readonly mode: NewValue
  readonly kmsKeyId: NewValue
}

/** The stream, and before it what `key` needs, behind the call. */
export const streamBesideCall = (
  on: ClusterCall,
  { arn }: Pick<ClusterOutputs, 'arn'>,
  key: StreamKey,
  given: StreamInside = { mode: constant('async'), kmsKeyId: key.keyId },
): Change | Unmended => {
  const { module, call } = on
  const { meta, suffix } = repetitionOf(on)
  const { region } = likenessOf(streamToBe(call), { kind: 'none' })
  const like = { meta: [...meta, ...providerLike(call.providers.get('aws'))], suffix, region, lifecycle: [] }
  const stream = blockLike(
    like,
    [STREAM, freeName(module, [STREAM], call.name)],
    argument('resource_arn', expression(`module.${call.name}${suffix}.${arn}`)),
    argument('mode', given.mode),
    argument('kms_key_id', given.kmsKeyId),
    { kind: 'gap' },
    argument('depends_on', names(`module.${call.name}`)),
  )
  return addBlocksAfter(placeOfCall(call), [...key.blocks, stream])
}

const repetitionOf = ({ call, key }: ClusterCall) => repetitionLike(call, `module.${call.name}`, key)

/** What manages the cluster in the module manages its stream; where modules take a region, they call it that. */
const streamToBe = ({ name, providers, content }: ModuleCall): Resource => {
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
