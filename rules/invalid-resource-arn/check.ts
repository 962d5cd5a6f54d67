import type { JudgedReference, Mistake } from '../../src/aurora/cluster-reference.js'
import { display } from '../../src/aurora/display.js'
import { changesOnly, type Rewrite, replaceAttribute, replaceValue } from '../../src/aurora/patch.js'
import { undecided } from '../../src/aurora/relation.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Edit, Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { instanceAddress } from '../../src/terraform/address.js'

// The provider takes the ARN of any service here, and the empty text; RDS takes only a cluster's.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const wrong = stream.references.flatMap((judged) => {
      const mistake = mistakeOf(judged)
      return mistake ? [{ judged, mistake, rewrite: rewriting(stream, judged, mistake) }] : []
    })
    const [first] = wrong
    if (!first) continue
    const isCertain = wrong.length === stream.references.length
    if (!isCertain && !wrong.some(({ judged }) => judged.reference.kind === 'resource')) continue // an arm that may never be taken
    const { judged, mistake } = first
    const { value } = judged
    yield {
      on: stream,
      argument: 'resource_arn',
      value,
      ...(!isCertain && { verdict: undecided(openReasons(stream)) }),
      message: `resource_arn of ${stream.address} ${isCertain ? 'is' : 'may be'} ${describe(mistake, judged)}, not the ARN of an Aurora cluster`,
      hint: hint(judged, first.rewrite),
      because: stream.isWithoutSource && mistake.kind === 'attribute' ? [RESERVATION] : [],
      fix: together(stream, wrong),
    }
  }
}

/** `"arn:…:${aws_rds_cluster.main.id}"` and `aws_rds_cluster.main.id` look the same there. */
const RESERVATION =
  "unless it is part of an ARN that is put together: a plan's JSON keeps only the names in an expression"

const mistakeOf = ({ reference }: JudgedReference): Mistake | undefined =>
  'mistake' in reference ? reference.mistake : undefined

const describe = (mistake: Mistake, { value }: JudgedReference): string => {
  switch (mistake.kind) {
    case 'quoted':
      return `the text ${display(mistake.text, value)}`
    case 'literal':
      return display(mistake.text, value)
    case 'attribute':
      return mistake.name
    case 'resource':
      return mistake.name
    default:
      return mistake satisfies never
  }
}

const hint = ({ reference }: JudgedReference, rewrite: Rewrite | undefined): string => {
  if (rewrite) return `write ${rewrite.reference}`
  if (reference.kind === 'outside' && reference.module) {
    const { address, arnOutput } = reference.module
    return arnOutput === undefined ? `write the ARN of the cluster in ${address}` : `write ${address}.${arnOutput}`
  }
  return reference.kind === 'resource'
    ? `write the arn of ${instanceAddress(reference.of)}`
    : 'write the arn of an aws_rds_cluster'
}

const rewriting = (stream: Stream, { reference, value }: JudgedReference, mistake: Mistake): Rewrite | undefined => {
  if (reference.kind !== 'resource') return undefined
  switch (mistake.kind) {
    case 'quoted':
      return mistake.reference === undefined ? undefined : replaceValue(value, mistake.reference)
    case 'attribute':
      // What another resource holds of the cluster is that resource's: its own attributes are no ARN of the cluster, and the
      // reference to it may be all that makes the stream wait.
      return value.kind === 'symbolic' && value.of.resource.type === 'aws_rds_cluster' && value.path.length > 0
        ? replaceAttribute(stream, 'resource_arn', value, value, 'arn')
        : undefined
    // The reference to an instance may be all that makes the stream wait for it.
    case 'resource':
    case 'literal':
      return undefined
    default:
      return mistake satisfies never
  }
}

/** One patch for all arms of a condition, or none: half of it would leave the other half wrong. */
const together = (
  stream: Stream,
  wrong: readonly { judged: JudgedReference; rewrite: Rewrite | undefined }[],
): Fix | undefined => {
  const all = wrong.flatMap(({ judged, rewrite }) => (rewrite ? [{ rewrite, value: judged.value }] : []))
  const [first] = all
  if (!first || all.length < wrong.length) return undefined
  const edits = new Map(all.map(({ rewrite: { edit } }) => [`${edit.source.path}:${edit.span.start}`, edit]))
  if (overlap([...edits.values()])) return undefined
  const isSafe = all.every(({ value, rewrite }) => changesOnly(stream, 'resource_arn', value, rewrite))
  return {
    safety: isSafe ? 'safe' : 'unsafe',
    title: `refer to ${first.rewrite.reference}`,
    edits: [...edits.values()],
  }
}

const overlap = (edits: readonly Edit[]): boolean =>
  edits.some((one) =>
    edits.some(
      (other) =>
        other !== one &&
        other.source === one.source &&
        other.span.start < one.span.end &&
        one.span.start < other.span.end,
    ),
  )

const openReasons = (stream: Stream): readonly string[] =>
  stream.cluster.kind === 'undecided' && stream.cluster.because.length > 0
    ? stream.cluster.because
    : ['nobody knows which of its values is taken']
