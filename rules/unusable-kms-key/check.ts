import { type KeyDefect, keyDefects } from '../../src/aurora/key-defect.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Related } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// RDS asks KMS for data keys, which only an enabled symmetric encryption key gives; Terraform makes any other key as well.
export const check: Check = function* ({ streams }) {
  const found = new Map<string, { readonly defect: KeyDefect; readonly users: Stream[] }>()
  for (const stream of streams) {
    for (const defect of unusable(stream)) {
      const place = `${defect.key.address} ${defect.argument}`
      const { users } = found.get(place) ?? { users: [] }
      found.set(place, { defect, users: [...users, stream] })
    }
  }
  for (const { defect, users } of found.values()) {
    const { key, argument, value, description, remedy } = defect
    yield {
      on: key,
      argument,
      value,
      message: `${key.address} is ${description}: ${named(users)} cannot use it`,
      hint: remedy,
      related: users.flatMap(used),
    }
  }
}

/** Of a condition that nobody can decide, every key has to be useless. */
const unusable = (stream: Stream): readonly KeyDefect[] => {
  const each = stream.keys
    .flatMap(({ named }) => named())
    .map((named) => (named.kind === 'resource' ? keyDefects(named.key) : []))
  return each.every((defects) => defects.length > 0) ? each.flat() : []
}

const named = ([first, ...others]: readonly Stream[]): string =>
  `${first?.address}${others.length > 0 ? ` (and ${others.length} more)` : ''}`

const used = ({ address, header }: Stream): readonly Related[] =>
  header ? [{ address, message: 'the stream that uses it', location: header }] : []
