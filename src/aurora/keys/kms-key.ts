/** The key behind what a stream's `kms_key_id` says: through aliases and data sources to the key itself. */
import { instanceIdentity } from '../../terraform/address.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { Symbolic, Text, Value } from '../../terraform/value.js'
import { armsOf, knownString, resolve } from '../../terraform/values.js'
import { ResourceInstance } from '../resource-instance.js'
import { keyForm, keyIdAttribute } from './kms-attributes.js'

/** A key, as far as this configuration tells. `through` are the aliases and data sources that lead to it, the nearest first. */
export type KmsKey =
  /** A key that this configuration makes. */
  | { readonly kind: 'resource'; readonly key: ResourceInstance; readonly through: readonly ResourceInstance[] }
  /** A key that AWS manages itself; `alias` is its name, where that is known and may be said. */
  | { readonly kind: 'aws-managed'; readonly alias?: string; readonly through: readonly ResourceInstance[] }
  /** A key by its identifier or alias. */
  | { readonly kind: 'identifier'; readonly text: string; readonly through: readonly ResourceInstance[] }
  | { readonly kind: 'unknown'; readonly through: readonly ResourceInstance[] }

/** `alias/aws/rds`, or the ARN of it: nobody but AWS has a name like that. */
const AWS_MANAGED = /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?(alias\/aws\/.*)$/

/** The argument by which an alias or a data source names the key that it stands for. */
export const TARGETS: ReadonlyMap<string, string> = new Map([
  ['aws_kms_alias', 'target_key_id'],
  ['data.aws_kms_alias', 'name'],
  ['data.aws_kms_key', 'key_id'],
])

/** The keys that a value may name: one, or one for each arm of a condition somewhere on the way. */
export const kmsKeys = (value: Value, evaluator: Evaluator): readonly KmsKey[] =>
  follow(value, [], { evaluator, seen: new Set() })

/**
 * The value of an argument that names a key. What was given the ARN of a key may hold its bare ID after the apply: an alias does, and
 * what lets changes of it be. It is still the key that the argument refers to.
 */
export const referredKey = (on: ResourceInstance, argument: string): Value | undefined => {
  const held = on.value(argument)
  const written = on.argument(argument)
  const id = knownString(held)
  if (id === undefined || held?.kind === 'symbolic' || !written) return held
  const { evaluator, module, repetition } = on.where
  const referred = evaluator.argument(written, module, repetition)
  return knownString(referred)?.endsWith(`:key/${id}`) ? referred : held
}

/** Each alias and data source is followed once: they may name each other in a circle. */
interface Search {
  readonly evaluator: Evaluator
  readonly seen: Set<string>
}

type Through = readonly ResourceInstance[]

const follow = (value: Value, through: Through, search: Search): readonly KmsKey[] => {
  if (value.kind === 'symbolic') return followReference(value, through, search)
  const resolved = resolve(value)
  if (resolved.kind === 'choice') return armsOf(resolved).flatMap((arm) => follow(arm, through, search))
  if (resolved.kind === 'text') return followText(resolved, through, search)
  const text = knownString(resolved)
  return [text === undefined ? { kind: 'unknown', through } : identified(text, resolved, through)]
}

const identified = (text: string, { sensitive }: Value, through: Through): KmsKey => {
  const [, alias] = AWS_MANAGED.exec(text) ?? []
  if (alias === undefined) return { kind: 'identifier', text, through }
  return sensitive ? { kind: 'aws-managed', through } : { kind: 'aws-managed', alias, through }
}

const followReference = (value: Symbolic, through: Through, search: Search): readonly KmsKey[] => {
  const { resource, key } = value.of
  const type = `${resource.mode === 'data' ? 'data.' : ''}${resource.type}`
  const target = TARGETS.get(type)
  if (keyForm(value) === undefined && !(value.pathLost && keyIdAttribute(resource.mode, resource.type) !== undefined)) {
    // Another resource's argument, or a data source's own `key_id`: what was put into it counts.
    return value.value ? follow(value.value, through, search) : [{ kind: 'unknown', through }]
  }
  if (key.kind === 'any') return [{ kind: 'unknown', through }]
  const instance = new ResourceInstance(search.evaluator, value.of)
  if (target === undefined) return [{ kind: 'resource', key: instance, through }]
  const identity = instanceIdentity(value.of)
  if (search.seen.has(identity)) return []
  search.seen.add(identity)
  const way = [...through, instance]
  // Only a plan knows, by what the data source has read.
  if (instance.string('key_manager') === 'AWS') return [{ kind: 'aws-managed', through: way }]
  const read = referredKey(instance, target)
  return read ? follow(read, way, search) : [{ kind: 'unknown', through: way }]
}

/** An identifier put together: `arn:…:key/${aws_kms_key.main.key_id}`, `alias/aws/${var.service}`. */
const followText = (value: Text, through: Through, search: Search): readonly KmsKey[] => {
  const { parts } = value
  const shown = parts.map((part) => (typeof part === 'string' ? part : '…')).join('')
  if (AWS_MANAGED.test(shown)) return [identified(shown, value, through)]
  const before = parts.at(-2)
  const last = parts.at(-1)
  const isWhole = typeof before === 'string' && (before.endsWith(':key/') || before.endsWith(':'))
  return last !== undefined && typeof last !== 'string' && isWhole
    ? follow(last, through, search)
    : [{ kind: 'unknown', through }]
}
