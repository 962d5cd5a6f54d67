import type { Value } from '../../terraform/value.js'
import { armsOf, resolve } from '../../terraform/values.js'

/** Whether a text is certain to begin so, whichever arm of a condition is taken. */
export const beginsWith = (value: Value, prefix: string): boolean =>
  armsOf(resolve(value)).every((arm) => {
    const resolved = resolve(arm)
    const [first] = resolved.kind === 'text' ? resolved.parts : resolved.kind === 'known' ? [resolved.value] : []
    return typeof first === 'string' && first.startsWith(prefix)
  })
