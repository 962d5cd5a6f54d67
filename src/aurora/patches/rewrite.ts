/** A reference in the place of a value, where one can stand. */
import { type Change, expression, replaceValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { SourceFile } from '../../source/source-file.js'
import type { Span } from '../../source/span.js'
import { keySuffix } from '../../terraform/address.js'
import type { Argument } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../../terraform/reference.js'
import type { Symbolic, Value } from '../../terraform/value.js'
import type { ResourceInstance } from '../resource-instance.js'

/** Only there can a reference to a resource stand: a variable's default and a values file take constants. */
const TAKES_REFERENCES: ReadonlySet<Argument['owner']> = new Set(['resource', 'call', 'local', 'output'])

/** A reference, and how to come by it. */
export interface Rewrite {
  readonly reference: string
  /** An expression, or a part of one. */
  readonly place: { readonly source: SourceFile; readonly span: Span }
  /** What to write there, in native syntax. */
  readonly text: string
  /** The argument that the place is in, and the module that the names in it are of. */
  readonly holder: Argument
  readonly module: ModuleInstance
}

/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export const rewriteValue = (value: Value, reference: string): Rewrite | undefined => {
  const { origin } = value
  if (!origin?.place || !TAKES_REFERENCES.has(origin.holder.owner) || !origin.place.source.faithful) return undefined
  const { place, holder, module } = origin
  return { reference, place, text: reference, holder, module }
}

/**
 * Reads `attribute` instead of the one that a reference reads: in the reference itself where it stands in the resource or a call,
 * else in the resource's own argument, since a local value or an output may serve others, too.
 */
export const rewriteAttribute = (
  on: ResourceInstance,
  argument: string,
  value: Value,
  symbolic: Symbolic,
  attribute: string,
): Rewrite | undefined => {
  const place = value.origin?.place
  const owner = value.origin?.holder.owner
  if (value.origin && place && (owner === 'resource' || owner === 'call')) {
    const { source, span } = place
    const text = source.slice(span)
    const old = `.${symbolic.path.join('.')}`
    if (!source.faithful || !text.endsWith(old)) return undefined
    const start = span.end - old.length + 1
    const reference = `${text.slice(0, -old.length)}.${attribute}`
    // `object({ arn = string })` has no other attribute to be read.
    if (symbolic.attributes?.has(attribute) === false) return undefined
    return {
      reference,
      place: { source, span: { start, end: span.end } },
      text: attribute,
      holder: value.origin.holder,
      module: value.origin.module,
    }
  }
  return referTo(on, argument, symbolic.of, attribute)
}

/** Names an instance's attribute in the resource's own argument; `undefined` where it has no name there. */
const referTo = (
  on: ResourceInstance,
  argument: string,
  of: ResourceInstanceReference,
  attribute: string,
): Rewrite | undefined => {
  const holder = on.argument(argument)
  const written = holder?.written
  const own = of.module === on.reference.module ? ownReference(on, of) : undefined
  if (!holder || !written?.source.faithful || own === undefined) return undefined
  const reference = `${own}.${attribute}`
  const place = { source: written.source, span: written.expressionSpan }
  return { reference, place, text: reference, holder, module: on.reference.module }
}

/** How the resource would refer to an instance in its own module; one block for several instances would need more than a name. */
const ownReference = (on: ResourceInstance, { key, resource }: ResourceInstanceReference): string | undefined => {
  if (on.reference.key.kind !== 'none') return undefined
  return key.kind === 'none' || key.kind === 'known' ? `${resource.address}${keySuffix(key)}` : undefined
}

/** The change that a rewrite makes. */
export const rewritten = ({ place, text }: Rewrite): Change | Unmended => replaceValue(place, expression(text))
