/** The key that a patch gives a stream: the one that is there for it, or a new one. */
import { argument, block, constant, expression, type NewBlock, type NewValue } from '../../edit/index.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { keyDefects } from '../keys/key-defect.js'
import { keyIdAttribute } from '../keys/kms-attributes.js'
import { providerConfiguration } from '../places/provider.js'
import { ResourceInstance } from '../resource-instance.js'

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
  /** The alias of a new key, between quotes and without `alias/`: `${aws_rds_cluster.main.cluster_identifier}-activity-stream`. */
  readonly alias: string
}

/** The one suitable customer managed key of the module, if there is exactly one; else a new one. */
export const streamKeyFor = (use: KeyUse): StreamKey => {
  const [key, ...others] = suitableKeys(use)
  if (key && others.length === 0) {
    const { address, mode, type } = key.reference.resource
    return { keyId: expression(`${address}.${keyIdAttribute(mode, type) ?? 'key_id'}`), blocks: [], name: address }
  }
  return newKey(use)
}

const KEY_TYPES: ReadonlySet<string> = new Set(['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key'])

const suitableKeys = ({ evaluator, module, beside }: KeyUse): readonly ResourceInstance[] =>
  [...module.module.resources.keys()].flatMap((address) => {
    const resource = KEY_TYPES.has(address.slice(0, address.indexOf('.'))) && module.module.resources.get(address)
    if (!resource || resource.count || resource.forEach) return []
    const key = new ResourceInstance(evaluator, { resource, module, key: { kind: 'none' } })
    if (keyDefects({ kind: 'resource', key, through: [] }).length > 0) return []
    return beside && providerConfiguration(key) !== providerConfiguration(beside) ? [] : [key]
  })

const newKey = ({ module, name, alias }: KeyUse): StreamKey => {
  const own = freeName(module, ['aws_kms_key', 'aws_kms_alias'], `${name}_activity_stream`)
  return {
    keyId: expression(`aws_kms_key.${own}.key_id`),
    name: 'a new key',
    blocks: [
      block(
        'resource',
        ['aws_kms_key', own],
        argument('description', constant('Database Activity Stream')),
        argument('enable_key_rotation', constant(true)),
      ),
      block(
        'resource',
        ['aws_kms_alias', own],
        argument('name', { kind: 'template', text: `alias/${alias}` }),
        argument('target_key_id', expression(`aws_kms_key.${own}.key_id`)),
      ),
    ],
  }
}

/** The name, or with a number behind it, that no resource of these types has in the module. */
export const freeName = ({ module }: ModuleInstance, types: readonly string[], name: string): string => {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}_${number}`
    if (types.every((type) => !module.resources.get(`${type}.${tried}`))) return tried
  }
}
