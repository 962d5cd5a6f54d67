/** An expression of which a plan's JSON keeps only the names it refers to. */
import { instanceIdentity } from './address.js'
import type { Evaluator } from './evaluator.js'
import { resolveName } from './names.js'
import { parseReferenceText } from './reference-text.js'
import type { Scope } from './scope.js'
import { attributeOf, elementAt } from './steps.js'
import type { Symbolic, Value } from './value.js'
import { choice, hasFailed, known, merged, reasons, resolve, unknown } from './values.js'

const LOST = "a plan's JSON keeps only the names in an expression, not what it makes of them"

/**
 * The value of the one thing named, or one of the things named. That an expression may do more with it than pass it on
 * is accepted: for the arguments that are asked about (an ARN, a key, an identifier) it practically never does.
 */
export const evaluateReferences = (evaluator: Evaluator, references: readonly string[], scope: Scope): Value => {
  const names = longest(references)
  const candidates: Value[] = []
  for (const name of names) {
    const reference = parseReferenceText(name)
    if (!reference || isIndex(name)) continue
    const resolved = resolveName(evaluator, reference.root, reference.steps, scope)
    let value = resolved.value
    for (const step of reference.steps.slice(resolved.used)) {
      if (step.kind === 'attribute') value = attributeOf(value, step.name, evaluator.readAttribute)
      else if (step.kind === 'index' && step.key.kind === 'literal') {
        value = elementAt(value, known(step.key.value), evaluator.readAttribute)
      }
    }
    if (!hasFailed(value)) candidates.push(value)
  }
  // A `for_each` wants the collection as it is; anything else the instance that belongs to its own key.
  const values = scope.holder.name === 'for_each' ? candidates : candidates.flatMap((value) => pathLost(value, scope))
  const deciding = values.length > 1 ? values.filter((value) => resolve(value).kind !== 'known') : values
  const [first] = deciding.length === 0 ? values : deciding
  if (first === undefined) return unknown(LOST)
  return deciding.length <= 1 ? first : choice(deciding, merged([LOST], ...deciding.map(reasons)))
}

/** A plan lists each reference with all its prefixes: only the longest say what is meant. */
const longest = (references: readonly string[]): readonly string[] =>
  references.filter(
    (reference) =>
      !references.some(
        (other) => other !== reference && other.startsWith(reference) && /^[.[]/.test(other.slice(reference.length)),
      ),
  )

const isIndex = (name: string): boolean => name === 'each.key' || name === 'count.index'

/** Behind a splat or a dynamic index only the resource is left: the instance with the same key, else each of them. */
const pathLost = (value: Value, scope: Scope): readonly Value[] => {
  if (value.kind === 'symbolic' && value.path.length === 0) return [{ ...value, pathLost: true }]
  if (value.kind === 'mapping') return distinctInstances([...value.entries.values()])
  if (value.kind !== 'opaque') return [value]
  const own = scope.repetition && value.instances.at(scope.repetition.keyValue)
  if (own && !hasFailed(own)) return pathLost(own, scope)
  const all = value.instances.all()
  const elements =
    all.kind === 'list'
      ? all.items
      : all.kind === 'mapping'
        ? [...all.entries.values()]
        : all.kind === 'repeated'
          ? [all.element]
          : [all]
  return elements.flatMap((element) => pathLost(element, scope))
}

/** Of a module whose output was lost, the resource instances that its outputs stand for. */
const distinctInstances = (values: readonly Value[]): readonly Value[] => {
  const instances = new Map<string, Symbolic>()
  for (const value of values) {
    if (value.kind === 'symbolic')
      instances.set(instanceIdentity(value.of), { kind: 'symbolic', of: value.of, path: [], pathLost: true })
  }
  return [...instances.values()]
}
