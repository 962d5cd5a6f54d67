/** What makes a key useless to an activity stream. */
import type { Value } from '../terraform/value.js'
import { armsOf, resolve } from '../terraform/values.js'
import { kmsKeys } from './kms-key.js'
import type { ResourceInstance } from './resource-instance.js'

export interface KeyDefect {
  /** The key, or the primary key that it takes its kind from. */
  readonly key: ResourceInstance
  readonly argument: string
  readonly value: Value
  /** What the key is instead: `disabled`, `a signing key (key_usage is SIGN_VERIFY)`. */
  readonly description: string
  /** What to write. */
  readonly remedy: string
}

interface KeyArguments {
  readonly enabled: string
  /** What the key is for, and what it is made of; a replica shares both with its primary key. */
  readonly kind: { readonly usage: string; readonly spec: string } | { readonly primary: string }
}

const ARGUMENTS: ReadonlyMap<string, KeyArguments> = new Map([
  ['aws_kms_key', { enabled: 'is_enabled', kind: { usage: 'key_usage', spec: 'customer_master_key_spec' } }],
  ['aws_kms_external_key', { enabled: 'enabled', kind: { usage: 'key_usage', spec: 'key_spec' } }],
  ['aws_kms_replica_key', { enabled: 'enabled', kind: { primary: 'primary_key_arn' } }],
  ['aws_kms_replica_external_key', { enabled: 'enabled', kind: { primary: 'primary_key_arn' } }],
])

/** Empty where all is well, or not known; AWS's default, where an argument is left out, is right. */
export const keyDefects = (key: ResourceInstance): readonly KeyDefect[] => {
  const names = ARGUMENTS.get(key.reference.resource.type)
  return names ? [...disabled(key, names.enabled), ...ofAnotherKind(key, names.kind)] : []
}

const disabled = (key: ResourceInstance, argument: string): readonly KeyDefect[] => {
  const value = key.value(argument)
  if (!value || !possible(value).every((is) => is === 'false')) return []
  return [{ key, argument, value, description: 'disabled', remedy: `write ${argument} = true, or leave it out` }]
}

const ofAnotherKind = (key: ResourceInstance, kind: KeyArguments['kind']): readonly KeyDefect[] => {
  if ('primary' in kind) return ofPrimary(key.value(kind.primary), key)
  const mistakes = [...wrong(key, kind.usage, 'ENCRYPT_DECRYPT'), ...wrong(key, kind.spec, 'SYMMETRIC_DEFAULT')]
  // Both say one thing: a key that signs is asymmetric. What it is for says more than what it is made of.
  const [first] = mistakes
  if (!first) return []
  const { argument, value } = first
  const said = mistakes.map((mistake) => `${mistake.argument} is ${mistake.shown}`).join(', ')
  const names = mistakes.map((mistake) => mistake.argument).join(' and ')
  return [
    {
      key,
      argument,
      value,
      description: `no symmetric encryption key (${said})`,
      remedy: `leave out ${names}: what a stream needs is the default, SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT`,
    },
  ]
}

const ofPrimary = (arn: Value | undefined, { evaluator }: ResourceInstance): readonly KeyDefect[] => {
  const [primary, ...others] = arn ? kmsKeys(arn, evaluator) : []
  if (primary?.kind !== 'resource' || others.length > 0) return []
  const kind = ARGUMENTS.get(primary.key.reference.resource.type)?.kind
  return kind && 'usage' in kind ? ofAnotherKind(primary.key, kind) : []
}

interface Mistake {
  readonly argument: string
  readonly value: Value
  readonly shown: string
}

const wrong = (key: ResourceInstance, argument: string, right: string): readonly Mistake[] => {
  const value = key.value(argument)
  const [first, ...others] = value ? possible(value) : []
  if (!value || first === undefined || [first, ...others].some((is) => is === undefined || is === right)) return []
  return [{ argument, value, shown: value.sensitive ? '(sensitive)' : first }]
}

/** What the argument may be, as text; `undefined` among them where that is not known. */
const possible = (value: Value): readonly (string | undefined)[] =>
  armsOf(resolve(value)).map((arm) => {
    const resolved = resolve(arm)
    return resolved.kind === 'known' && resolved.value !== null ? String(resolved.value) : undefined
  })
