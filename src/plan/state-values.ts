import { moduleAddressOf } from './address.js'
import type { JsonValue, ReadInstance } from './document.js'
import type { JsonReader } from './json-reader.js'
import { asIndex, asMode, asObject, asString } from './json-shape.js'
import { type Wanted, type WantedEntry, wantedEntry } from './resource-entry.js'

/** A resource instance of `prior_state` or `planned_values`; its values are read when they are wanted. */
export interface StateInstance extends WantedEntry {
  /** As the module says, which before Terraform 0.13 is the only place that does. */
  readonly moduleAddress: string
}

/** Reads a `root_module` and the modules in it; adds the instances of wanted types, which it leaves unread. */
export const readStateModule = (reader: JsonReader, wanted: Wanted, into: StateInstance[]): void => {
  const entries: WantedEntry[] = []
  let moduleAddress = ''
  try {
    reader.members((key) => {
      switch (key) {
        case 'resources':
          reader.elements(() => {
            const entry = wantedEntry(reader, wanted)
            if (entry) entries.push(entry)
            return undefined
          })
          break
        case 'child_modules':
          reader.elements(() => {
            readStateModule(reader, wanted, into)
            return undefined
          })
          break
        case 'address':
          // It stands behind the resources.
          moduleAddress = reader.string() ?? ''
          break
      }
      return undefined
    })
  } finally {
    for (const entry of entries) into.push({ ...entry, moduleAddress })
  }
}

export interface ExistingInstance extends ReadInstance {
  readonly deposed: boolean
  readonly providerName: string | undefined
}

export const existingInstance = (
  value: JsonValue | undefined,
  { moduleAddress }: StateInstance,
): ExistingInstance | undefined => {
  const entry = asObject(value)
  const written = asString(entry?.address)
  const mode = asMode(entry?.mode)
  const type = asString(entry?.type)
  if (entry === undefined || written === undefined || mode === undefined || type === undefined) return undefined
  const index = asIndex(entry.index)
  const address = fullAddress(written, moduleAddress, index)
  return {
    address,
    moduleAddress: moduleAddressOf(address),
    mode,
    type,
    name: asString(entry.name) ?? '',
    index,
    values: asObject(entry.values) ?? {},
    sensitiveValues: entry.sensitive_values ?? {},
    deposed: asString(entry.deposed_key) !== undefined,
    providerName: asString(entry.provider_name),
  }
}

/** Terraform 0.12 leaves the module and the key out of an instance's address in the state. */
const fullAddress = (written: string, moduleAddress: string, index: string | number | undefined): string => {
  const within = moduleAddress === '' || written.startsWith('module.') ? written : `${moduleAddress}.${written}`
  return index === undefined || within.endsWith(']') ? within : `${within}[${JSON.stringify(index)}]`
}
