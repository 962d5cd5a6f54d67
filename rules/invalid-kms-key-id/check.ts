import { display } from '../../src/aurora/display.js'
import type { KmsKeyReference } from '../../src/aurora/keys/kms-key-reference.js'
import { type MeantKey, meantKey } from '../../src/aurora/keys/meant-key.js'
import { changesOnly, replaceValue } from '../../src/aurora/patch.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Value } from '../../src/terraform/value.js'

/** Text that names no key, and what was meant by it. */
interface Wrong {
  readonly reference: KmsKeyReference & { readonly kind: 'quoted-reference' | 'no-identifier' }
  readonly value: Value
  readonly meant: MeantKey | undefined
}

// The provider does not validate this argument: a reference in quotes passes validate and plan, and fails the apply after the
// cluster and its instances were built.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const wrong = stream.keys.flatMap(({ reference, value }) => judge(stream, reference, value))
    const [first] = wrong
    if (!first || wrong.length < stream.keys.length) continue // an arm of a condition that may never be taken
    const { reference, value, meant } = first
    const shown = display(reference.text, value)
    yield {
      on: stream,
      argument: 'kms_key_id',
      value,
      message:
        reference.kind === 'quoted-reference'
          ? `kms_key_id of ${stream.address} is the text ${shown}, not a reference to a key`
          : `kms_key_id of ${stream.address} is ${shown}, which is no KMS key identifier`,
      hint: hint(meant, value),
      fix: fix(stream, wrong),
    }
  }
}

const judge = (stream: Stream, reference: KmsKeyReference, value: Value): readonly Wrong[] => {
  if (reference.kind === 'no-identifier') return [{ reference, value, meant: undefined }]
  if (reference.kind !== 'quoted-reference') return []
  return [{ reference, value, meant: meantKey(stream, value, reference.quoted) }]
}

const hint = (meant: MeantKey | undefined, { origin }: Value): string => {
  const isJson = origin?.place?.source.path.endsWith('.json') ?? false
  if (meant && isJson) return `write ${JSON.stringify(`\${${meant.reference}}`)}`
  if (!meant) return 'write a reference to a customer managed key, without quotes: aws_kms_key.NAME.key_id'
  if (meant.exact) return `write ${meant.reference} without quotes`
  return `nothing has that name: write ${meant.reference}, without quotes, if that key is meant`
}

/** Of a condition, all arms or none: half of a patch would leave the other half wrong. */
const fix = (stream: Stream, wrong: readonly Wrong[]): Fix | undefined => {
  const rewrites = wrong.flatMap(({ value, meant }) => {
    const rewrite = meant && replaceValue(value, meant.reference)
    return rewrite ? [{ rewrite, value, isExact: meant.exact }] : []
  })
  const [first] = rewrites
  if (!first || rewrites.length < wrong.length) return undefined
  // Another argument that the same value serves may need the ARN.
  const isSafe = rewrites.every(
    ({ rewrite, value, isExact }) => isExact && changesOnly(stream, 'kms_key_id', value, rewrite),
  )
  return {
    safety: isSafe ? 'safe' : 'unsafe',
    title: `refer to ${first.rewrite.reference}`,
    edits: rewrites.map(({ rewrite }) => rewrite.edit),
  }
}
