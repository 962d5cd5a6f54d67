import { display } from '../../src/aurora/display.js'
import type { JudgedKey, KmsKeyReference } from '../../src/aurora/kms-key-reference.js'
import { changesOnly, type Rewrite, replaceAttribute } from '../../src/aurora/patch.js'
import { providerConfiguration } from '../../src/aurora/provider.js'
import { ResourceInstance } from '../../src/aurora/resource-instance.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { instanceAddress } from '../../src/terraform/address.js'

const FORMS = { 'key-arn': 'the ARN of a key', 'alias-name': 'an alias', 'alias-arn': 'the ARN of an alias' } as const

// RDS reports the bare key ID and the argument is ForceNew: anything else differs from it at every later plan.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const ignored = stream.ignoredChanges
    if (ignored === 'all' || ignored?.includes('kms_key_id')) continue // right for a key in another account, which needs its ARN
    const named = stream.keys.flatMap(({ reference, value }) =>
      reference.kind === 'key-arn' || reference.kind === 'alias-name' || reference.kind === 'alias-arn'
        ? [{ reference, value }]
        : [],
    )
    const [first] = named
    if (!first || named.length < stream.keys.length) continue // an arm that may never be taken
    const { reference, value } = first
    const rewrite = rewriting(stream, first)
    const shown = reference.reference ? reference.text : display(reference.text, value)
    yield {
      on: stream,
      argument: 'kms_key_id',
      value,
      message: `kms_key_id of ${stream.address} is ${FORMS[reference.kind]} (${shown}): every later plan replaces the stream`,
      hint: hint(reference, rewrite),
      because:
        ignored === undefined
          ? ["unless lifecycle ignores changes of kms_key_id, which a plan's JSON does not hold"]
          : [],
      fix: fix(stream, first, rewrite),
    }
  }
}

type Named = KmsKeyReference & { readonly kind: keyof typeof FORMS }

const hint = ({ reference }: Named, rewrite: Rewrite | undefined): string => {
  if (rewrite) return `write ${rewrite.reference}, the bare key ID that RDS reports`
  if (!reference) return 'write the bare key ID, as RDS reports it'
  const { symbolic, attribute } = reference
  return `hand on ${attribute} of ${instanceAddress(symbolic.of)}, the bare key ID that RDS reports, instead of its ${symbolic.path.join('.')}`
}

const rewriting = (stream: Stream, { reference, value }: JudgedKey): Rewrite | undefined => {
  if (!('reference' in reference) || !reference.reference) return undefined
  const { symbolic, attribute } = reference.reference
  return replaceAttribute(stream, 'kms_key_id', value, symbolic, attribute)
}

const fix = (stream: Stream, { reference, value }: JudgedKey, rewrite: Rewrite | undefined): Fix | undefined => {
  if (!rewrite || !('reference' in reference) || !reference.reference) return undefined
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
