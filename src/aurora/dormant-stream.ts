import type { Location } from '../finding.js'
import { within } from '../terraform/address.js'
import type { Argument } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import { referencesIn } from '../terraform/static-references.js'
import type { Value } from '../terraform/value.js'
import { resolve } from '../terraform/values.js'
import { placeOf } from './place.js'
import type { Stream } from './stream.js'

/** What keeps a stream's block from making an instance. */
export interface TurnedOff {
  /** `has count = 0: var.audited is false` */
  readonly because: string
  readonly location: Location | undefined
}

export const turnedOff = ({ evaluator, reference: { module, resource }, header }: Stream): TurnedOff => {
  const enabled = resource.lifecycle?.content.arguments.get('enabled')
  const argument = enabled ?? resource.count ?? resource.forEach
  const says = argument && saysNone(argument, resolve(evaluator.argument(argument, module)))
  if (!argument || !says) return { because: 'has no instance in the plan', location: header }
  const causes = causesOf(argument, evaluator, module)
  return {
    because: `${says}${causes.length > 0 ? `: ${causes.join(', ')}` : ''}`,
    location: argument.written ? placeOf(argument.written) : header,
  }
}

const saysNone = ({ name }: Argument, value: Value): string | undefined => {
  if (name === 'for_each') return isEmpty(value) ? 'has an empty for_each' : undefined
  const isNone = value.kind === 'known' && value.value !== null && (name === 'count' ? Number(value.value) === 0 : true)
  return isNone ? `has ${name} = ${name === 'count' ? 0 : false}` : undefined
}

/** More variables than this do not fit in a sentence. */
const MOST_CAUSES = 3

/** The variables and local values that an expression reads, and what they are worth. */
const causesOf = ({ expression }: Argument, evaluator: Evaluator, module: ModuleInstance): readonly string[] => {
  const causes = referencesIn(expression).flatMap(({ root, steps: [first] }) => {
    if ((root !== 'var' && root !== 'local') || first?.kind !== 'attribute') return []
    const value = root === 'var' ? evaluator.variable(module, first.name) : evaluator.local(module, first.name)
    const said = saidOf(resolve(value))
    return said === undefined ? [] : [`${within(module, `${root}.${first.name}`)} is ${said}`]
  })
  return [...new Set(causes)].slice(0, MOST_CAUSES)
}

const saidOf = (value: Value): string | undefined => {
  if (value.sensitive) return undefined
  if (value.kind === 'known') return JSON.stringify(value.value)
  return isEmpty(value) ? 'empty' : undefined
}

const isEmpty = (value: Value): boolean =>
  (value.kind === 'list' && value.items.length === 0) || (value.kind === 'mapping' && value.entries.size === 0)
