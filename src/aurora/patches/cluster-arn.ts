/** The ARN of the cluster that a stream is for, in the place of what is none. */
import { type Change, expression, fix, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { keySuffix } from '../../terraform/address.js'
import { referencesIn } from '../../terraform/static-references.js'
import type { Value } from '../../terraform/value.js'
import { hasFailed } from '../../terraform/values.js'
import type { JudgedReference, Mistake } from '../cluster-reference.js'
import { blockName, dependency } from '../order.js'
import { parseQuotedReference } from '../quoted-reference.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { circularity } from './circular.js'
import { dependOn } from './depends-on.js'
import { nameBeside } from './name-beside.js'
import { writeArgument } from './own-argument.js'
import { changesOnly, readings } from './ownership.js'
import { type Rewrite, rewriteAttribute, rewriteValue, rewritten } from './rewrite.js'

export interface WrongArn {
  readonly judged: JudgedReference
  readonly mistake: Mistake
}

/** What is written for one arm of a condition, or for all there is. */
export interface MeantArn {
  /** `aws_rds_cluster.main.arn` */
  readonly reference: string
  readonly change: Change | Unmended
  /** It changes nothing but the stream's argument. */
  readonly isOwn: boolean
}

/** `undefined` where nothing says which cluster is meant, and of what is sensitive. */
export const meantArn = (stream: Stream, wrong: WrongArn, streams: readonly Stream[]): MeantArn | undefined => {
  const { judged, mistake } = wrong
  const { value } = judged
  if (value.sensitive) return undefined
  const rewrite = inPlace(stream, wrong)
  const circular = rewrite && circularity(stream.evaluator, rewrite)
  const isOwn = rewrite !== undefined && !circular && changesOnly(stream, 'resource_arn', value, rewrite)
  if (rewrite && isOwn)
    return { reference: rewrite.reference, change: waiting(stream, wrong, rewritten(rewrite)), isOwn }
  const beside = mistake.kind === 'attribute' && rewrite ? undefined : besideCluster(stream, streams)
  if (beside !== undefined) {
    const reference = `${beside}.arn`
    const change = waiting(stream, wrong, writeArgument(stream, 'resource_arn', expression(reference)))
    return { reference, change, isOwn: isOwnText(stream, value) }
  }
  if (!rewrite) return undefined
  const change = circular ?? servedBeside(stream, wrong) ?? waiting(stream, wrong, rewritten(rewrite))
  return { reference: rewrite.reference, change, isOwn: false }
}

/** What names the cluster otherwise than by its ARN may be just what another argument needs: an instance its cluster's identifier. */
const servedBeside = (stream: Stream, { judged: { value }, mistake }: WrongArn): Unmended | undefined => {
  const { passed } = value
  if (mistake.kind !== 'attribute' || !passed) return undefined
  const isShared = readings(stream, 'var', passed.name) > 1
  return isShared ? { reason: `var.${passed.name} serves more than the stream` } : undefined
}

/** In the block or among its local values; a variable may be given something else elsewhere. */
const isOwnText = ({ reference }: Stream, { origin }: Value): boolean =>
  origin === undefined ||
  (origin.module === reference.module && (origin.holder.owner === 'resource' || origin.holder.owner === 'local'))

/** Where it is written. */
const inPlace = (stream: Stream, { judged: { reference, value }, mistake }: WrongArn): Rewrite | undefined => {
  switch (mistake.kind) {
    case 'quoted':
      return unquoted(stream, value, mistake)
    case 'attribute':
      if (reference.kind === 'outside' && reference.module?.arnOutput !== undefined)
        return otherAttribute(value, mistake.attribute, reference.module.arnOutput)
      // What another resource holds of the cluster is that resource's: its own attributes are no ARN of the cluster, and the
      // reference to it may be all that makes the stream wait.
      return value.kind === 'symbolic' && value.of.resource.type === 'aws_rds_cluster' && value.path.length > 0
        ? rewriteAttribute(stream, 'resource_arn', value, value, 'arn')
        : undefined
    case 'resource':
    case 'literal': {
      const { origin } = value
      const of = reference.kind === 'resource' && origin?.holder.owner === 'call' ? reference.of : undefined
      if (!of || of.module !== origin?.module || of.key.kind === 'each' || of.key.kind === 'any') return undefined
      return rewriteValue(value, `${of.resource.address}${keySuffix(of.key)}.arn`)
    }
    default:
      return mistake satisfies never
  }
}

/** What is there under the quoted name: an output of a module that is not at hand may well be the ARN. */
const unquoted = (
  stream: Stream,
  value: Value,
  mistake: Mistake & { readonly kind: 'quoted' },
): Rewrite | undefined => {
  if (mistake.reference !== undefined) return rewriteValue(value, mistake.reference)
  const { text, type } = parseQuotedReference(mistake.text) ?? {}
  if (text === undefined || (type !== 'module' && type !== 'var' && type !== 'local')) return undefined
  const meant = stream.evaluator.text(text, value.origin?.module ?? stream.reference.module)
  return meant.kind === 'unknown' && !hasFailed(meant) ? rewriteValue(value, text) : undefined
}

/** Another output of the same module. */
const otherAttribute = (value: Value, old: string, attribute: string): Rewrite | undefined => {
  const place = value.origin?.place
  const text = place?.source.slice(place.span)
  return text?.endsWith(`.${old}`) ? rewriteValue(value, `${text.slice(0, -old.length)}${attribute}`) : undefined
}

/** What the cluster is called in the block of its stream. */
const besideCluster = (stream: Stream, streams: readonly Stream[]): string | undefined => {
  const each = ofSameBlock(stream, streams).map((other) => {
    const [only, ...others] = other.references
    const isWrong = only !== undefined && others.length === 0 && 'mistake' in only.reference && only.reference.mistake
    return { stream: other, of: isWrong && only.reference.kind === 'resource' ? only.reference.of : undefined }
  })
  return nameBeside(each, stream)?.name
}

/** The reference to an instance, or to what stands between it and the stream, may be all that makes the stream wait for it. */
const waiting = (stream: Stream, { judged: { value } }: WrongArn, change: Change | Unmended): Change | Unmended => {
  if (value.kind !== 'symbolic' || value.of.resource.type === 'aws_rds_cluster') return change
  const { module, resource } = stream.reference
  const { waiting: block, awaited } = dependency(module, resource, value.of.module, value.of.resource)
  const name = blockName(awaited)
  const isNamed = block.dependsOn.some(({ expression: one }) =>
    referencesIn(one).some(({ root, steps }) => {
      const [first] = steps
      return first?.kind === 'attribute' && `${root}.${first.name}` === name
    }),
  )
  return isNamed ? change : together(change, dependOn(block, [name]))
}

/** One patch for all arms of a condition, or none: half of it would leave the other half wrong. */
export const meantArns = (stream: Stream, each: readonly (MeantArn | undefined)[]): Fix | Unmended | undefined => {
  const known = each.filter((one) => one !== undefined)
  const [first] = known
  if (!first || known.length < each.length) return undefined
  const safety = known.every(({ isOwn }) => isOwn) ? 'safe' : 'unsafe'
  const title = `refer to ${first.reference}`
  const isOneForAll = known.length > 1 && known.every(({ reference }) => reference === first.reference)
  const whole = isOneForAll && stream.argument('resource_arn')?.expression.kind === 'conditional'
  if (whole && safety === 'safe')
    return fix(safety, title, writeArgument(stream, 'resource_arn', expression(first.reference)))
  return fix(safety, title, together(...known.map((one) => one.change)))
}
