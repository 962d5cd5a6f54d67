/** What is written into a call: its inputs, and what is handed to them. */
import {
  addArguments,
  addEntry,
  argument,
  type Change,
  constant,
  expression,
  isUnmended,
  type NewArgument,
  type NewValue,
  replaceValue,
  together,
} from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { SourceFile } from '../../source/source-file.js'
import type { Argument } from '../../terraform/configuration.js'
import { referrersTo } from '../../terraform/module-references.js'
import type { Value } from '../../terraform/value.js'
import { isKnown, resolve } from '../../terraform/values.js'
import { placeOfCall } from '../patches/block-place.js'
import { argumentsOf } from '../patches/given-input.js'
import type { StreamSettings } from '../patches/stream-beside-call.js'
import type { CallInstance } from './call-instance.js'
import { type Input, pathOf, type StreamInputs } from './table.js'

/** What an input is to be. */
export interface Setting {
  readonly input: Pick<Input, 'input' | 'attribute'>
  readonly value: NewValue
  /** What it is worth now, where a part of it was written elsewhere or it is an arm of a condition. */
  readonly old?: Value | undefined
}

/** All of them or none: what is left out is added, what is there is written anew. */
export const setInputs = (call: CallInstance, settings: readonly Setting[]): Change | Unmended => {
  const place = placeOfCall(call.call)
  if (!place.written) return addArguments(place, argumentsFor(settings))
  const added = settings.filter(({ input }) => !call.argument(input.input))
  const replaced = settings.filter(({ input }) => isNullObject(call, input))
  const others = settings.filter((setting) => !added.includes(setting) && !replaced.includes(setting))
  return together(
    ...paragraphsOf(place.written.source, argumentsFor(added)).map((some) => addArguments(place, some)),
    ...argumentsFor(replaced).map(({ name, value }) => rewritten(call, { input: { input: name }, value })),
    ...others.map((setting) => rewritten(call, setting)),
  )
}

/** An object stands over several lines; in JSON syntax there is no more than one place to add something. */
const paragraphsOf = ({ path }: SourceFile, added: readonly NewArgument[]): readonly (readonly NewArgument[])[] => {
  const others = added.filter(({ value }) => value.kind !== 'object')
  if (path.endsWith('.json') || others.length === 0) return added.length > 0 ? [added] : []
  return [...added.filter((one) => !others.includes(one)).map((one) => [one]), others]
}

/** What turns a stream on. */
export const streamArguments = (
  { switch: on, mode, kmsKeyId }: StreamInputs,
  given: StreamSettings,
): readonly NewArgument[] => {
  const { when } = given
  const settings: readonly Setting[] = [
    { input: mode, value: given.mode },
    { input: kmsKeyId, value: given.kmsKeyId },
  ]
  if (on.input !== mode.input)
    return argumentsFor([{ input: on, value: when === undefined ? constant(true) : expression(when) }, ...settings])
  if (when === undefined) return argumentsFor(settings)
  const entries = settings.map(({ input, value }) => `${input.attribute} = ${textOf(value)}`).join(', ')
  return [argument(on.input, expression(`${when} ? { ${entries} } : null`))]
}

const textOf = (value: NewValue): string => {
  const written = addArguments({ type: '', labels: [] }, [argument('x', value)])
  return isUnmended(written) ? '' : (/x = (.*)/.exec(written.snippet)?.[1] ?? '')
}

/** An object that is not there yet, all attributes of which are to be given. */
const isNullObject = (call: CallInstance, { input, attribute }: Setting['input']): boolean =>
  attribute !== undefined &&
  call.argument(input) !== undefined &&
  isKnown(resolve(call.value({ input, default: null })), null)

const argumentsFor = (settings: readonly Setting[]): readonly NewArgument[] =>
  argumentsOf(settings.map(({ input: { input, attribute }, value }) => ({ name: input, attribute, value })))

const rewritten = (call: CallInstance, setting: Setting): Change | Unmended => {
  const { input, value, old } = setting
  const given = call.argument(input.input)
  if (!given?.written) return addArguments(placeOfCall(call.call), argumentsFor([setting]))
  const { attribute } = input
  const { expression } = given
  const [snippet] = snippetsOf(call, setting)
  if (attribute !== undefined && expression.kind === 'object') {
    const entry = expression.items.find(({ key }) => key.kind === 'literal' && key.value === attribute)
    const { source } = given.written
    return entry
      ? replaceValue({ source, span: entry.value.span }, value, snippet)
      : addEntry({ source, expression }, argument(attribute, value), snippet)
  }
  const place = placeOfValue(call, given, setting.input, old ?? call.value({ ...input, default: null }), value)
  return 'reason' in place ? place : replaceValue(place, value, snippet)
}

const snippetsOf = (call: CallInstance, setting: Setting): readonly [string] => {
  const made = addArguments({ ...placeOfCall(call.call), written: undefined }, argumentsFor([setting]))
  return [isUnmended(made) ? '' : made.snippet]
}

type Place = NonNullable<NonNullable<Value['origin']>['place']>

/** Where to write instead of a value: in the call, or where it comes from, if nothing else reads that. */
const placeOfValue = (
  call: CallInstance,
  given: Argument,
  wanted: Setting['input'],
  { kind, origin }: Value,
  value: NewValue,
): Place | Unmended => {
  const { input, attribute } = wanted
  const own = given.written && { source: given.written.source, span: given.written.expressionSpan }
  if (!own) return { reason: `${input} is not written in a file` }
  if (!origin || origin.holder === given) {
    if (kind !== 'choice' && origin?.place) return origin.place
    return attribute === undefined ? own : { reason: `${input} is no object in place` }
  }
  const { owner } = origin.holder
  const name = nameOf(call, origin.holder)
  const read = readBy(given)
  const isLocal = owner === 'local'
  const isVariable = owner === 'variable' || owner === 'values-file'
  const isIts = (isLocal && read === `local.${name}`) || (isVariable && read === `var.${name}`)
  if (!isIts || !origin.place || kind === 'choice' || origin.module !== call.module)
    return {
      reason: `what ${pathOf(wanted)} is, is decided elsewhere`,
    }
  if (isVariable && value.kind !== 'constant')
    return { reason: `${read} decides it, and a variable takes no reference` }
  return referrersTo(call.module.module, isLocal ? 'local' : 'var', name).length === 1
    ? origin.place
    : { reason: `${read} decides it, and more than it` }
}

/** Of the variable where it is the default of one. */
const nameOf = ({ module }: CallInstance, holder: Argument): string =>
  [...module.module.variables.values()].find((variable) => variable.default === holder)?.name ?? holder.name

/** `var.mode`, of which the argument is nothing but the value. */
const readBy = ({ expression }: Argument): string | undefined => {
  if (expression.kind !== 'access' || expression.source.kind !== 'variable') return undefined
  const [first] = expression.steps
  return first?.kind === 'attribute' ? `${expression.source.name}.${first.name}` : undefined
}
