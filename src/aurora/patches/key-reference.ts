/** A reference to a key in the place of its name in quotes. */
import { type Change, expression, fix, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Argument, ModuleCall } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Value } from '../../terraform/value.js'
import type { MeantKey } from '../keys/meant-key.js'
import { type WrongKeyText, wrongKeyTexts } from '../keys/wrong-key-text.js'
import { ofSameBlock } from '../same-block.js'
import type { Stream } from '../stream.js'
import { anotherKey } from './another-key.js'
import { circularity, isCircular, newlyNamed } from './circular.js'
import { ignoreChanges } from './ignore-changes.js'
import { writeArgument, writeInput } from './own-argument.js'
import { changesOnly } from './ownership.js'
import { rewriteValue } from './rewrite.js'

/** All that is wrong is known by what was meant; a text that means nothing makes way for another key. */
interface Quoted extends WrongKeyText {
  readonly meant: MeantKey
}

/** Of a condition, all arms or none. `undefined` of what is sensitive. */
export const keyReference = (
  stream: Stream,
  wrong: readonly WrongKeyText[],
  streams: readonly Stream[],
): Fix | Unmended | undefined => {
  if (wrong.some(({ value }) => value.sensitive)) return undefined
  const quoted = wrong.flatMap((each) => (each.meant ? [{ ...each, meant: each.meant }] : []))
  const [first] = quoted
  if (!first || quoted.length < wrong.length) {
    const isWrong = (other: Stream): boolean => wrongKeyTexts(other, other.keys).length > 0
    return anotherKey({ stream, values: wrong.map(({ value }) => value), streams, isWrong })
  }
  const { reference } = first.meant
  const title = `refer to ${reference}`
  const isExact = quoted.every(({ meant }) => meant.exact)
  if (isOneForAll(stream, quoted, streams)) {
    const isOwn = quoted.every(({ value }) => isWrittenIn(stream, value) || value.origin?.holder.owner === 'local')
    const { module, resource } = stream.reference
    const written = isCircular(stream.evaluator, module, reference, { kind: 'resource', of: resource })
      ? { reason: `${reference} waits for ${resource.address} already` }
      : writeArgument(stream, 'kms_key_id', expression(reference))
    if (!first.meant.isBare) return fix('unsafe', title, together(written, ...ignoring(stream)))
    return fix(isExact && isOwn ? 'safe' : 'unsafe', title, written)
  }
  return inPlace(stream, quoted, title, isExact)
}

/** Whether the stream's own argument is better written anew: where no reference can stand elsewhere, or others read the value. */
const isOneForAll = (stream: Stream, quoted: readonly Quoted[], streams: readonly Stream[]): boolean => {
  const [first, ...others] = quoted
  const { module } = stream.reference
  const isBeside = quoted.every(({ value }) => value.origin === undefined || value.origin.module === module)
  if (!first || !isBeside || others.some(({ meant }) => meant.reference !== first.meant.reference)) return false
  const isPlain = others.length === 0 && rewriteValue(first.value, '') && changesOnly(stream, 'kms_key_id', first.value)
  return (
    !isPlain &&
    ofSameBlock(stream, streams).every((other) => {
      const texts = wrongKeyTexts(other, other.keys)
      return texts.length > 0 && texts.every(({ meant }) => meant?.reference === first.meant.reference)
    })
  )
}

const isWrittenIn = (stream: Stream, { origin }: WrongKeyText['value']): boolean =>
  origin === undefined || origin.holder === stream.argument('kms_key_id')

/** Where each text stands. */
const inPlace = (
  stream: Stream,
  quoted: readonly Quoted[],
  title: string,
  isExact: boolean,
): Fix | Unmended | undefined => {
  const [first, ...others] = quoted
  const handed = first && others.length === 0 && stream.isWithoutSource ? handedIn(first.value) : undefined
  if (first && handed) {
    const { call, input, module } = handed
    const { reference } = first.meant
    const circular = circularity(stream.evaluator, { reference, holder: input, module })
    return fix('unsafe', title, circular ?? writeInput(call, input, expression(reference)))
  }
  const rewrites = quoted.flatMap(({ value, meant }) => rewriteValue(value, meant.reference) ?? [])
  if (rewrites.length < quoted.length) return { reason: 'no reference can stand where the text is written' }
  if (quoted.every(({ value, meant }) => meant.isBare && changesOnly(stream, 'kms_key_id', value)))
    return fix(
      isExact ? 'safe' : 'unsafe',
      title,
      together(...rewrites.map((rewrite) => newlyNamed(stream.evaluator, rewrite))),
    )
  return shared(stream, quoted)
}

/** The call that hands the value in, of which a plan's JSON says no more. */
const handedIn = ({
  passed,
  origin,
}: Value): { readonly call: ModuleCall; readonly input: Argument; readonly module: ModuleInstance } | undefined => {
  if (!passed || origin?.holder !== passed || isObject(passed)) return undefined
  const calls = [...origin.module.module.calls.values()]
  const call = calls.find(({ content }) => content.arguments.get(passed.name) === passed)
  return call && { call, input: passed, module: origin.module }
}

const isObject = ({ expression: given }: Argument): boolean =>
  given.kind === 'constant' && typeof given.value === 'object'

/** What else is given the same value may need the ARN, which then makes no plan replace the stream. */
const shared = (stream: Stream, quoted: readonly Quoted[]): Fix | Unmended | undefined => {
  const changes = quoted.flatMap(({ value, meant, reference }) => {
    const { text } = 'quoted' in reference ? reference.quoted : { text: meant.reference }
    const rewrite = rewriteValue(value, meant.exact && text.endsWith('.arn') ? text : meant.reference)
    return rewrite ? [{ rewrite, isBare: meant.isBare && !rewrite.reference.endsWith('.arn') }] : []
  })
  const [first] = changes
  if (!first) return undefined
  return fix(
    'unsafe',
    `refer to ${first.rewrite.reference}`,
    together(
      ...changes.map(({ rewrite }) => newlyNamed(stream.evaluator, rewrite)),
      ...(changes.every(({ isBare }) => isBare) ? [] : ignoring(stream)),
    ),
  )
}

/** Where the key is named otherwise than RDS reports it. */
const ignoring = (stream: Stream): readonly (Change | Unmended)[] =>
  stream.ignoresChangesOf('kms_key_id').verdict === 'yes' ? [] : [ignoreChanges(stream, 'kms_key_id')]
