import type { JudgedReference, Mistake } from '../../src/aurora/cluster-reference.js'
import { display } from '../../src/aurora/display.js'
import { type Rewrite, replaceAttribute, replaceValue } from '../../src/aurora/patch.js'
import { undecided } from '../../src/aurora/relation.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { instanceAddress } from '../../src/terraform/address.js'

// The provider takes the ARN of any service here, and the empty text; RDS takes only a cluster's.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const wrong = stream.references.flatMap((judged) => {
      const mistake = mistakeOf(judged)
      return mistake ? [{ judged, mistake }] : []
    })
    const [first] = wrong
    if (!first) continue
    const isCertain = wrong.length === stream.references.length
    if (!isCertain && !wrong.some(({ judged }) => judged.reference.kind === 'resource')) continue // an arm that may never be taken
    const { judged, mistake } = first
    const { value } = judged
    const rewrites = wrong.map((one) => rewriting(stream, one.judged, one.mistake))
    yield {
      on: stream,
      argument: 'resource_arn',
      value,
      ...(!isCertain && { verdict: undecided(openReasons(stream)) }),
      message: `resource_arn of ${stream.address} ${isCertain ? 'is' : 'may be'} ${describe(mistake, judged)}, not the ARN of an Aurora cluster`,
      hint: hint(judged, rewrites[0]),
      because: stream.isWithoutSource && mistake.kind === 'attribute' ? [RESERVATION] : [],
      fix: together(rewrites),
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
      return value.kind === 'symbolic' && value.path.length > 0
        ? replaceAttribute(stream, 'resource_arn', value, value, 'arn')
        : undefined
    case 'resource':
    case 'literal':
      return undefined
    default:
      return mistake satisfies never
  }
}

/** One patch for all arms of a condition, or none: half of it would leave the other half wrong. */
const together = (rewrites: readonly (Rewrite | undefined)[]): Fix | undefined => {
  const all = rewrites.filter((one) => one !== undefined)
  const [first] = all
  if (!first || all.length < rewrites.length) return undefined
  return { safety: 'safe', title: `refer to ${first.reference}`, edits: all.map(({ edit }) => edit) }
}

const openReasons = (stream: Stream): readonly string[] =>
  stream.cluster.kind === 'undecided' && stream.cluster.because.length > 0
    ? stream.cluster.because
    : ['nobody knows which of its values is taken']
