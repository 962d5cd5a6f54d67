/** The bare ID of a key in the place of its ARN or an alias; where nobody knows it, changes of the argument are ignored. */
import { type Change, constant, expression, fix, replaceValue, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { ResourceInstanceReference } from '../../terraform/reference.js'
import { resourcesOfType } from '../../terraform/resources-of-type.js'
import type { Symbolic, Value } from '../../terraform/value.js'
import { knownString } from '../../terraform/values.js'
import { isKeyIdOf } from '../keys/meant-key.js'
import type { NamedKey } from '../keys/named-key.js'
import { differences, placeOfArn } from '../places/aws-place.js'
import { placeWanted } from '../places/mismatch.js'
import { providerConfiguration } from '../places/provider.js'
import { siblingOutputs } from '../reachable-names.js'
import { ResourceInstance } from '../resource-instance.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { ignoreChanges } from './ignore-changes.js'
import { nameBeside } from './name-beside.js'
import { writeArgument } from './own-argument.js'
import { changesOnly } from './ownership.js'
import { rewriteAttribute, rewriteValue, rewritten } from './rewrite.js'

/** What names the key as RDS does. */
export interface BareKeyId {
  /** `aws_kms_key.main.key_id` */
  readonly reference: string
  readonly title: string
  readonly change: Change | Unmended
  /** It changes nothing but the stream's argument. */
  readonly isOwn: boolean
  /** The ID is certainly that of the same key. */
  readonly isSame: boolean
}

/** Of one arm of a condition, or of all there is. */
export const bareKeyId = (stream: Stream, named: NamedKey, streams: readonly Stream[]): BareKeyId | undefined => {
  const { reference, value } = named
  if (value.sensitive) return undefined
  if (reference.reference) return byAttribute(stream, value, reference.reference, streams)
  switch (reference.kind) {
    case 'key-arn':
      return ofLiteralArn(stream, value)
    case 'alias-name':
      return ofLiteralAlias(stream, value)
    case 'alias-arn':
      return undefined
    default:
      return reference.kind satisfies never
  }
}

const byAttribute = (
  stream: Stream,
  value: Value,
  { symbolic, attribute }: { readonly symbolic: Symbolic; readonly attribute: string },
  streams: readonly Stream[],
): BareKeyId | undefined => {
  const key = new ResourceInstance(stream.evaluator, symbolic.of)
  const isSame = providerConfiguration(key) === providerConfiguration(stream)
  const title = `read ${attribute} instead of ${symbolic.path.join('.')}`
  const rewrite = rewriteAttribute(stream, 'kms_key_id', value, symbolic, attribute)
  if (rewrite) {
    const isOwn = changesOnly(stream, 'kms_key_id', value, rewrite)
    return { reference: rewrite.reference, title, change: rewritten(rewrite), isOwn, isSame }
  }
  // A local value, or an output, that others may read as well: the stream's own argument can name a key beside it.
  const each = ofSameBlock(stream, streams).map((other) => {
    const [only, ...more] = other.keys
    const judged = more.length === 0 ? only?.reference : undefined
    const of = judged && 'reference' in judged ? judged.reference?.symbolic.of : undefined
    return { stream: other, of }
  })
  const beside = nameBeside(each, stream)
  const reference = beside ? `${beside.name}.${attribute}` : outputBeside(stream, each)
  if (reference === undefined) return undefined
  return { reference, title, change: writeArgument(stream, 'kms_key_id', expression(reference)), isOwn: true, isSame }
}

/** Another output of the module that the stream's own argument reads, which is the ID of the key for each stream of the block. */
const outputBeside = (
  stream: Stream,
  each: readonly { readonly stream: Stream; readonly of: ResourceInstanceReference | undefined }[],
): string | undefined => {
  const written = stream.argument('kms_key_id')?.written
  if (!written) return undefined
  const outputs = siblingOutputs(written.source.slice(written.expressionSpan), stream.reference.module)
  return outputs.find((name) =>
    each.every(({ stream: { evaluator, where }, of }) => {
      const { module, repetition } = where
      return of && isKeyIdOf({ of }, name, (text) => evaluator.text(text, module, repetition))
    }),
  )
}

/** An ARN that is written out, of a key in the stream's own region and account. */
const ofLiteralArn = (stream: Stream, value: Value): BareKeyId | undefined => {
  const text = knownString(value)
  const place = value.origin?.place
  const wanted = placeWanted(stream)
  const there = placeOfArn(value)
  const isSame =
    there.region !== undefined &&
    there.account !== undefined &&
    wanted.region === there.region &&
    wanted.account === there.account &&
    differences(wanted, there).length === 0
  const id = text?.slice(text.indexOf(':key/') + ':key/'.length)
  if (!isSame || id === undefined || !place || place.source.slice(place.span) !== JSON.stringify(text)) return undefined
  return {
    reference: JSON.stringify(id),
    title: 'write the ID of the key instead of its ARN',
    change: replaceValue(place, constant(id)),
    isOwn: changesOnly(stream, 'kms_key_id', value),
    isSame: true,
  }
}

/** The name of an alias that the stream's own module makes. */
const ofLiteralAlias = (stream: Stream, value: Value): BareKeyId | undefined => {
  const { module } = stream.reference
  const named = resourcesOfType(module.module, 'aws_kms_alias').flatMap((resource) => {
    if (resource.count || resource.forEach) return []
    const alias = new ResourceInstance(stream.evaluator, { resource, module, key: { kind: 'none' } })
    const isSame = alias.string('name') === knownString(value)
    return isSame && providerConfiguration(alias) === providerConfiguration(stream) ? [resource.address] : []
  })
  const [address] = named
  if (address === undefined || value.origin?.holder !== stream.argument('kms_key_id')) return undefined
  const reference = `${address}.target_key_id`
  const rewrite = rewriteValue(value, reference)
  if (!rewrite) return undefined
  const title = 'read target_key_id of the alias'
  return { reference, title, change: rewritten(rewrite), isOwn: true, isSame: true }
}

/** All arms of a condition or none; what serves something else, too, stays as it is, and the stream ignores the difference. */
export const nameByBareId = (stream: Stream, each: readonly (BareKeyId | undefined)[]): Fix | Unmended => {
  const known = each.filter((one) => one !== undefined)
  const [first] = known
  if (!first || known.length < each.length || known.some(({ isOwn }) => !isOwn)) return ignoringChanges(stream)
  const change = together(...known.map((one) => one.change))
  if ('reason' in change) return ignoringChanges(stream)
  return fix(known.every(({ isSame }) => isSame) ? 'safe' : 'unsafe', first.title, change)
}

export const ignoringChanges = (stream: Stream): Fix | Unmended =>
  fix('unsafe', 'have lifecycle ignore changes of kms_key_id', ignoreChanges(stream, 'kms_key_id'))
