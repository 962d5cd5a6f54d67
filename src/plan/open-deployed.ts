import { listedCluster } from './aws-clusters.js'
import { deployedModule } from './deployed-module.js'
import type { Deployed, JsonValue, PlanDocument, PlannedInstance } from './document.js'
import { type JsonFile, systemErrorCode } from './json-file.js'
import { JsonReader, MalformedJson, type Visit } from './json-reader.js'
import { rawInstances } from './raw-state.js'
import { malformed, type Readable } from './recognise.js'
import { type Wanted, wantedEntry } from './resource-entry.js'
import { type ExistingInstance, existingInstance, readStateModule, type StateInstance } from './state-values.js'
import { unchanged } from './unchanged.js'

const SHOW_STATE = 'terraform show -json > state.json'

/** Reads what is deployed, from `start` on, in windows as a plan is read: what is not wanted is skipped. */
export const openDeployed = (
  file: JsonFile,
  kind: Exclude<Readable, 'plan'>,
  start: number,
  wanted: Wanted,
): PlanDocument => {
  const scan = new DeployedScan(file, wanted)
  scan.run(kind, start)
  return scan.document(kind === 'aws-clusters' ? 'aws' : 'state')
}

class DeployedScan {
  readonly #file: JsonFile
  readonly #wanted: Wanted
  readonly #found = new Map<string, ExistingInstance>()
  #formatVersion: string | undefined
  #terraformVersion: string | undefined
  #isComplete = true
  #isReadable = true

  constructor(file: JsonFile, wanted: Wanted) {
    this.#file = file
    this.#wanted = wanted
  }

  run(kind: Exclude<Readable, 'plan'>, start: number): void {
    const again = kind === 'aws-clusters' ? 'aws rds describe-db-clusters --output json > clusters.json' : SHOW_STATE
    try {
      const reader = new JsonReader(this.#file, start)
      this.#read(kind, reader)
      if (!reader.atEnd()) {
        this.#file.report(
          'warning',
          `the JSON is followed by other output, from byte ${reader.position} on, which is not read`,
          'name each document as a path of its own',
        )
      }
    } catch (error) {
      const message =
        error instanceof MalformedJson ? malformed(error) : `this cannot be read: ${systemErrorCode(error)}`
      this.#file.report('error', message, `write it once more: ${again}; what could be read of it was linted`)
    }
  }

  document(origin: Deployed): PlanDocument {
    const file = this.#file
    const changes = [...this.#found.values()].map(unchanged).map(byItself)
    return {
      origin,
      path: file.path,
      formatVersion: this.#formatVersion,
      terraformVersion: this.#terraformVersion,
      isComplete: this.#isComplete,
      variables: new Map(),
      changes,
      dataSources: [],
      configuration: this.#isReadable ? deployedModule(changes) : undefined,
      providers: new Map(),
      exists: (address) => this.#found.has(address),
      diagnostics: file.diagnostics,
      close: () => file.close(),
    }
  }

  #read(kind: Exclude<Readable, 'plan'>, reader: JsonReader): void {
    switch (kind) {
      case 'state':
        this.#shownState(reader)
        break
      case 'raw-state':
        this.#rawState(reader)
        break
      case 'aws-clusters':
        this.#clusters(reader)
        break
      default:
        kind satisfies never
    }
  }

  #shownState(reader: JsonReader): void {
    let isEmpty = true
    const instances: StateInstance[] = []
    try {
      reader.members((key) => {
        if (key === 'format_version') this.#formatVersion = reader.string()
        else if (key === 'terraform_version') this.#terraformVersion = reader.string()
        else if (key === 'values') {
          isEmpty = false
          instances.length = 0
          reader.members((name) => {
            if (name === 'root_module') readStateModule(reader, this.#wanted, instances)
            return undefined
          })
        }
        return undefined
      })
    } finally {
      // What was read before a break in the document counts.
      for (const one of instances) this.#add(existingInstance(this.#file.value(one.range), one))
    }
    const version = this.#formatVersion
    if (version !== undefined && !/^[01](?:\.|$)/.test(version)) {
      const shown = JSON.stringify(version.slice(0, 40))
      this.#file.report('warning', `the state's format ${shown} is newer than the formats 0.1 to 1.0 known here`)
    }
    if (isEmpty) this.#reportEmpty()
  }

  #rawState(reader: JsonReader): void {
    let version: JsonValue | undefined
    let isEncrypted = false
    let isEmpty = true
    reader.members((key): Visit => {
      switch (key) {
        case 'version':
          version = reader.value()
          break
        case 'terraform_version':
          this.#terraformVersion = reader.string()
          break
        case 'encrypted_data':
          isEncrypted = true
          break
        case 'resources':
          this.#found.clear()
          reader.elements(() => {
            isEmpty = false
            const entry = wantedEntry(reader, this.#wanted)
            if (entry) for (const one of rawInstances(reader.valueOf(entry.range))) this.#add(one)
            return undefined
          })
          break
      }
      return undefined
    })
    if (isEncrypted) {
      this.#refuse('this state is encrypted by OpenTofu', 'run: tofu show -json > state.json')
    } else if (version !== undefined && version !== 4) {
      const shown = typeof version === 'number' ? version : 'that is not known'
      this.#refuse(`this is a state of format version ${shown}, and only version 4 is read`, `run: ${SHOW_STATE}`)
    } else if (isEmpty) this.#reportEmpty()
  }

  #clusters(reader: JsonReader): void {
    let nameless = 0
    reader.members((key): Visit => {
      if (key === 'DBClusters') {
        reader.elements(() => {
          const cluster = listedCluster(reader.value())
          if (!cluster) nameless += 1
          else if (!cluster.namesMembers) this.#isComplete = false
          for (const instance of cluster?.instances ?? []) this.#add(instance)
          return undefined
        })
      } else if ((key === 'NextToken' || key === 'Marker') && reader.string()) {
        this.#file.report(
          'warning',
          'these are not all clusters: there is another page',
          'run aws rds describe-db-clusters without --max-items and --no-paginate, or name each page as a path',
        )
      }
      return undefined
    })
    if (nameless > 0) {
      this.#file.report(
        'error',
        `${nameless === 1 ? 'one of the clusters has' : `${nameless} of the clusters have`} no DBClusterArn, and cannot be judged`,
        'write the output of aws rds describe-db-clusters as it is, without --query',
      )
    }
  }

  /** What is deposed is replaced already. */
  #add(instance: ExistingInstance | undefined): void {
    if (instance?.mode !== 'managed' || instance.deposed || !this.#wanted('managed', instance.type)) return
    this.#found.set(instance.address, { ...instance, values: placed(instance.values) })
  }

  #refuse(message: string, hint: string): void {
    this.#isReadable = false
    this.#file.report('error', message, hint)
  }

  #reportEmpty(): void {
    this.#file.report(
      'warning',
      'this state is empty',
      `where something is deployed, select its workspace after terraform init, and run: ${SHOW_STATE}`,
    )
  }
}

/** As the configuration declares it that stands for all: its address says the rest. */
const byItself = (instance: PlannedInstance): PlannedInstance => ({ ...instance, moduleAddress: '', index: undefined })

/** Before version 6 of the provider a resource did not say in which region it is; its ARN does. */
const placed = (values: ExistingInstance['values']): ExistingInstance['values'] => {
  const [, region] = (typeof values.arn === 'string' && /^arn:[^:]+:rds:([a-z0-9-]+):/.exec(values.arn)) || []
  return region === undefined || typeof values.region === 'string' ? values : { ...values, region }
}
