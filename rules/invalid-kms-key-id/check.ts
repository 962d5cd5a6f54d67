import { display } from '../../src/aurora/display.js'
import { meantKey } from '../../src/aurora/nearest-key.js'
import { replaceValue } from '../../src/aurora/patch.js'
import type { Check } from '../../src/rule.js'

// The provider does not validate this argument: a reference in quotes passes validate and plan, and fails the apply after the
// cluster and its instances were built.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    for (const { reference, value } of stream.keys) {
      if (reference.kind !== 'quoted-reference' && reference.kind !== 'no-identifier') continue
      if (stream.keys.length > 1 && !stream.keys.every((key) => key.reference.kind === reference.kind)) continue // an arm that may never be taken
      const meant = reference.kind === 'quoted-reference' ? meantKey(stream, value, reference.quoted) : undefined
      const edit = meant === undefined ? undefined : replaceValue(value, meant)
      const shown = display(reference.text, value)
      yield {
        on: stream,
        argument: 'kms_key_id',
        value,
        message:
          reference.kind === 'quoted-reference'
            ? `kms_key_id of ${stream.address} is the text ${shown}, not a reference to a key`
            : `kms_key_id of ${stream.address} is ${shown}, which is no KMS key identifier`,
        hint:
          meant === undefined
            ? 'write a reference to a customer managed key without quotes: aws_kms_key.NAME.key_id'
            : `write ${meant} without quotes`,
        fix: edit && { safety: 'safe', title: `refer to ${meant}`, edits: [edit] },
      }
      break
    }
  }
}
