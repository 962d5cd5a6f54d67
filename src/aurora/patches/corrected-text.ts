/** Another text for an argument, written where the wrong one is: in the argument itself, or wherever it was handed in from. */
import {
  addArgument,
  argument,
  type BlockPlace,
  type Change,
  constant,
  replaceValue,
  together,
} from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Variable } from '../../terraform/configuration.js'
import { receiverOf } from '../../terraform/receiver.js'
import type { Origin } from '../../terraform/reference.js'
import { resolve } from '../../terraform/values.js'
import type { Correction } from '../known-arms.js'
import { placeOfCall, placeOfResource } from './block-place.js'
import { rewriteArgument } from './own-argument.js'

/** All of them, or the first reason for none. A condition whose arms all become the same is taken away. */
export const correctText = (corrections: readonly Correction[]): Change | Unmended | undefined => {
  if (corrections.length === 0 || corrections.some(({ value }) => value.sensitive)) return undefined
  const written = corrections.map(atItsRoot)
  return sameForAll(written) ?? all(written.map(correctOne))
}

/** What an attribute of another resource is written as there. */
const atItsRoot = (correction: Correction): Correction => {
  const value = resolve(correction.value)
  return correction.value.kind === 'symbolic' && value.origin ? { ...correction, value } : correction
}

const all = (changes: readonly (Change | Unmended | undefined)[]): Change | Unmended | undefined => {
  const made = changes.filter((change) => change !== undefined)
  return made.length < changes.length ? undefined : together(...made)
}

/** `var.strict ? "sync" : "ASYNC"`, both of which become "async". */
const sameForAll = (corrections: readonly Correction[]): Change | Unmended | undefined => {
  const [first, second] = corrections
  const holder = first?.value.origin?.holder
  if (!first || !second || holder?.expression.kind !== 'conditional' || !holder.written) return undefined
  const isSame = corrections.every(({ meant, value }) => meant === first.meant && value.origin?.holder === holder)
  return isSame ? rewriteArgument(holder.written, constant(first.meant)) : undefined
}

const correctOne = (correction: Correction): Change | Unmended | undefined => {
  const { value, meant } = correction
  const { origin } = value
  if (!origin) return undefined
  const { holder, place } = origin
  if (holder.owner === 'outside') return { reason: `${outsideName(origin)} is given from outside` }
  const variable = variableOf(origin)
  if (variable && !maySay(variable, meant))
    return { reason: `var.${variable.name} has a validation, which may take other values only` }
  if (!place) return snippet(origin, meant)
  const written = place.source.slice(place.span)
  if (!/^<<-?/.test(written) && !isText(written, correction)) return { reason: 'its text is put together' }
  return replaceValue(place, constant(meant))
}

/** Whether its validations, if it has any, list the text among what they take. */
const maySay = ({ content, name }: Variable, meant: string): boolean =>
  content.blocks.every(({ type, content: { arguments: given } }) => {
    const written = type === 'validation' ? given.get('condition')?.written : undefined
    if (!written) return type !== 'validation'
    const [, before, list = '', behind] = LISTED.exec(written.source.slice(written.expressionSpan)) ?? []
    return before !== undefined && !before.includes('!') && behind === name && list.includes(JSON.stringify(meant))
  })

const LISTED = /^([^[]*)\bcontains\(\s*\[([^\]]*)\]\s*,\s*var\.([\w-]+)\s*\)/

/** A value for a variable, or a file that a function reads. */
const outsideName = ({ holder, module }: Origin): string =>
  module.module.variables.has(holder.name) ? `var.${holder.name}` : 'it'

/** Whether nothing but this text is written there, in quotes or as a number, of which Terraform makes a text. */
const isText = (written: string, { text }: Correction): boolean =>
  written === JSON.stringify(text) || written === text || (/^[\d.]+$/.test(written) && String(Number(written)) === text)

/** The variable whose default it is (or in whose type it is one), or that it is given to. */
const variableOf = ({ holder, module }: Origin): Variable | undefined => {
  const { variables } = module.module
  if (holder.owner === 'variable')
    return [...variables.values()].find((one) => one.default === holder) ?? variables.get(holder.name)
  if (holder.owner === 'values-file') return variables.get(holder.name)
  if (holder.owner !== 'call') return undefined
  const receiver = receiverOf(module.module, holder)
  const called = receiver?.kind === 'input' ? receiver.call.module : undefined
  return called?.kind === 'module' ? called.variables.get(holder.name) : undefined
}

/** From a plan alone, which says in which block a constant stands, but for those in locals. */
const snippet = (origin: Origin, meant: string): Change | Unmended | undefined => {
  const { holder } = origin
  const place = blockOf(origin)
  return place && addArgument(place, argument(holder.owner === 'variable' ? 'default' : holder.name, constant(meant)))
}

const blockOf = (origin: Origin): BlockPlace | undefined => {
  const { holder, module } = origin
  if (holder.owner === 'variable') {
    const variable = variableOf(origin)
    return variable?.default === holder ? { type: 'variable', labels: [variable.name] } : undefined
  }
  const receiver = receiverOf(module.module, holder)
  if (receiver?.kind === 'input') return placeOfCall(receiver.call)
  // What a nested block says does not stand in the block itself.
  const isOwn = receiver?.kind === 'resource' && receiver.of.content.arguments.get(holder.name) === holder
  return isOwn ? placeOfResource(receiver.of) : undefined
}
