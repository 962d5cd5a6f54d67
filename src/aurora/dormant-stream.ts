import type { Location } from '../finding.js'
import { within } from '../terraform/address.js'
import type { Argument, ModuleCall } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { resourcesOfType } from '../terraform/resources-of-type.js'
import { referencesIn } from '../terraform/static-references.js'
import type { Value } from '../terraform/value.js'
import { resolve } from '../terraform/values.js'
import { placeOf } from './place.js'
import type { Stream } from './stream.js'

/** A call that has no instances. */
export interface IdleCall {
  readonly module: ModuleInstance
  readonly call: ModuleCall
}

/** The streams in a call that has no instances, as if it had one. */
export const streamsIn = (evaluator: Evaluator, { module, call }: IdleCall): readonly ResourceInstanceReference[] => {
  if (call.module.kind === 'absent') return []
  const key = { kind: 'any', because: [] } as const
  const supposed: ModuleInstance = {
    module: call.module,
    address: within(module, `module.${call.name}`),
    path: [...module.path, call.name],
    parent: { instance: module, call, key },
  }
  const found: ResourceInstanceReference[] = []
  const open = [supposed]
  for (let inner = open.pop(); inner; inner = open.pop()) {
    for (const resource of resourcesOfType(inner.module, 'aws_rds_cluster_activity_stream'))
      found.push({ resource, module: inner, key })
    for (const deeper of inner.module.calls.values())
      if (deeper.relevant) open.push(...evaluator.childInstances(inner, deeper))
  }
  return found
}

/** What keeps a stream's block from making an instance. */
export interface TurnedOff {
  /** `aws_rds_cluster_activity_stream.main has count = 0: var.audited is false` */
  readonly because: string
  readonly location: Location | undefined
}

/** Many clusters may ask about one stream, and evaluating is what costs. */
const known = new WeakMap<Stream, TurnedOff>()

export const turnedOff = (stream: Stream): TurnedOff => {
  const found = known.get(stream) ?? explained(stream)
  known.set(stream, found)
  return found
}

const explained = (stream: Stream): TurnedOff => {
  const { address, module, argument } = switchOf(stream)
  const { evaluator, header } = stream
  const says = argument && saysNone(argument, resolve(evaluator.argument(argument, module)))
  if (!says) return { because: `${address} has no instance in the plan`, location: header }
  const causes = causesOf(argument, evaluator, module)
  return {
    because: `${address} ${says}${causes.length > 0 ? `: ${causes.join(', ')}` : ''}`,
    location: argument.written ? placeOf(argument.written) : header,
  }
}

/** The argument that decides whether it exists: of the outermost call that has no instances, else of the stream itself. */
export const switchOf = ({ address, evaluator, reference }: Stream) => {
  const { module, resource } = reference
  const enabled = resource.lifecycle?.content.arguments.get('enabled')
  let found = { address, module, argument: enabled ?? resource.count ?? resource.forEach }
  for (let { parent } = module; parent; parent = parent.instance.parent) {
    const { instance, call } = parent
    if (evaluator.childInstances(instance, call).length > 0) continue
    found = { address: within(instance, `module.${call.name}`), module: instance, argument: call.count ?? call.forEach }
  }
  return found
}

const saysNone = ({ name }: Argument, value: Value): string | undefined => {
  if (name === 'for_each') return isEmpty(value) ? 'has an empty for_each' : undefined
  const isNone = value.kind === 'known' && value.value !== null && (name === 'count' ? Number(value.value) === 0 : true)
  return isNone ? `has ${name} = ${name === 'count' ? 0 : false}` : undefined
}

/** More variables than this do not fit in a sentence. */
const MOST_CAUSES = 3

/** The variables and local values that an expression reads, and what they are worth: those that say no, if there are any. */
const causesOf = ({ expression }: Argument, evaluator: Evaluator, module: ModuleInstance): readonly string[] => {
  const causes = referencesIn(expression).flatMap(({ root, steps: [first] }) => {
    if ((root !== 'var' && root !== 'local') || first?.kind !== 'attribute') return []
    const value = root === 'var' ? evaluator.variable(module, first.name) : evaluator.local(module, first.name)
    const said = saidOf(resolve(value))
    return said === undefined ? [] : [{ said, cause: `${within(module, `${root}.${first.name}`)} is ${said}` }]
  })
  const negative = causes.filter(({ said }) => NEGATIVE.has(said))
  const telling = negative.length > 0 ? negative : causes
  return [...new Set(telling.map(({ cause }) => cause))].slice(0, MOST_CAUSES)
}

const NEGATIVE: ReadonlySet<string> = new Set(['false', 'null', '0', '""', 'empty'])

const saidOf = (value: Value): string | undefined => {
  if (value.sensitive) return undefined
  if (value.kind === 'known') return JSON.stringify(value.value)
  return isEmpty(value) ? 'empty' : undefined
}

const isEmpty = (value: Value): boolean =>
  (value.kind === 'list' && value.items.length === 0) || (value.kind === 'mapping' && value.entries.size === 0)
