import type { Value } from '../../terraform/value.js'
import { display } from '../display.js'
import type { JudgedKey, KmsKeyReference } from './kms-key-reference.js'
import { type KeyOwner, type MeantKey, meantKey } from './meant-key.js'

/** Text that names no key, and what was meant by it. */
export interface WrongKeyText {
  readonly reference: KmsKeyReference & { readonly kind: 'quoted-reference' | 'no-identifier' }
  readonly value: Value
  readonly meant: MeantKey | undefined
}

/** One for each of the keys; empty where one of them may be in order: an arm of a condition may never be taken. */
export const wrongKeyTexts = (on: KeyOwner, keys: readonly JudgedKey[]): readonly WrongKeyText[] => {
  const wrong = keys.flatMap(({ reference, value }): readonly WrongKeyText[] => {
    if (reference.kind === 'no-identifier') return [{ reference, value, meant: undefined }]
    if (reference.kind !== 'quoted-reference') return []
    return [{ reference, value, meant: meantKey(on, value, reference.quoted) }]
  })
  return wrong.length < keys.length ? [] : wrong
}

/** `the text "aws_kms_key.main.arn", not a reference to a key` */
export const described = ({ reference, value }: WrongKeyText): string => {
  const shown = display(reference.text, value)
  return reference.kind === 'quoted-reference'
    ? `the text ${shown}, not a reference to a key`
    : `${shown}, which is no KMS key identifier`
}
