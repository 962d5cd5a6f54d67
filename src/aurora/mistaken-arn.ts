/** What a stream is given for the ARN of its cluster and is none, and what to write instead. */
import type { Fix, Unmended } from '../finding.js'
import { instanceAddress } from '../terraform/address.js'
import type { Value } from '../terraform/value.js'
import type { Cluster } from './cluster.js'
import type { JudgedReference, Mistake } from './cluster-reference.js'
import { display } from './display.js'
import type { StreamCall } from './known-modules/stream-call.js'
import { type MeantArn, meantArn, meantArns } from './patches/cluster-arn.js'
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
  readonly fix: Fix | Unmended | undefined
}

/** `undefined` where it is in order, or nothing but an arm that may never be taken is wrong. `clusters` may lack a stream. */
export const mistakenArnOf = (
  stream: Stream,
  streams: readonly Stream[],
  clusters: readonly Cluster[],
): MistakenArn | undefined => {
  const wrong = stream.references.flatMap((judged) => {
    const mistake = mistakeOf(judged)
    return mistake ? [{ judged, mistake }] : []
  })
  const [first] = wrong
  const isCertain = wrong.length === stream.references.length
  if (!first || (!isCertain && !wrong.some(({ judged }) => judged.reference.kind === 'resource'))) return undefined
  const { judged, mistake } = first
  const meant = wrong.map((one) => meantArn(stream, one, streams))
  const mended = alreadyStreamed(stream) ?? meantArns(stream, meant)
  return {
    value: judged.value,
    what: describe(mistake, judged),
    isArn: isCertain ? no() : undecided(openReasons(stream)),
    mayBePart: stream.isWithoutSource && mistake.kind === 'attribute',
    remedy: remedy(judged, meant[0]),
    fix: mended ?? suggestion(stream, clusters),
  }
}

/** Mended, it would be the second stream of its cluster. */
const alreadyStreamed = (stream: Stream): Unmended | undefined => {
  if (stream.cluster.kind !== 'found') return undefined
  const { cluster } = stream.cluster
  const other = cluster.ownStreams.find(
    (one) => one !== stream && !one.references.some((judged) => mistakeOf(judged) !== undefined),
  )
  return other && { reason: `${other.address} streams ${cluster.address} already` }
}

/** The patch of the one cluster that may be meant: it lacks a stream, and this one comes nearest. */
const suggestion = (stream: Stream, clusters: readonly Cluster[]): Fix | Unmended | undefined => {
  const [only, ...others] = clusters.filter(
    ({ nearestStream }) => nearestStream?.stream === stream && nearestStream.kind === 'astray',
  )
  return only && others.length === 0 ? only.missingStream.fix : undefined
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
  if (value.attributes?.has('arn') === false) return undefined
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

const remedy = ({ reference, value }: JudgedReference, meant: MeantArn | undefined): string => {
  if (meant) return `write ${meant.reference}`
  if (reference.kind === 'outside' && reference.module) {
    const { address, arnOutput } = reference.module
    return arnOutput === undefined ? `write the ARN of the cluster in ${address}` : `write ${address}.${arnOutput}`
  }
  return reference.kind === 'resource' && !value.sensitive
    ? `write the arn of ${instanceAddress(reference.of)}`
    : 'write the arn of an aws_rds_cluster'
}

const openReasons = (stream: Stream): readonly string[] =>
  stream.cluster.kind === 'undecided' && stream.cluster.because.length > 0
    ? stream.cluster.because
    : ['nobody knows which of its values is taken']
