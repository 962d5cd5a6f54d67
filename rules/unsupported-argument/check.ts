import { placeOfResource } from '../../src/aurora/patches/block-place.js'
import { withoutArgument } from '../../src/aurora/patches/removal.js'
import type { Stream } from '../../src/aurora/stream.js'
import { refusedContent } from '../../src/aurora/stream-schema.js'
import { type Change, fix, removeBlock, renameArgument, replaceValue, together } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
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
        fix: removal(stream, ORACLE_ONLY, 'unsafe'),
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
        fix: meant ? renaming(stream, name, refused.nearest) : removal(stream, name, 'safe'),
      }
    }
  }
}

/** Terraform refuses the configuration as it is: nothing runs that the patch could change. */
const removal = (stream: Stream, name: string, safety: Fix['safety']): Fix | Unmended | undefined => {
  const place = placeOfResource(stream.reference.resource)
  if (stream.argument(name) || !place.written) return fix(safety, `remove ${name}`, withoutArgument(stream, name))
  const { source, block } = place.written
  const blocks = block.body.blocks.filter(
    ({ type, labels: [label] }) => type === name || (type === 'dynamic' && label?.value === name),
  )
  const removals = blocks.map((nested) =>
    removeBlock({ type: name, labels: [], written: { source, block: nested } }, place),
  )
  return blocks.length === 0 ? undefined : fix(safety, `remove ${name}`, together(...removals))
}

/** Which argument is meant is certain where only the way of writing it differs. */
const renaming = (stream: Stream, name: string, meant: string): Fix | Unmended => {
  const isSame = plain(name) === plain(meant)
  const renamed = renameArgument(placeOfResource(stream.reference.resource), name, meant)
  const change = meant === 'kms_key_id' ? together(renamed, ...bareKeyId(stream, name)) : renamed
  return fix(isSame ? 'safe' : 'unsafe', `rename ${name} to ${meant}`, change)
}

/** The ARN of a key would replace the stream at every later plan. */
const bareKeyId = (stream: Stream, name: string): readonly (Change | Unmended)[] => {
  const written = stream.argument(name)?.written
  const text = written?.source.slice(written.expressionSpan) ?? ''
  if (!written || !/^aws_kms_(?:replica_)?key\b.*\.arn$/.test(text)) return []
  const { end } = written.expressionSpan
  const place = { source: written.source, span: { start: end - 'arn'.length, end } }
  return [replaceValue(place, { kind: 'name', text: 'key_id' })]
}

const plain = (name: string): string => name.replace(/[_-]/g, '').toLowerCase()
