/** What makes a key useless to an activity stream. */
import type { Value } from '../../terraform/value.js'
import { display } from '../display.js'
import { knownArms } from '../known-arms.js'
import type { ResourceInstance } from '../resource-instance.js'
import { type KmsKey, kmsKeys } from './kms-key.js'

export interface KeyDefect {
  /** The key, the primary key that it takes its kind from, or the data source that has read it. */
  readonly on: ResourceInstance
  readonly argument: string
  readonly value: Value | undefined
  /** `disabled`, `no symmetric encryption key (key_usage is "SIGN_VERIFY")` */
  readonly description: string
  /** What to write. */
  readonly remedy: string
  readonly mend: KeyMend
}

/** What would make the key one that streams can use. */
export type KeyMend =
  /** An entry for each arm of a condition. */
  | { readonly kind: 'enable'; readonly values: readonly Value[] }
  /** AWS's default is right; Terraform replaces the key. */
  | { readonly kind: 'leave-out'; readonly names: readonly string[] }
  /** Nothing: it is not made here. */
  | { readonly kind: 'none' }

/** What a key is for, and what it is made of. */
interface Kind {
  readonly usage: string
  readonly spec: string
}

interface KeyArguments {
  readonly enabled: string
  /** A replica is of the kind of its primary key. */
  readonly kind: Kind | { readonly primary: string }
}

const KEYS: ReadonlyMap<string, KeyArguments> = new Map([
  ['aws_kms_key', { enabled: 'is_enabled', kind: { usage: 'key_usage', spec: 'customer_master_key_spec' } }],
  ['aws_kms_external_key', { enabled: 'enabled', kind: { usage: 'key_usage', spec: 'key_spec' } }],
  ['aws_kms_replica_key', { enabled: 'enabled', kind: { primary: 'primary_key_arn' } }],
  ['aws_kms_replica_external_key', { enabled: 'enabled', kind: { primary: 'primary_key_arn' } }],
])

/** Empty where all is well, or not known; AWS's default, where an argument is left out, is right. */
export const keyDefects = (key: KmsKey): readonly KeyDefect[] => {
  if (key.kind !== 'resource') return asRead(key.through.at(-1))
  const names = KEYS.get(key.key.reference.resource.type)
  return names ? [...disabled(key.key, names.enabled), ...ofAnotherKind(key.key, names.kind)] : []
}

/** Of a key that exists already a plan knows what its data source has read. */
const asRead = (source: ResourceInstance | undefined): readonly KeyDefect[] => {
  const { mode, type } = source?.reference.resource ?? {}
  if (!source || mode !== 'data' || type !== 'aws_kms_key') return []
  const [defect] = [
    ...disabled(source, 'enabled'),
    ...ofAnotherKind(source, { usage: 'key_usage', spec: 'customer_master_key_spec' }),
  ]
  const remedy = 'name another key, one that is enabled and for symmetric encryption'
  return defect
    ? [{ ...defect, argument: 'key_id', value: source.value('key_id'), remedy, mend: { kind: 'none' } }]
    : []
}

const disabled = (on: ResourceInstance, argument: string): readonly KeyDefect[] => {
  const arms = knownArms(on.value(argument))
  const [first] = arms
  if (!first || arms.some(({ text }) => text !== 'false')) return []
  const { value } = first
  const mend = { kind: 'enable', values: arms.map((arm) => arm.value) } as const
  return [{ on, argument, value, description: 'disabled', remedy: `write ${argument} = true, or leave it out`, mend }]
}

const ofAnotherKind = (key: ResourceInstance, kind: KeyArguments['kind']): readonly KeyDefect[] => {
  if ('primary' in kind) return ofPrimary(key.value(kind.primary), key)
  const mistakes = [...unlike(key, kind.usage, 'ENCRYPT_DECRYPT'), ...unlike(key, kind.spec, 'SYMMETRIC_DEFAULT')]
  // Both say one thing: a key that signs is asymmetric. What it is for says more than what it is made of.
  const [first] = mistakes
  if (!first) return []
  const said = mistakes.map(({ argument, shown }) => `${argument} is ${shown}`).join(', ')
  const names = mistakes.map(({ argument }) => argument)
  return [
    {
      on: key,
      argument: first.argument,
      value: first.value,
      description: `no symmetric encryption key (${said})`,
      remedy: `leave out ${names.join(' and ')}: what a stream needs is the default, SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT`,
      mend: { kind: 'leave-out', names },
    },
  ]
}

const ofPrimary = (arn: Value | undefined, { evaluator }: ResourceInstance): readonly KeyDefect[] => {
  const [primary, ...others] = arn ? kmsKeys(arn, evaluator) : []
  if (primary?.kind !== 'resource' || others.length > 0) return []
  const kind = KEYS.get(primary.key.reference.resource.type)?.kind
  return kind && 'usage' in kind ? ofAnotherKind(primary.key, kind) : []
}

interface Mistake {
  readonly argument: string
  readonly value: Value
  readonly shown: string
}

const unlike = (key: ResourceInstance, argument: string, right: string): readonly Mistake[] => {
  const arms = knownArms(key.value(argument))
  const [first] = arms
  if (!first || arms.some(({ text }) => text === right)) return []
  return [{ argument, value: first.value, shown: display(first.text, first.value) }]
}
