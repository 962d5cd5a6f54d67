import type { RandomAccess } from '../source/file-system.js'
import type { JsonValue, PlanDocument, PlannedInstance, PlanProvider, ReadInstance } from './document.js'
import { JsonFile, systemErrorCode } from './json-file.js'
import { JsonReader, MalformedJson, type Visit } from './json-reader.js'
import { asMap, asObject } from './json-shape.js'
import { openDeployed } from './open-deployed.js'
import { IndexedModule, planProviders } from './planned-configuration.js'
import { malformed, recognise } from './recognise.js'
import { readResourceChanges } from './resource-changes.js'
import type { Wanted } from './resource-entry.js'
import { type ExistingInstance, existingInstance, readStateModule, type StateInstance } from './state-values.js'
import { unchanged } from './unchanged.js'

export interface PlanOptions {
  readonly wanted: Wanted
}

/**
 * Reads a document once, in windows, and keeps what is wanted of it: of a plan's JSON, or of what is deployed. The result owns `access` and closes it.
 * Never throws: what is broken or unreadable is in `diagnostics`, and what was read before it is kept.
 * Of equal keys in one object the last wins, as for `JSON.parse`; but a resource's `mode` and `type` count as they stand first.
 */
export const openPlan = (access: RandomAccess, path: string, { wanted }: PlanOptions): PlanDocument => {
  const file = new JsonFile(access, path)
  const recognised = recognise(access, path)
  if ('diagnostic' in recognised) {
    file.diagnostics.push(recognised.diagnostic)
    return new PlanScan(file, wanted).document()
  }
  const { kind, start, diagnostics } = recognised
  file.diagnostics.push(...diagnostics)
  if (kind !== 'plan') return openDeployed(file, kind, start, wanted)
  const scan = new PlanScan(file, wanted)
  scan.run(start)
  return scan.document()
}

/** What one way through the document gathers. */
class PlanScan {
  readonly #file: JsonFile
  readonly #wanted: Wanted
  readonly #changes: PlannedInstance[] = []
  readonly #planned: StateInstance[] = []
  readonly #prior: StateInstance[] = []
  #formatVersion: string | undefined
  #terraformVersion: string | undefined
  #isComplete = true
  #variables: ReadonlyMap<string, JsonValue> = new Map()
  #configuration: IndexedModule | undefined
  #providers: ReadonlyMap<string, PlanProvider> = new Map()
  #hasChanges = false

  constructor(file: JsonFile, wanted: Wanted) {
    this.#file = file
    this.#wanted = wanted
  }

  run(start: number): void {
    try {
      const reader = new JsonReader(this.#file, start)
      reader.members((key) => this.#member(reader, key))
      if (!reader.atEnd()) {
        this.#file.report('warning', `the plan is followed by other output, from byte ${reader.position} on`)
      }
    } catch (error) {
      const message =
        error instanceof MalformedJson ? malformed(error) : `this cannot be read: ${systemErrorCode(error)}`
      const hint = 'write the plan once more: terraform show -json plan.bin > plan.json'
      this.#file.report('error', message, this.#configuration ? `${hint}; what could be read of it was linted` : hint)
    }
    this.#checkVersion()
  }

  document(): PlanDocument {
    const file = this.#file
    const prior = this.#instances(this.#prior)
    // What changes is in `resource_changes` more fully.
    const planned = this.#instances(this.#planned.filter(({ mode }) => mode === 'data' || !this.#hasChanges))
    const existing = new Set<string>()
    const changed = new Set(
      this.#changes.flatMap(({ address, previousAddress }) => [address, previousAddress ?? address]),
    )
    // A plan for a target leaves everything else as it is, and says nothing of it.
    const untouched: PlannedInstance[] = []
    const dataSources = new Map<string, ReadInstance>()
    // One that is yet to be read is in `planned_values` too, with what is unknown of it left out.
    const pending = new Set(this.#changes.filter(({ mode }) => mode === 'data').map(({ address }) => address))
    for (const instance of planned) {
      if (instance.mode === 'data' && !pending.has(instance.address)) dataSources.set(instance.address, instance)
    }
    for (const instance of prior) {
      if (instance.mode === 'data') dataSources.set(instance.address, instance)
      else if (!instance.deposed) {
        existing.add(instance.address)
        if (this.#hasChanges && !changed.has(instance.address)) untouched.push(unchanged(instance))
      }
    }
    return {
      origin: 'plan',
      path: file.path,
      formatVersion: this.#formatVersion,
      terraformVersion: this.#terraformVersion,
      isComplete: this.#isComplete,
      variables: this.#variables,
      changes: this.#hasChanges
        ? [...this.#changes, ...untouched]
        : planned.filter(({ mode }) => mode === 'managed').map(unchanged),
      dataSources: [...dataSources.values()],
      configuration: this.#configuration,
      providers: this.#providers,
      exists: (address) => existing.has(address),
      diagnostics: file.diagnostics,
      close: () => file.close(),
    }
  }

  #member(reader: JsonReader, key: string): Visit {
    switch (key) {
      case 'format_version':
        this.#formatVersion = reader.string()
        break
      case 'terraform_version':
        this.#terraformVersion = reader.string()
        break
      case 'complete':
        this.#isComplete = reader.value() !== false
        break
      case 'variables':
        this.#variables = variableValues(reader.value())
        break
      case 'planned_values':
        this.#planned.length = 0
        this.#values(reader, this.#planned)
        break
      case 'resource_changes':
        this.#changes.length = 0
        this.#hasChanges = true
        readResourceChanges(reader, this.#wanted, this.#changes)
        break
      case 'prior_state':
        this.#prior.length = 0
        reader.members((name) => {
          if (name === 'values') this.#values(reader, this.#prior)
          return undefined
        })
        break
      case 'configuration':
        this.#configurationAt(reader)
        break
      case 'errored':
        if (reader.value() === true) {
          this.#file.report('warning', 'the plan is incomplete: making it ended with an error')
        }
        break
    }
    return undefined
  }

  #values(reader: JsonReader, into: StateInstance[]): void {
    reader.members((key) => {
      if (key === 'root_module') readStateModule(reader, this.#wanted, into)
      return undefined
    })
  }

  #configurationAt(reader: JsonReader): void {
    reader.members((key) => {
      if (key === 'provider_config') {
        this.#providers = planProviders(reader.value())
      } else if (key === 'root_module') {
        this.#configuration = new IndexedModule(this.#file)
        this.#configuration.index(reader)
      }
      return undefined
    })
  }

  #instances(found: readonly StateInstance[]): readonly ExistingInstance[] {
    const instances: ExistingInstance[] = []
    for (const one of found) {
      const instance = existingInstance(this.#file.value(one.range), one)
      if (instance) instances.push(instance)
    }
    return instances
  }

  #checkVersion(): void {
    const version = this.#formatVersion
    if (version === undefined || /^[01](?:\.|$)/.test(version)) return
    this.#file.report(
      'warning',
      `the plan's format ${JSON.stringify(version.slice(0, 40))} is newer than the formats 0.1 to 1.2 known here`,
    )
  }
}

const variableValues = (value: JsonValue | undefined): ReadonlyMap<string, JsonValue> => {
  const variables = new Map<string, JsonValue>()
  for (const [name, member] of asMap(value)) {
    const known = asObject(member)?.value
    if (known !== undefined) variables.set(name, known)
  }
  return variables
}
