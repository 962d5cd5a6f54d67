import type {
  JsonObject,
  JsonValue,
  PlanDocument,
  PlannedInstance,
  PlanOrigin,
  ReadInstance,
} from '../plan/document.js'
import { isObject } from '../plan/json-shape.js'
import { instanceAddress, resourceAddress, within } from './address.js'
import type { ModuleCall, Resource } from './configuration.js'
import type { ModuleInstance } from './module-instance.js'
import type { ResourceInstanceReference } from './reference.js'
import { unquote } from './reference-text.js'
import type { Value } from './value.js'
import { known, list, mapping, markSensitive, unknown } from './values.js'

/** A plan's own account of what exists after the apply, for the resource types that were read from it. */
export interface PlannedState {
  readonly origin: PlanOrigin
  /** False where resources may be missing that the configuration declares: a plan for a target names no others. */
  readonly isComplete: boolean
  /** `undefined` where the plan does not hold the attribute, or it is known only after apply. */
  attribute(instance: ResourceInstanceReference, name: string): Value | undefined
  /** The instances' keys; `undefined` for a type that was not read. */
  resourceKeys(module: ModuleInstance, resource: Resource): readonly (string | number)[] | undefined
  /** The keys of a module call's instances, as far as resources in them were read; `undefined` where none was. */
  callKeys(module: ModuleInstance, call: ModuleCall): readonly (string | number)[] | undefined
  /** The plan does not create or keep this resource: it is deleted, or was not targeted. */
  isAbsent(module: ModuleInstance, resource: Resource): boolean
  /**
   * Whether the plan knows the attribute in all instances of a resource, named without any keys: then it was made of nothing that is
   * known only after apply.
   */
  isSettled(place: string, attribute: string): boolean
  change(address: string): PlannedInstance | undefined
  /** What happens to the instances of a type, those that are in no configuration any more included. */
  changesOf(type: string): readonly PlannedInstance[]
}

/** After an apply, what was deleted or forgotten is gone. */
const isGone = (instance: PlannedInstance): boolean =>
  instance.deposed || instance.actions.every((action) => action === 'delete' || action === 'forget')

export const plannedState = (
  plan: PlanDocument,
  wanted: (mode: Resource['mode'], type: string) => boolean,
): PlannedState => {
  const changes = new Map(plan.changes.filter((change) => !change.deposed).map((change) => [change.address, change]))
  const kept = plan.changes.filter((change) => !isGone(change))
  const read = new Map(plan.dataSources.map((source) => [source.address, source]))
  const byPlace = new Map<string, PlannedInstance[]>()
  for (const change of kept) {
    const place = withoutKeys(placeOf(change))
    const instances = byPlace.get(place)
    if (instances) instances.push(change)
    else byPlace.set(place, [change])
  }
  const keys = new Map<string, Set<string | number>>()
  const calls = new Map<string, Set<string | number>>()
  for (const instance of [...kept, ...plan.dataSources]) {
    const place = placeOf(instance)
    const found = keys.get(place) ?? new Set()
    if (instance.index !== undefined) found.add(instance.index)
    keys.set(place, found)
    for (const [call, key] of callsIn(instance.moduleAddress)) {
      const callKeys = calls.get(call) ?? new Set()
      if (key !== undefined) callKeys.add(key)
      calls.set(call, callKeys)
    }
  }
  return {
    origin: plan.origin,
    isComplete: plan.isComplete,
    change: (address) => changes.get(address),
    changesOf: (type) => [...changes.values()].filter((change) => change.mode === 'managed' && change.type === type),
    isSettled: (place, attribute) => {
      const instances = byPlace.get(place)
      return instances?.every((instance) => isSettled(member(instance.afterUnknown, attribute))) ?? false
    },
    attribute: (instance, name) => {
      const address = instanceAddress(instance)
      const change = changes.get(address)
      if (change && !isGone(change)) return plannedAttribute(change, name)
      const source = read.get(address)
      const value = source && own(source.values, name)
      return value === undefined ? undefined : plannedValue(value, false, member(source?.sensitiveValues, name))
    },
    resourceKeys: (module, resource) => {
      if (!wanted(resource.mode, resource.type)) return undefined
      return [...(keys.get(within(module, resource.address)) ?? [])]
    },
    callKeys: (module, call) => {
      const found = calls.get(within(module, `module.${call.name}`))
      return found && [...found]
    },
    isAbsent: (module, resource) =>
      resource.mode === 'managed' &&
      wanted(resource.mode, resource.type) &&
      !keys.has(resourceAddress({ module, resource, key: { kind: 'none' } })),
  }
}

const isSettled = (isUnknown: JsonValue | undefined): boolean => {
  if (isUnknown === undefined || isUnknown === null) return true
  if (Array.isArray(isUnknown)) return isUnknown.every(isSettled)
  return isObject(isUnknown) ? Object.values(isUnknown).every(isSettled) : isUnknown !== true
}

/** `module.db["a"].aws_rds_cluster.main` in the configuration: `module.db.aws_rds_cluster.main`. */
const withoutKeys = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '')

const placeOf = (instance: PlannedInstance | ReadInstance): string => {
  // What is deployed is called by its whole address, or its ARN.
  if (instance.index === undefined) return instance.address
  const own = `${instance.mode === 'data' ? 'data.' : ''}${instance.type}.${instance.name}`
  return instance.moduleAddress === '' ? own : `${instance.moduleAddress}.${own}`
}

/** `module.a["x"].module.b` is instance `x` of the call `module.a`, and the one instance of `module.a["x"].module.b`. */
const callsIn = (moduleAddress: string): readonly (readonly [string, string | number | undefined])[] => {
  const calls: [string, string | number | undefined][] = []
  const step = /(?:^|\.)module\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?/gy
  for (let match = step.exec(moduleAddress); match; match = step.exec(moduleAddress)) {
    const end = step.lastIndex
    const [, , key] = match
    const address = moduleAddress.slice(0, key === undefined ? end : end - key.length - 2)
    calls.push([address, key === undefined ? undefined : parseKey(key)])
  }
  return calls
}

const parseKey = (key: string): string | number => (key.startsWith('"') ? unquote(key) : Number(key))

const plannedAttribute = (change: PlannedInstance, name: string): Value | undefined => {
  const isUnknown = member(change.afterUnknown, name)
  if (isUnknown === true) return undefined
  const value = own(change.after ?? {}, name)
  return value === undefined ? undefined : plannedValue(value, isUnknown, member(change.afterSensitive, name))
}

const plannedValue = (value: JsonValue, isUnknown: JsonValue | undefined, sensitive: JsonValue | undefined): Value => {
  const plain = ((): Value => {
    if (isUnknown === true) return unknown('known only after apply')
    if (Array.isArray(value)) {
      const length = Math.max(value.length, Array.isArray(isUnknown) ? isUnknown.length : 0)
      const items = Array.from({ length }, (_, at) =>
        plannedValue(value[at] ?? null, member(isUnknown, at), member(sensitive, at)),
      )
      return list('list', items)
    }
    if (isObject(value)) {
      const names = new Set([...Object.keys(value), ...(isObject(isUnknown) ? Object.keys(isUnknown) : [])])
      const entries = [...names].map(
        (name) =>
          [name, plannedValue(own(value, name) ?? null, member(isUnknown, name), member(sensitive, name))] as const,
      )
      return mapping('object', entries)
    }
    return known(value as string | number | boolean | null)
  })()
  return sensitive === true ? markSensitive(plain) : plain
}

const own = (object: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined

/** A mark (`after_unknown`, `after_sensitive`) of a member; a bare `true` marks everything within. */
const member = (marks: JsonValue | undefined, key: string | number): JsonValue | undefined => {
  if (marks === true) return true
  if (Array.isArray(marks)) return marks[Number(key)]
  return isObject(marks) ? own(marks, String(key)) : undefined
}
