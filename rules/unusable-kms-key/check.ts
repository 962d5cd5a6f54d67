import { type KeyDefect, keyDefects } from '../../src/aurora/keys/key-defect.js'
import type { JudgedKey } from '../../src/aurora/keys/kms-key-reference.js'
import { usableKey } from '../../src/aurora/patches/usable-key.js'
import { related } from '../../src/aurora/related.js'
import type { Subject } from '../../src/aurora/subject.js'
import type { Check } from '../../src/rule.js'

// RDS asks KMS for data keys, which only an enabled symmetric encryption key gives; Terraform makes any other key as well.
export const check: Check = function* ({ streams, moduleClusters }) {
  const found = new Map<string, { readonly defect: KeyDefect; readonly users: Set<Subject> }>()
  for (const user of [...streams, ...moduleClusters]) {
    for (const defect of unusable(user.keys)) {
      const place = `${defect.on.address} ${defect.argument}`
      const { users } = found.get(place) ?? { users: new Set() }
      found.set(place, { defect, users: users.add(user) })
    }
  }
  for (const { defect, users } of found.values()) {
    const { on, argument, value, description, remedy } = defect
    yield {
      on,
      argument,
      ...(value && { value }),
      message: `${on.address} is ${description}: ${named([...users])} cannot use it`,
      hint: remedy,
      fix: usableKey(defect, [...users], streams),
      related: [...users].map((user) => related(user, 'it uses the key')),
    }
  }
}

/** Of a condition that nobody can decide, every key has to be useless. */
const unusable = (keys: readonly JudgedKey[]): readonly KeyDefect[] => {
  const each = keys.flatMap((key) => key.named()).map(keyDefects)
  return each.every((defects) => defects.length > 0) ? each.flat() : []
}

const named = ([first, ...others]: readonly Subject[]): string =>
  `${first?.address}${others.length > 0 ? ` (and ${others.length} more)` : ''}`
