import { display } from '../../src/aurora/display.js'
import type { JudgedKey } from '../../src/aurora/keys/kms-key-reference.js'
import { anotherKey } from '../../src/aurora/patches/another-key.js'
import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// A stream needs a key whose policy and grants its owner decides on; those that AWS manages for a service are not lent to it.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const [judged] = stream.keys
    if (!judged || !stream.hasAwsManagedKey) continue
    yield {
      on: stream,
      argument: 'kms_key_id',
      value: judged.value,
      message: `kms_key_id of ${stream.address} is ${description(judged)}, which AWS manages: a stream needs a customer managed key`,
      hint: 'write the key_id of an aws_kms_key',
      related: judged
        .named()
        .flatMap(({ through }) => through.map((reader) => related(reader, 'it reads the key that AWS manages'))),
      fix: anotherKey({
        stream,
        values: stream.keys.map(({ value }) => value),
        streams,
        isWrong: ({ hasAwsManagedKey }) => hasAwsManagedKey,
      }),
    }
  }
}

const description = ({ value, reference, named }: JudgedKey): string => {
  const [key] = named()
  const alias = key?.kind === 'aws-managed' && key.alias !== undefined ? display(key.alias, value) : undefined
  if (value.kind !== 'symbolic' || !('text' in reference)) return alias ?? 'a key'
  return `${reference.text}${alias === undefined ? '' : ` (${alias})`}`
}
