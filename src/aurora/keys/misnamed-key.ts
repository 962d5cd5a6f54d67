/** A key that a stream is given otherwise than RDS reports it, and how to name it as RDS does. */
import type { Fix } from '../../finding.js'
import { instanceAddress } from '../../terraform/address.js'
import type { Value } from '../../terraform/value.js'
import { display } from '../display.js'
import type { ModuleCluster } from '../known-modules/module-cluster.js'
import { changesOnly, type Rewrite, replaceAttribute } from '../patch.js'
import type { Difference } from '../places/aws-place.js'
import { homeOf } from '../places/mismatch.js'
import { providerConfiguration } from '../places/provider.js'
import { ResourceInstance } from '../resource-instance.js'
import type { Stream } from '../stream.js'
import { keyDistance } from './key-place.js'
import type { JudgedKey, KmsKeyReference } from './kms-key-reference.js'

const FORMS = { 'key-arn': 'the ARN of a key', 'alias-name': 'an alias', 'alias-arn': 'the ARN of an alias' } as const

export interface MisnamedKey {
  readonly value: Value
  /** `the ARN of a key (aws_kms_key.main.arn)` */
  readonly what: string
  readonly remedy: string
  readonly fix?: Fix | undefined
}

/** Of a stream; `undefined` where its key is named by its bare ID, or nobody knows. */
export const misnamedKeyOf = (stream: Stream): MisnamedKey | undefined => {
  const named = otherwiseNamed(stream.keys)
  if (!named) return undefined
  const distance = keyDistance(homeOf(stream), named)
  // The bare ID names no key of another region or account.
  const rewrite = distance.length > 0 ? undefined : rewriting(stream, named)
  return {
    value: named.value,
    what: described(named),
    remedy:
      distance.length > 0
        ? remedyFarAway(distance)
        : remedy(named.reference, rewrite) + reservation(stream, named, rewrite),
    fix: fix(stream, named, rewrite),
  }
}

/** Of the stream that a known module makes of its inputs: it hands the key on as it is. */
export const misnamedInputOf = (cluster: ModuleCluster): MisnamedKey | undefined => {
  const named = otherwiseNamed(cluster.keys)
  return named && { value: named.value, what: described(named), remedy: remedy(named.reference, undefined) }
}

/** Of a condition that nobody can decide, all arms: one may never be taken. */
const otherwiseNamed = (keys: readonly JudgedKey[]): NamedKey | undefined => {
  const named = keys.flatMap(({ reference, ...judged }) =>
    reference.kind === 'key-arn' || reference.kind === 'alias-name' || reference.kind === 'alias-arn'
      ? [{ ...judged, reference }]
      : [],
  )
  return named.length < keys.length ? undefined : named[0]
}

const described = ({ reference, value }: NamedKey): string =>
  `${FORMS[reference.kind]} (${reference.reference ? reference.text : display(reference.text, value)})`

const remedyFarAway = (distance: readonly Difference[]): string =>
  distance.includes('account')
    ? 'add lifecycle { ignore_changes = [kms_key_id] }: a key of another account needs its ARN'
    : "write the bare ID of a key in the stream's own region"

type Named = KmsKeyReference & { readonly kind: keyof typeof FORMS }
type NamedKey = JudgedKey & { readonly reference: Named }

const remedy = ({ reference }: Named, rewrite: Rewrite | undefined): string => {
  if (rewrite) return `write ${rewrite.reference}, the bare key ID that RDS reports`
  if (!reference) return 'write the bare key ID, as RDS reports it'
  const { symbolic, attribute } = reference
  return `hand on ${attribute} of ${instanceAddress(symbolic.of)}, the bare key ID that RDS reports, instead of its ${symbolic.path.join('.')}`
}

/** A module may hand one input on to the stream and to the cluster's storage, which takes nothing but an ARN. */
const reservation = (stream: Stream, { value }: NamedKey, rewrite: Rewrite | undefined): string => {
  const input = value.passed
  return !input || !rewrite || changesOnly(stream, 'kms_key_id', value, rewrite)
    ? ''
    : `; where something else reads ${input.name}, give the stream an input of its own`
}

const rewriting = (stream: Stream, { reference, value }: NamedKey): Rewrite | undefined => {
  if (!reference.reference) return undefined
  const { symbolic, attribute } = reference.reference
  return replaceAttribute(stream, 'kms_key_id', value, symbolic, attribute)
}

const fix = (stream: Stream, { reference, value }: NamedKey, rewrite: Rewrite | undefined): Fix | undefined => {
  if (!rewrite || !reference.reference) return undefined
  const { symbolic, attribute } = reference.reference
  const key = new ResourceInstance(stream.evaluator, symbolic.of)
  const isSafe =
    providerConfiguration(key) === providerConfiguration(stream) && changesOnly(stream, 'kms_key_id', value, rewrite)
  return {
    safety: isSafe ? 'safe' : 'unsafe',
    title: `read ${attribute} instead of ${symbolic.path.join('.')}`,
    edits: [rewrite.edit],
  }
}
