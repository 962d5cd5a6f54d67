/** The key that a patch gives a stream: the one that is there for it, or a new one. */
import { argument, constant, expression, type NewBlock, type NewValue } from '../../edit/index.js'
import type { Argument, Resource } from '../../terraform/configuration.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Receiver } from '../../terraform/receiver.js'
import { resourcesOfType } from '../../terraform/resources-of-type.js'
import { keyDefects } from '../keys/key-defect.js'
import { keyIdAttribute } from '../keys/kms-attributes.js'
import { kmsKeys } from '../keys/kms-key.js'
import { awsPlaceOf, differences } from '../places/aws-place.js'
import { providerConfiguration } from '../places/provider.js'
import { ResourceInstance } from '../resource-instance.js'
import { isCircular } from './circular.js'
import { freeName, nameLike } from './free-name.js'
import { blockLike, type Likeness, UNLIKE } from './likeness.js'

export interface StreamKey {
  /** `aws_kms_key.main.key_id` */
  readonly keyId: NewValue
  /** The new key and its alias; empty where there is a key already. */
  readonly blocks: readonly NewBlock[]
  /** How a title calls it: `aws_kms_key.main`, `a new key`. */
  readonly name: string
}

/** What the key is for: something in `module`, managed by the provider of `beside`. */
export interface KeyUse {
  readonly evaluator: Evaluator
  readonly module: ModuleInstance
  /** Where the key has to be: in the region and account of this cluster or stream; `undefined` for the module's default provider. */
  readonly beside: ResourceInstance | undefined
  /** What a new key is named after: the name of the cluster's resource, or of the module's call. */
  readonly name: string
  /** What the alias of a new key is named after, between quotes: `${aws_rds_cluster.main.cluster_identifier}`. */
  readonly title: string
  /** How what it is for is repeated and managed; once, by the default provider, where it is left out. */
  readonly like?: Likeness
  /** What in the module is given the key, where that is there already: a key that waits for any of it will not do. */
  readonly readers?: readonly Receiver[]
  /** Tags for a new key. */
  readonly tags?: NewValue | undefined
  /** Other instances of the same block, for which the key has to do as well. */
  readonly others?: readonly Pick<KeyUse, 'evaluator' | 'module' | 'beside'>[]
}

/** The one suitable customer managed key of the module, if there is exactly one; else a new one. */
export const streamKeyFor = (use: KeyUse): StreamKey => {
  const [key, another] = suitableKeys(use)
  return key && !another ? { keyId: expression(key.keyId), blocks: [], name: key.name } : newKey(use)
}

interface SuitableKey {
  /** `aws_kms_key.main[each.key].key_id` */
  readonly keyId: string
  readonly name: string
}

/** Found one by one: who asks need not know all of them. */
function* suitableKeys(use: KeyUse): Generator<SuitableKey> {
  for (const each of KEY_TYPES) {
    for (const resource of resourcesOfType(use.module.module, each)) {
      const suffix = suffixOf(resource, use.like ?? UNLIKE)
      if (suffix === undefined) continue
      const isSuitable = [use, ...(use.others ?? [])].every((one) => isSuitableIn(one, resource))
      if (!isSuitable || isAwaiting(use, resource)) continue
      const { mode, type, address } = resource
      yield { keyId: `${address}${suffix}.${keyIdAttribute(mode, type)}`, name: address }
    }
  }
}

const isAwaiting = ({ evaluator, module, readers = [] }: KeyUse, { address }: Resource): boolean =>
  readers.some((reader) => isCircular(evaluator, module, address, reader))

const KEY_TYPES = [
  'aws_kms_key',
  'aws_kms_replica_key',
  'aws_kms_external_key',
  'aws_kms_replica_external_key',
  'data.aws_kms_key',
  'data.aws_kms_alias',
]

/** How a key is named that is there exactly where the stream is: not repeated, or in the same way. */
const suffixOf = ({ count, forEach, lifecycle }: Resource, like: Likeness): string | undefined => {
  if (lifecycle?.content.arguments.get('enabled')) return undefined
  const [repeated] = like.meta.filter(({ name }) => name === 'count' || name === 'for_each')
  const own = count ?? forEach
  if (!own) return ''
  if (own.name === 'count' && textOf(own) === '1') return '[0]'
  const { value } = repeated ?? {}
  const isAlike =
    repeated?.name === own.name && value?.kind === 'copy' && value.source.slice(value.span) === textOf(own)
  return isAlike ? like.suffix : undefined
}

const textOf = ({ written }: Argument): string | undefined => written?.source.slice(written.expressionSpan)

/** Whether it is a customer managed key, in order and where the stream is, as far as anybody knows. */
const isSuitableIn = (
  { evaluator, module, beside }: Pick<KeyUse, 'evaluator' | 'module' | 'beside'>,
  resource: Resource,
) =>
  evaluator.instancesOf(module, resource).every((reference) => {
    const key = new ResourceInstance(evaluator, reference)
    if (beside && !isWith(key, beside)) return false
    if (resource.mode === 'data') return isReadFromOutside(key)
    return key.change?.effect !== 'delete' && keyDefects({ kind: 'resource', key, through: [] }).length === 0
  })

const isWith = (key: ResourceInstance, beside: ResourceInstance): boolean =>
  providerConfiguration(key) === providerConfiguration(beside) &&
  differences(awsPlaceOf(key), awsPlaceOf(beside)).length === 0 &&
  !isPerhapsElsewhere(key, beside)

/** Where a resource says a region of its own, that is hardly the provider's, which nobody knows then. */
const isPerhapsElsewhere = (key: ResourceInstance, beside: ResourceInstance): boolean => {
  const [own, other] = [key.argument('region'), beside.argument('region')]
  if (!own && !other) return false
  if (awsPlaceOf(key).region !== undefined && awsPlaceOf(beside).region !== undefined) return false
  const isSame = own && other && key.reference.module === beside.reference.module && textOf(own) === textOf(other)
  return !isSame
}

/** A key of this configuration counts by itself, and whether AWS manages one is seen only by an alias or by its ID. */
const isReadFromOutside = (data: ResourceInstance): boolean => {
  const attribute = data.reference.resource.type === 'aws_kms_alias' ? 'name' : 'key_id'
  const named = data.value(attribute)
  const keys = named ? kmsKeys(named, data.evaluator) : []
  const isKnown = keys.length > 0 && keys.every(({ kind }) => kind === 'identifier')
  return isKnown && keyDefects({ kind: 'unknown', through: [data] }).length === 0
}

const newKey = ({ module, name, title, like = UNLIKE, tags }: KeyUse): StreamKey => {
  const own = freeName(module, ['aws_kms_key', 'aws_kms_alias'], nameLike(name, 'activity', 'stream'))
  const keyId = `aws_kms_key.${own}${like.suffix}.key_id`
  return {
    keyId: expression(keyId),
    name: 'a new key',
    blocks: [
      blockLike(
        like,
        ['aws_kms_key', own],
        argument('description', constant('Database activity stream')),
        argument('enable_key_rotation', constant(true)),
        ...(tags ? [argument('tags', tags)] : []),
      ),
      blockLike(
        like,
        ['aws_kms_alias', own],
        argument('name', { kind: 'template', text: `alias/${title}-activity-stream` }),
        argument('target_key_id', expression(keyId)),
      ),
    ],
  }
}
