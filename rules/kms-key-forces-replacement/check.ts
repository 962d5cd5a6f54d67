import { display } from '../../src/aurora/display.js'
import type { JudgedKey, KmsKeyReference } from '../../src/aurora/kms-key-reference.js'
import { isUsedOnce, replaceAttribute } from '../../src/aurora/patch.js'
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
    const shown = reference.reference ? reference.text : display(reference.text, value)
    yield {
      on: stream,
      argument: 'kms_key_id',
      value,
      message: `kms_key_id of ${stream.address} is ${FORMS[reference.kind]} (${shown}): every later plan replaces the stream`,
      hint: hint(stream, reference),
      because:
        ignored === undefined
          ? ["unless lifecycle ignores changes of kms_key_id, which a plan's JSON does not hold"]
          : [],
      fix: fix(stream, first),
    }
  }
}

type Named = KmsKeyReference & { readonly kind: keyof typeof FORMS }

const hint = (stream: Stream, { reference }: Named): string => {
  if (!reference) return 'write the bare key ID, as RDS reports it'
  const { symbolic, attribute } = reference
  const { module, resource } = symbolic.of
  return module === stream.reference.module
    ? `write ${resource.address}.${attribute}, the bare key ID that RDS reports`
    : `hand on ${attribute} of ${instanceAddress(symbolic.of)}, the bare key ID that RDS reports, instead of its ${symbolic.path.join('.')}`
}

const fix = (stream: Stream, { reference, value }: JudgedKey): Fix | undefined => {
  if (!('reference' in reference) || !reference.reference) return undefined
  const { symbolic, attribute } = reference.reference
  const edit = replaceAttribute(stream, 'kms_key_id', value, symbolic, attribute)
  if (!edit) return undefined
  const holder = value.origin?.holder
  const servesOthers = holder?.owner === 'call' && !isUsedOnce(stream.reference.module.module, holder.name)
  const key = new ResourceInstance(stream.evaluator, symbolic.of)
  const safe = providerConfiguration(key) === providerConfiguration(stream) && !servesOthers
  return {
    safety: safe ? 'safe' : 'unsafe',
    title: `read ${attribute} instead of ${symbolic.path.join('.')}`,
    edits: [edit],
  }
}
