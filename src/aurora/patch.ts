/** Where a reference can be put in the place of a value, and what else that would change. */
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { keySuffix } from '../terraform/address.js'
import type { Argument, Module } from '../terraform/configuration.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { argumentsIn, referencesIn } from '../terraform/static-references.js'
import type { Symbolic, Value } from '../terraform/value.js'
import type { ResourceInstance } from './resource-instance.js'

/** Only there can a reference to a resource stand: a variable's default and a values file take constants. */
const TAKES_REFERENCES: ReadonlySet<Argument['owner']> = new Set(['resource', 'call', 'local', 'output'])

/** A reference, and how to come by it. */
export interface Rewrite {
  readonly reference: string
  /** An expression, or a part of one. */
  readonly place: { readonly source: SourceFile; readonly span: Span }
  /** What to write there, in native syntax. */
  readonly text: string
}

/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export const replaceValue = (value: Value, reference: string): Rewrite | undefined => {
  const { origin } = value
  if (!origin?.place || !TAKES_REFERENCES.has(origin.holder.owner) || !origin.place.source.faithful) return undefined
  return { reference, place: origin.place, text: reference }
}

/**
 * Reads `attribute` instead of the one that a reference reads: in the reference itself where it stands in the resource or a call,
 * else in the resource's own argument, since a local value or an output may serve others, too.
 */
export const replaceAttribute = (
  on: ResourceInstance,
  argument: string,
  value: Value,
  symbolic: Symbolic,
  attribute: string,
): Rewrite | undefined => {
  const place = value.origin?.place
  const owner = value.origin?.holder.owner
  if (place && (owner === 'resource' || owner === 'call')) {
    const { source, span } = place
    const text = source.slice(span)
    const old = `.${symbolic.path.join('.')}`
    if (!source.faithful || !text.endsWith(old)) return undefined
    const start = span.end - old.length + 1
    return {
      reference: `${text.slice(0, -old.length)}.${attribute}`,
      place: { source, span: { start, end: span.end } },
      text: attribute,
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
  const written = on.argument(argument)?.written
  const own = of.module === on.reference.module ? ownReference(on, of) : undefined
  if (!written?.source.faithful || own === undefined) return undefined
  const reference = `${own}.${attribute}`
  return { reference, place: { source: written.source, span: written.expressionSpan }, text: reference }
}

/** How the resource would refer to an instance in its own module; one block for several instances would need more than a name. */
const ownReference = (on: ResourceInstance, { key, resource }: ResourceInstanceReference): string | undefined => {
  if (on.reference.key.kind !== 'none') return undefined
  return key.kind === 'none' || key.kind === 'known' ? `${resource.address}${keySuffix(key)}` : undefined
}

/**
 * Whether an edit changes nothing but this argument: it is in the resource itself, or in a local value or the very call of its
 * module that nothing else in the module reads. Without a rewrite the value itself is edited.
 */
export const changesOnly = (
  on: ResourceInstance,
  argument: string,
  { origin, passed }: Value,
  rewrite?: Rewrite,
): boolean => {
  const own = on.argument(argument)?.written
  const { module } = on.reference
  if (!own || !origin) return false
  const edited = rewrite?.place ?? origin.place
  if (edited && own.source === edited.source && within(edited.span, own.expressionSpan)) return true
  const { holder } = origin
  if (holder.owner === 'local')
    return origin.module === module && readings(module.module, 'local', holder.name, on) === 1
  const isOwnCall = module.parent?.call.content.arguments.get(holder.name) === holder
  return holder === passed && isOwnCall && readings(module.module, 'var', holder.name, on) === 1
}

/** Whether what this argument is worth is written for nothing else: in it, or in what nothing else in the module reads. */
export const servesOnly = (on: ResourceInstance, argument: string, value: Value): boolean => {
  if (changesOnly(on, argument, value)) return true
  const { holder, module } = value.origin ?? {}
  if (!holder || module !== on.reference.module) return false
  const { variables } = module.module
  const variable =
    holder.owner === 'values-file'
      ? variables.get(holder.name)
      : [...variables.values()].find((one) => one.default === holder)
  return variable !== undefined && readings(module.module, 'var', variable.name, on) === 1
}

/**
 * Whether the text is this resource's alone: it stands in the root module, and nothing on the way to the resource is repeated. A
 * module may be called again, for what can have such a value.
 */
export const servesOne = ({ reference }: ResourceInstance, { origin }: Value): boolean => {
  if (!origin || origin.module.parent || reference.key.kind !== 'none') return false
  for (let { parent } = reference.module; parent; parent = parent.instance.parent) {
    if (parent.key.kind !== 'none') return false
  }
  return true
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

/** How many arguments in a module read a variable or a local value; those that only decide how many there are of a resource read no value of it. */
export const readings = (module: Module, kind: 'var' | 'local', wanted: string, on?: ResourceInstance): number => {
  let count = 0
  const read = (args: Iterable<Argument>): void => {
    for (const { expression } of args) {
      for (const { root, steps } of referencesIn(expression)) {
        const [first] = steps
        if (root === kind && first?.kind === 'attribute' && first.name === wanted) count += 1
      }
    }
  }
  for (const address of module.resources.keys()) {
    const resource = module.resources.get(address)
    if (!resource) continue
    const isOwn = resource === on?.reference.resource
    read([...argumentsIn(resource.content)].filter(({ name }) => !isOwn || (name !== 'count' && name !== 'for_each')))
    if (!isOwn) read([resource.count, resource.forEach].filter((meta) => meta !== undefined))
  }
  for (const call of module.calls.values()) read(argumentsIn(call.content))
  for (const local of module.locals?.values() ?? []) read([local.argument])
  for (const output of module.outputs.values()) if (output.value) read([output.value])
  for (const provider of module.providers) read(argumentsIn(provider.content))
  return count
}
