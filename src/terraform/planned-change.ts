import { moduleNamesOf } from '../plan/address.js'
import type { JsonObject, JsonValue, PlannedInstance } from '../plan/document.js'
import { isObject } from '../plan/json-shape.js'

/** What an apply does to a resource instance. */
export type Effect = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'keep'

/** A resource instance in a plan: what it was, what it will be, and why. */
export class PlannedChange {
  readonly address: string
  /** The calls that lead to its module. */
  readonly moduleNames: readonly string[]
  /** Within its module, without a key. */
  readonly resourceAddress: string
  readonly effect: Effect
  /** Terraform's `action_reason`: `replace_because_tainted`, `delete_because_no_resource_config`. */
  readonly reason: string | undefined
  readonly #instance: PlannedInstance

  constructor(instance: PlannedInstance) {
    this.address = instance.address
    this.moduleNames = moduleNamesOf(instance.moduleAddress)
    this.resourceAddress = `${instance.type}.${instance.name}`
    this.effect = effectOf(instance.actions)
    this.reason = instance.actionReason
    this.#instance = instance
  }

  /** It is there before the apply and after it, the same one; Terraform may no longer know of it. */
  get stays(): boolean {
    return this.effect === 'update' || this.effect === 'keep' || this.effect === 'forget'
  }

  before(name: string): string | undefined {
    return text(this.#instance.before, name)
  }

  after(name: string): string | undefined {
    return this.#isUnknown(name) ? undefined : text(this.#instance.after, name)
  }

  /** The arguments that cannot be changed without a replacement, and do change. */
  get forcing(): readonly string[] {
    const names = this.#instance.replacePaths.flatMap(([name]) => (typeof name === 'string' ? [name] : []))
    return [...new Set(names)]
  }

  /** `from "async" to "sync"` */
  difference(name: string): string {
    const { before, after, beforeSensitive, afterSensitive } = this.#instance
    const next = this.#isUnknown(name) ? 'what is known only after apply' : shown(after, name, afterSensitive)
    return `from ${shown(before, name, beforeSensitive)} to ${next}`
  }

  /** Before or after: to be shown nowhere. */
  isSensitive(name: string): boolean {
    return isMarked(this.#instance.beforeSensitive, name) || isMarked(this.#instance.afterSensitive, name)
  }

  #isUnknown(name: string): boolean {
    return isMarked(this.#instance.afterUnknown, name)
  }
}

const effectOf = (actions: readonly string[]): Effect => {
  if (actions.includes('create')) return actions.length === 1 ? 'create' : 'replace'
  if (actions.includes('delete')) return 'delete'
  if (actions.includes('forget')) return 'forget'
  return actions.includes('update') ? 'update' : 'keep'
}

const held = (values: JsonObject | null, name: string): JsonValue | undefined =>
  values !== null && Object.hasOwn(values, name) ? values[name] : undefined

const text = (values: JsonObject | null, name: string): string | undefined => {
  const value = held(values, name)
  return typeof value === 'string' ? value : undefined
}

const shown = (values: JsonObject | null, name: string, sensitive: JsonValue): string => {
  if (isMarked(sensitive, name)) return '(sensitive)'
  const value = held(values, name) ?? null
  return JSON.stringify(value)
}

/** A bare `true` marks everything within. */
const isMarked = (marks: JsonValue, name: string): boolean =>
  marks === true || (isObject(marks) && held(marks, name) === true)
