import type { MeantKey } from '../../src/aurora/keys/meant-key.js'
import { described, wrongKeyTexts } from '../../src/aurora/keys/wrong-key-text.js'
import { keyReference } from '../../src/aurora/patches/key-reference.js'
import type { Check } from '../../src/rule.js'
import type { Value } from '../../src/terraform/value.js'

// The provider does not validate this argument: a reference in quotes passes validate and plan, and fails the apply after the
// cluster and its instances were built.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const wrong = wrongKeyTexts(stream, stream.keys)
    const [first] = wrong
    if (!first) continue
    const { value, meant } = first
    yield {
      on: stream,
      argument: 'kms_key_id',
      value,
      message: `kms_key_id of ${stream.address} is ${described(first)}`,
      hint: hint(meant, value),
      fix: keyReference(stream, wrong, streams),
    }
  }
}

const hint = (meant: MeantKey | undefined, { origin }: Value): string => {
  const isJson = origin?.place?.source.isJson ?? false
  if (meant && isJson) return `write ${JSON.stringify(`\${${meant.reference}}`)}`
  if (!meant) return 'write a reference to a customer managed key, without quotes: aws_kms_key.NAME.key_id'
  if (meant.exact) return `write ${meant.reference} without quotes`
  return `nothing has that name: write ${meant.reference}, without quotes, if that key is meant`
}
