import type {
  JsonObject,
  JsonValue,
  PlanCall,
  PlanModule,
  PlanOutput,
  PlanProvider,
  PlanProvisioner,
  PlanResource,
} from './document.js'
import type { ByteRange, JsonFile } from './json-file.js'
import type { JsonReader } from './json-reader.js'
import { asArray, asMap, asMode, asObject, asString, asStrings } from './json-shape.js'

type Variable = { readonly default?: JsonValue; readonly sensitive: boolean }

/**
 * A module of `configuration`, as an index into the document: what a resource, an output or a call says is read
 * when it is asked for, because most of a configuration has nothing to do with the question at hand.
 */
export class IndexedModule implements PlanModule {
  readonly calls = new Map<string, IndexedCall>()
  readonly #file: JsonFile
  readonly #resources = new Map<string, ByteRange>()
  #outputsRange: ByteRange | undefined
  #variablesRange: ByteRange | undefined
  #outputs: ReadonlyMap<string, PlanOutput> | undefined
  #variables: ReadonlyMap<string, Variable> | undefined

  constructor(file: JsonFile) {
    this.#file = file
  }

  get resourceAddresses(): readonly string[] {
    return [...this.#resources.keys()]
  }

  resource(address: string): PlanResource | undefined {
    const range = this.#resources.get(address)
    return range && planResource(address, asObject(this.#file.value(range)))
  }

  get outputs(): ReadonlyMap<string, PlanOutput> {
    this.#outputs ??= mapped(this.#file, this.#outputsRange, planOutput)
    return this.#outputs
  }

  get variables(): ReadonlyMap<string, Variable> {
    this.#variables ??= mapped(this.#file, this.#variablesRange, planVariable)
    return this.#variables
  }

  /** Reads the module here; what was read before a break in the document stays. */
  index(reader: JsonReader): void {
    reader.members((key) => {
      switch (key) {
        case 'resources':
          this.#resources.clear()
          reader.elements(() => {
            const entry = addressedEntry(reader)
            if (entry) this.#resources.set(entry.address, entry.range)
            return undefined
          })
          break
        case 'module_calls':
          this.calls.clear()
          reader.members((name) => {
            const call = new IndexedCall(this.#file)
            this.calls.set(name, call)
            call.index(reader)
            return undefined
          })
          break
        case 'outputs':
          this.#outputsRange = reader.skip()
          break
        case 'variables':
          this.#variablesRange = reader.skip()
          break
      }
      return undefined
    })
  }
}

export class IndexedCall implements PlanCall {
  source: string | undefined
  versionConstraint: string | undefined
  readonly module: IndexedModule
  readonly #file: JsonFile
  /** Where `expressions`, `count_expression` and so on stand. */
  readonly #ranges = new Map<string, ByteRange>()

  constructor(file: JsonFile) {
    this.#file = file
    this.module = new IndexedModule(file)
  }

  get expressions(): JsonObject {
    return asObject(this.#read('expressions')) ?? {}
  }

  get count(): JsonValue | undefined {
    return this.#read('count_expression')
  }

  get forEach(): JsonValue | undefined {
    return this.#read('for_each_expression')
  }

  get dependsOn(): readonly string[] {
    return asStrings(this.#read('depends_on'))
  }

  index(reader: JsonReader): void {
    reader.members((key) => {
      switch (key) {
        case 'source':
          this.source = reader.string()
          break
        case 'version_constraint':
          this.versionConstraint = reader.string()
          break
        case 'module':
          this.module.index(reader)
          break
        case 'expressions':
        case 'count_expression':
        case 'for_each_expression':
        case 'depends_on':
          this.#ranges.set(key, reader.skip())
          break
      }
      return undefined
    })
  }

  #read(key: string): JsonValue | undefined {
    const range = this.#ranges.get(key)
    return range && this.#file.value(range)
  }
}

/** `provider_config` by its keys (`aws`, `module.db:aws.replica`). */
export const planProviders = (value: JsonValue | undefined): ReadonlyMap<string, PlanProvider> => {
  const providers = new Map<string, PlanProvider>()
  for (const [key, member] of asMap(value)) {
    const entry = asObject(member)
    if (entry === undefined) continue
    providers.set(key, {
      name: asString(entry.name) ?? '',
      fullName: asString(entry.full_name),
      alias: asString(entry.alias),
      moduleAddress: asString(entry.module_address),
      versionConstraint: asString(entry.version_constraint),
      expressions: asObject(entry.expressions) ?? {},
    })
  }
  return providers
}

const addressedEntry = (reader: JsonReader): { address: string; range: ByteRange } | undefined => {
  reader.peek()
  const start = reader.position
  let address: string | undefined
  reader.members((key) => {
    if (key === 'address') address = reader.string()
    return address === undefined ? undefined : 'leave'
  })
  return address === undefined ? undefined : { address, range: { start, end: reader.position } }
}

const planResource = (address: string, entry: JsonObject | undefined): PlanResource | undefined => {
  const mode = asMode(entry?.mode)
  if (entry === undefined || mode === undefined) return undefined
  return {
    address,
    mode,
    type: asString(entry.type) ?? '',
    name: asString(entry.name) ?? '',
    providerConfigKey: asString(entry.provider_config_key),
    expressions: asObject(entry.expressions) ?? {},
    provisioners: asArray(entry.provisioners).map(planProvisioner),
    count: entry.count_expression,
    forEach: entry.for_each_expression,
    dependsOn: asStrings(entry.depends_on),
  }
}

const planProvisioner = (entry: JsonValue): PlanProvisioner => {
  const { type, expressions } = asObject(entry) ?? {}
  return { type: asString(type) ?? '', expressions: asObject(expressions) ?? {} }
}

const planOutput = (entry: JsonObject): PlanOutput => ({
  expression: entry.expression,
  dependsOn: asStrings(entry.depends_on),
  sensitive: entry.sensitive === true,
})

const planVariable = (entry: JsonObject): Variable => ({
  ...(entry.default === undefined ? {} : { default: entry.default }),
  sensitive: entry.sensitive === true,
})

const mapped = <Value>(
  file: JsonFile,
  range: ByteRange | undefined,
  convert: (entry: JsonObject) => Value,
): ReadonlyMap<string, Value> => {
  const values = new Map<string, Value>()
  if (range === undefined) return values
  for (const [name, member] of asMap(file.value(range))) values.set(name, convert(asObject(member) ?? {}))
  return values
}
