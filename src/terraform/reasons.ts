import { instanceAddress } from './address.js'
import type { Symbolic, Value } from './value.js'

/** Everything that stands in the way of knowing these values, each reason once. */
export const reasons = (values: Iterable<Value>): readonly string[] => {
  const found = new Set<string>()
  const seen = new Set<Value>()
  for (const value of values) collect(value, found, seen)
  return [...found]
}

/** One value may stand in many places of another: each is looked at once. */
const collect = (value: Value, found: Set<string>, seen: Set<Value>): void => {
  if (seen.has(value)) return
  seen.add(value)
  switch (value.kind) {
    case 'known':
    case 'opaque':
      return
    case 'list':
      for (const item of value.items) collect(item, found, seen)
      return
    case 'mapping':
      for (const entry of value.entries.values()) collect(entry, found, seen)
      return
    case 'symbolic':
      if (value.value === undefined) found.add(`${symbolicName(value)} is known only after apply`)
      else collect(value.value, found, seen)
      return
    case 'text':
      for (const part of value.parts) if (typeof part !== 'string') collect(part, found, seen)
      return
    case 'choice':
    case 'unknown':
      for (const reason of value.because) found.add(reason)
      return
    case 'repeated':
      for (const reason of value.because) found.add(reason)
      collect(value.element, found, seen)
      return
    default:
      value satisfies never
  }
}

/** As Terraform prints it: `module.kms.aws_kms_key.main[0].arn`. */
export const symbolicName = ({ of, path }: Symbolic): string =>
  instanceAddress(of) + path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
