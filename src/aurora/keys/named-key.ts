import type { JudgedKey, KmsKeyReference } from './kms-key-reference.js'

/** A key that is named otherwise than RDS reports it. */
export type NamedKey = JudgedKey & {
  readonly reference: KmsKeyReference & { readonly kind: 'key-arn' | 'alias-name' | 'alias-arn' }
}

/** Of a condition that nobody can decide, all arms, or none of them: one may never be taken. */
export const otherwiseNamed = (keys: readonly JudgedKey[]): readonly NamedKey[] => {
  const named = keys.flatMap(({ reference, ...judged }) =>
    reference.kind === 'key-arn' || reference.kind === 'alias-name' || reference.kind === 'alias-arn'
      ? [{ ...judged, reference }]
      : [],
  )
  return named.length < keys.length ? [] : named
}
