import { removeAttribute, removeBlock } from '../../src/aurora/patch.js'
import type { Stream } from '../../src/aurora/stream.js'
import { type Refused, refusedContent } from '../../src/aurora/stream-schema.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { armsOf, isKnown, resolve } from '../../src/terraform/values.js'

const ORACLE_ONLY = 'engine_native_audit_fields_included'

// A stream takes three arguments; the fourth is for engines that have no clusters of this kind, and Terraform refuses the rest.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const native = stream.value(ORACLE_ONLY)
    const isSet = native && armsOf(resolve(native)).every((arm) => isKnown(arm, true) || isKnown(arm, 'true'))
    if (isSet) {
      yield {
        on: stream,
        argument: ORACLE_ONLY,
        value: native,
        message: `${ORACLE_ONLY} of ${stream.address} is true, which is for Oracle and SQL Server only`,
        hint: 'leave it out; of a stream that runs already that makes a new one',
        fix: removal(stream, ORACLE_ONLY, native.passed ? undefined : 'unsafe'),
      }
    }
    for (const refused of refusedContent(stream)) {
      const { name, kind, block } = refused
      const meant = kind === 'unknown' && refused.nearest !== undefined && !stream.argument(refused.nearest)
      yield {
        on: stream,
        argument: name,
        message:
          kind === 'computed'
            ? `${name} of ${stream.address} is set, but only the provider sets it: Terraform refuses this`
            : `${stream.address} takes no ${block ? 'block' : 'argument'} ${name}: Terraform refuses it`,
        hint: meant ? `did you mean ${refused.nearest}?` : `remove ${name}`,
        fix: meant ? undefined : removal(stream, name, 'safe', block),
      }
    }
  }
}

const removal = (
  stream: Stream,
  name: string,
  safety: Fix['safety'] | undefined,
  block?: Refused['block'],
): Fix | undefined => {
  const edit = safety && (block ? removeBlock(block) : removeAttribute(stream, name))
  return edit && { safety, title: `remove ${name}`, edits: [edit] }
}
