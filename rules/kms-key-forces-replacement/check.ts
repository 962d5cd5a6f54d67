import type { Difference } from '../../src/aurora/aws-place.js'
import { display } from '../../src/aurora/display.js'
import { keyDistance } from '../../src/aurora/key-place.js'
import type { JudgedKey, KmsKeyReference } from '../../src/aurora/kms-key-reference.js'
import { pathOf } from '../../src/aurora/known-modules/table.js'
import { changesOnly, type Rewrite, replaceAttribute } from '../../src/aurora/patch.js'
import { providerConfiguration } from '../../src/aurora/provider.js'
import { ResourceInstance } from '../../src/aurora/resource-instance.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { instanceAddress } from '../../src/terraform/address.js'

const FORMS = { 'key-arn': 'the ARN of a key', 'alias-name': 'an alias', 'alias-arn': 'the ARN of an alias' } as const

// RDS reports the bare key ID and the argument is ForceNew: anything else differs from it at every later plan.
export const check: Check = function* ({ streams, moduleClusters }) {
  for (const stream of streams) {
    const ignored = stream.ignoredChanges
    if (ignored === 'all' || ignored?.includes('kms_key_id')) continue // right for a key in another account, which needs its ARN
    if (stream.hasAwsManagedKey) continue // another rule asks for another key
    const first = otherwiseNamed(stream.keys)
    if (!first) continue
    const { reference, value } = first
    const distance = keyDistance(stream, first)
    // The bare ID names no key of another region or account.
    const rewrite = distance.length > 0 ? undefined : rewriting(stream, first)
    yield {
      on: stream,
      argument: 'kms_key_id',
      value,
      message: `kms_key_id of ${stream.address} is ${described(first)}: every later plan replaces the stream`,
      hint:
        distance.length > 0 ? hintFarAway(distance) : hint(reference, rewrite) + reservation(stream, first, rewrite),
      because:
        ignored === undefined
          ? ["unless lifecycle ignores changes of kms_key_id, which a plan's JSON does not hold"]
          : [],
      fix: fix(stream, first, rewrite),
    }
  }
  // Known modules hand the key on as it is, and ignore no change of it.
  for (const cluster of moduleClusters) {
    const first = otherwiseNamed(cluster.keys)
    const input = cluster.streamInputs?.kmsKeyId
    if (!first || !input || cluster.hasAwsManagedKey) continue
    const argument = pathOf(input)
    yield {
      on: cluster,
      argument,
      value: first.value,
      message: `${argument} of ${cluster.address} is ${described(first)}: every later plan replaces the stream`,
      hint: hint(first.reference, undefined),
      because: [cluster.judgedBy],
    }
  }
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

const hintFarAway = (distance: readonly Difference[]): string =>
  distance.includes('account')
    ? 'add lifecycle { ignore_changes = [kms_key_id] }: a key of another account needs its ARN'
    : "write the bare ID of a key in the stream's own region"

type Named = KmsKeyReference & { readonly kind: keyof typeof FORMS }
type NamedKey = JudgedKey & { readonly reference: Named }

const hint = ({ reference }: Named, rewrite: Rewrite | undefined): string => {
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
