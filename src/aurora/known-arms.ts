import { printed } from '../terraform/conversion.js'
import type { Value } from '../terraform/value.js'
import { armsOf, resolve } from '../terraform/values.js'

/** An arm of a value, and the text that Terraform makes of it. */
export interface KnownArm {
  readonly text: string
  readonly value: Value
}

/** A text that is wrong, and the one that is meant or suggested. */
export interface Correction extends KnownArm {
  readonly meant: string
}

/**
 * What an argument may be, an entry for each arm of a condition that nobody can decide. Empty where it is left out or an arm is
 * not known: then nothing is certain to be wrong with it.
 */
export const knownArms = (value: Value | undefined): readonly KnownArm[] => {
  if (value === undefined) return []
  const resolved = resolve(value)
  if (resolved.kind !== 'choice') return textOf(resolved, value)
  const arms = armsOf(resolved)
  const texts = arms.flatMap((arm) =>
    textOf(resolve(arm), arm.origin || !value.origin ? arm : { ...arm, origin: value.origin }),
  )
  return texts.length === arms.length ? texts : []
}

const textOf = (resolved: Value, value: Value): readonly KnownArm[] => {
  const text = resolved.kind === 'known' ? printed(resolved.value) : null
  return text === null ? [] : [{ text, value }]
}
