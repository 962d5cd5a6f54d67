/** An expression of which a plan's JSON keeps only the names it refers to. */
import { instanceIdentity } from './address.js'
import type { Evaluator } from './evaluator.js'
import { resolveName } from './names.js'
import { longestReferences, parseReferenceText } from './reference-text.js'
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
  const all = longestReferences(references)
  const isIndexed = all.some((name) => !name.startsWith('each.') && !/^(?:var|local|count)\./.test(name))
  // Beside a resource, what repeats is what picks one of its instances.
  const names = isIndexed ? all.filter((name) => !name.startsWith('each.')) : all
  const candidates: Value[] = []
  for (const name of names) {
    const reference = parseReferenceText(name)
    if (!reference || name === 'each.key' || name === 'count.index') continue
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
  const values = isFinal(scope) ? candidates.flatMap((value) => pathLost(value, scope)) : candidates
  const deciding =
    values.length > 1 ? values.filter((value) => resolve(value).kind !== 'known' && !isSurrounding(value)) : values
  const [first] = deciding.length === 0 ? values : deciding
  if (first === undefined) return unknown(LOST)
  if (deciding.length > 1) return choice(deciding, merged([LOST], ...deciding.slice(0, MOST_NAMED).map(reasons)))
  // With a region, an account or a name beside it, it is a part of what is put together of them.
  const others = values.filter((value) => value !== first && !isSwitch(value))
  return first.kind === 'symbolic' && others.length > 0 ? { ...first, path: [], pathLost: true } : first
}

/** More reasons of the same kind say no more. */
const MOST_NAMED = 5

/** What an ARN is put together with. */
const isSurrounding = (value: Value): boolean =>
  value.kind === 'symbolic' && /^aws_(?:region|caller_identity|partition)$/.test(value.of.resource.type)

/** A condition decides between values, it is no part of one. */
const isSwitch = (value: Value): boolean => {
  const resolved = resolve(value)
  return resolved.kind === 'known' && (typeof resolved.value === 'boolean' || resolved.value === null)
}

/**
 * An attribute of a resource wants one thing; what is only handed on (an output, a `for_each`, a call's argument that does not repeat) may
 * still be stepped into, and stays a collection.
 */
const isFinal = ({ holder, repetition }: Scope): boolean =>
  (holder.owner === 'resource' && holder.name !== 'for_each' && holder.name !== 'count') || repetition !== undefined

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
