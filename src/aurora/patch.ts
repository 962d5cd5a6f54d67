/** Edits that put a reference in the place of a value. */
import type { Edit } from '../finding.js'
import type { Argument, Module } from '../terraform/configuration.js'
import { argumentsIn, referencesIn } from '../terraform/static-references.js'
import type { Symbolic, Value } from '../terraform/value.js'
import type { ResourceInstance } from './resource-instance.js'

/** Only there can a reference to a resource stand: a variable's default and a values file take constants. */
const TAKES_REFERENCES: ReadonlySet<Argument['owner']> = new Set(['resource', 'call', 'local', 'output'])

/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export const replaceValue = (value: Value, reference: string): Edit | undefined => {
  const { origin } = value
  if (!origin?.place || !TAKES_REFERENCES.has(origin.holder.owner) || !origin.place.source.faithful) return undefined
  const { source, span } = origin.place
  return { source, span, text: source.path.endsWith('.json') ? `"\${${reference}}"` : reference }
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
): Edit | undefined => {
  const place = value.origin?.place
  const owner = value.origin?.holder.owner
  if (place && (owner === 'resource' || owner === 'call')) {
    const { source, span } = place
    const old = `.${symbolic.path.join('.')}`
    if (!source.faithful || !source.slice(span).endsWith(old)) return undefined
    return { source, span: { start: span.end - old.length + 1, end: span.end }, text: attribute }
  }
  const written = on.argument(argument)?.written
  if (!written?.source.faithful || symbolic.of.module !== on.reference.module) return undefined
  const text = ownReference(on, symbolic)
  if (text === undefined) return undefined
  const reference = `${text}.${attribute}`
  return {
    source: written.source,
    span: written.expressionSpan,
    text: written.source.path.endsWith('.json') ? `"\${${reference}}"` : reference,
  }
}

/** How the resource would refer to an instance in its own module. */
const ownReference = (on: ResourceInstance, { of }: Symbolic): string | undefined => {
  const { key, resource } = of
  if (key.kind === 'none') return resource.address
  if (key.kind === 'any') return undefined
  const own = on.reference.key
  const repeats = on.reference.resource.forEach ? 'each.key' : on.reference.resource.count ? 'count.index' : undefined
  if (repeats !== undefined && JSON.stringify(own) === JSON.stringify(key)) return `${resource.address}[${repeats}]`
  if (key.kind !== 'known') return undefined
  return repeats === undefined ? `${resource.address}[${JSON.stringify(key.value)}]` : undefined
}

/** Whether a value that was handed to a module as this variable serves nothing in it but one argument. */
export const isUsedOnce = (module: Module, variable: string): boolean => {
  let uses = 0
  const count = (args: Iterable<Argument>): void => {
    for (const argument of args) {
      for (const { root, steps } of referencesIn(argument.expression)) {
        const [first] = steps
        if (root === 'var' && first?.kind === 'attribute' && first.name === variable) uses += 1
      }
    }
  }
  for (const address of module.resources.keys()) {
    const resource = module.resources.get(address)
    if (resource) count(argumentsIn(resource.content))
  }
  for (const call of module.calls.values()) count(argumentsIn(call.content))
  for (const local of module.locals?.values() ?? []) count([local.argument])
  for (const output of module.outputs.values()) if (output.value) count([output.value])
  return uses <= 1
}
