/** What a stream is given for the ARN of its cluster and is none, and what to write instead. */
import type { Edit, Fix } from '../finding.js'
import { instanceAddress } from '../terraform/address.js'
import type { Value } from '../terraform/value.js'
import type { JudgedReference, Mistake } from './cluster-reference.js'
import { display } from './display.js'
import type { StreamCall } from './known-modules/stream-call.js'
import { changesOnly, type Rewrite, replaceAttribute, replaceValue } from './patch.js'
import { no, type Relation, undecided } from './relation.js'
import type { Stream } from './stream.js'

export interface MistakenArn {
  readonly value: Value
  /** `aws_rds_cluster.main.id`, `the text "aws_rds_cluster.main.arn"` */
  readonly what: string
  /** Whether it names its cluster by the ARN: `no`, or nobody knows which arm of a condition is taken. */
  readonly isArn: Relation
  /** It could be part of an ARN that is put together, of which a plan's JSON keeps the name alone. */
  readonly mayBePart: boolean
  readonly remedy: string
  readonly fix: Fix | undefined
}

/** `undefined` where it is in order, or nothing but an arm that may never be taken is wrong. */
export const mistakenArnOf = (stream: Stream): MistakenArn | undefined => {
  const wrong = stream.references.flatMap((judged) => {
    const mistake = mistakeOf(judged)
    return mistake ? [{ judged, mistake, rewrite: rewriting(stream, judged, mistake) }] : []
  })
  const [first] = wrong
  const isCertain = wrong.length === stream.references.length
  if (!first || (!isCertain && !wrong.some(({ judged }) => judged.reference.kind === 'resource'))) return undefined
  const { judged, mistake, rewrite } = first
  return {
    value: judged.value,
    what: describe(mistake, judged),
    isArn: isCertain ? no() : undecided(openReasons(stream)),
    mayBePart: stream.isWithoutSource && mistake.kind === 'attribute',
    remedy: remedy(judged, rewrite),
    fix: together(stream, wrong),
  }
}

/** The same of the call of a known module that is a stream; `undefined` also where nobody knows which arm is taken. */
export const mistakenInputOf = (
  call: StreamCall,
): (Pick<MistakenArn, 'value' | 'what' | 'remedy'> & { readonly meant?: string }) | undefined => {
  const [first, ...others] = call.references
  const mistake = first && mistakeOf(first)
  if (!mistake || others.some((judged) => !mistakeOf(judged))) return undefined
  const meant = others.length === 0 && !first.value.sensitive ? arnMeant(first, mistake) : undefined
  return {
    value: first.value,
    what: describe(mistake, first),
    remedy: meant === undefined ? remedy(first, undefined) : `write ${meant}`,
    ...(meant !== undefined && { meant }),
  }
}

/** What is to be written in the place of the reference, in the words of the module that it stands in. */
const arnMeant = ({ reference, value }: JudgedReference, mistake: Mistake): string | undefined => {
  if (mistake.kind === 'quoted') return mistake.reference
  const place = value.origin?.place
  const written = place?.source.slice(place.span) ?? ''
  const text = /^"\$\{\s*(.*?)\s*\}"$/.exec(written)?.[1] ?? written
  if (reference.kind === 'outside' && reference.module?.arnOutput !== undefined) {
    const { call, arnOutput } = reference.module
    const [, before] = new RegExp(`^(module\\.${call.name}(?:\\[[^\\]]+\\])?)\\.[\\w-]+$`).exec(text) ?? []
    return before && `${before}.${arnOutput}`
  }
  if (mistake.kind !== 'attribute' || value.kind !== 'symbolic' || value.path.length === 0) return undefined
  const ending = `.${value.path.join('.')}`
  return value.of.resource.type === 'aws_rds_cluster' && text.endsWith(ending)
    ? `${text.slice(0, -ending.length)}.arn`
    : undefined
}

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

const remedy = ({ reference, value }: JudgedReference, rewrite: Rewrite | undefined): string => {
  if (rewrite) return `write ${rewrite.reference}`
  if (reference.kind === 'outside' && reference.module) {
    const { address, arnOutput } = reference.module
    return arnOutput === undefined ? `write the ARN of the cluster in ${address}` : `write ${address}.${arnOutput}`
  }
  return reference.kind === 'resource' && !value.sensitive
    ? `write the arn of ${instanceAddress(reference.of)}`
    : 'write the arn of an aws_rds_cluster'
}

const rewriting = (stream: Stream, { reference, value }: JudgedReference, mistake: Mistake): Rewrite | undefined => {
  if (reference.kind !== 'resource') return undefined
  switch (mistake.kind) {
    case 'quoted':
      return mistake.reference === undefined || value.sensitive ? undefined : replaceValue(value, mistake.reference)
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
