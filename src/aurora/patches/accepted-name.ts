/** A name that RDS takes in the place of one that it refuses. */
import { type Change, expression, isUnmended, type NewValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Argument, Expression } from '../../terraform/configuration.js'
import type { Value } from '../../terraform/value.js'
import { acceptedName, refusedIn } from '../database-identifier.js'
import { type Correction, type KnownArm, knownArms } from '../known-arms.js'
import type { ResourceInstance } from '../resource-instance.js'
import { correctText } from './corrected-text.js'
import { rewriteArgument } from './own-argument.js'
import { servesOnly } from './ownership.js'

/**
 * Where the name is written for this argument alone, it is written otherwise; else the argument makes another one of it, as what it
 * is made of may be the name of something else, too.
 */
export const acceptName = (on: ResourceInstance, argument: string, value: Value): Change | Unmended | undefined => {
  const arms = knownArms(value)
  if (value.sensitive || arms.some((arm) => arm.value.sensitive)) return undefined
  const own = on.argument(argument)
  const reference = quotedReference(on, arms)
  if (reference) return typeof reference === 'string' ? rewrite(own, expression(reference)) : reference
  const corrections = arms.flatMap(correction)
  const isOwn =
    arms.length > 0 &&
    arms.every((arm) => arm.value.kind === 'known' && (on.isWithoutSource || servesOnly(on, argument, arm.value)))
  const change = isOwn && corrections.length === arms.length ? correctText(corrections) : undefined
  if (change && !isUnmended(change)) return change
  return own?.written ? convert(own, value, arms) : change
}

const correction = (arm: KnownArm): readonly Correction[] => {
  const meant = acceptedName(arm.text)
  return meant === undefined ? [] : [{ ...arm, meant }]
}

/** `"var.database"`: what is meant is a reference. */
const quotedReference = (on: ResourceInstance, [arm]: readonly KnownArm[]): string | Unmended | undefined => {
  const [, root, name = ''] =
    /^(var|local|module|data|each|[a-z]+_[a-z_]+)\.([A-Za-z0-9_-]+)/.exec(arm?.text ?? '') ?? []
  if (root === undefined) return undefined
  const { variables, locals } = on.reference.module.module
  const isThere = (root === 'var' && variables.has(name)) || (root === 'local' && locals?.has(name))
  if (isThere && arm?.text === `${root}.${name}`) return arm.text
  return root === 'var' || root === 'local' || root === 'module' || root === 'data' || root === 'each'
    ? { reason: 'it looks like a reference in quotes' }
    : undefined
}

/** A template's own letters are changed in place; what else there is goes through a function. */
const convert = (own: Argument, value: Value, arms: readonly KnownArm[]): Change | Unmended | undefined => {
  const [only, ...others] = arms
  const { expression: written } = own
  if (written.kind === 'template' && only && others.length === 0) {
    const change = convertTemplate(own, written, only.text)
    if (change) return change
  }
  const text = sourceOf(own)
  if (text === undefined) return { reason: 'it is put together in JSON syntax' }
  const refused = refusedIn(value)
  const names = arms.map((arm) => arm.text)
  if (names.some((name) => !/^[^A-Za-z0-9]*[A-Za-z]/.test(name))) return { reason: 'it does not begin with a letter' }
  const pattern = refused === '-' ? '-' : '/[^A-Za-z0-9_]+/'
  const replaced = `replace(${text}, "${pattern}", "_")`
  const isTrimmed = names.some((name) => /^[^A-Za-z0-9]|[^A-Za-z0-9_]$/.test(name))
  return rewrite(own, expression(isTrimmed ? `trim(${replaced}, "_")` : replaced))
}

const convertTemplate = (
  own: Argument,
  template: Expression & { readonly kind: 'template' },
  name: string,
): Change | Unmended | undefined => {
  const { source } = own.written ?? {}
  const meant = acceptedName(name)
  const texts = template.parts.flatMap((part) => (part.kind === 'text' ? [part.value] : []))
  const isInTexts = count(texts.join('')) === count(name)
  if (!source || template.style !== 'quoted' || !isInTexts || meant !== name.replace(REFUSED, '_')) return undefined
  const parts = template.parts.map((part) => {
    const slice = source.slice(part.span)
    return part.kind === 'text' ? slice.replace(REFUSED, '_') : slice
  })
  return rewrite(own, { kind: 'template', text: parts.join('') })
}

const REFUSED = /[^A-Za-z0-9_]/g

const count = (text: string): number => text.match(REFUSED)?.length ?? 0

const rewrite = (own: Argument | undefined, value: NewValue): Change | Unmended | undefined =>
  own?.written && rewriteArgument(own.written, value)

/** The expression in native syntax. */
const sourceOf = ({ written }: Argument): string | undefined => {
  if (!written) return undefined
  const text = written.source.slice(written.expressionSpan)
  return written.source.isJson ? /^"\$\{([^{}"\\]*)\}"$/.exec(text)?.[1] : text
}
