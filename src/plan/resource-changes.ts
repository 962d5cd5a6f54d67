import { moduleAddressOf } from './address.js'
import type { JsonValue, PlannedInstance } from './document.js'
import type { JsonReader } from './json-reader.js'
import { asArray, asIndex, asMode, asObject, asString, asStrings } from './json-shape.js'
import { type Wanted, wantedEntry } from './resource-entry.js'

/** Reads `resource_changes`; instances are added as they come, so that a broken document gives those before the break. */
export const readResourceChanges = (reader: JsonReader, wanted: Wanted, into: PlannedInstance[]): void => {
  reader.elements(() => {
    const entry = wantedEntry(reader, wanted)
    const instance = entry && plannedInstance(reader.valueOf(entry.range))
    // Duplicate keys can make the value's type another than the one that was looked at.
    if (instance && wanted(instance.mode, instance.type)) into.push(instance)
    return undefined
  })
}

const plannedInstance = (value: JsonValue | undefined): PlannedInstance | undefined => {
  const entry = asObject(value)
  const address = asString(entry?.address)
  const mode = asMode(entry?.mode)
  const type = asString(entry?.type)
  if (entry === undefined || address === undefined || mode === undefined || type === undefined) return undefined
  const change = asObject(entry.change)
  return {
    address,
    moduleAddress: asString(entry.module_address) ?? moduleAddressOf(address),
    mode,
    type,
    name: asString(entry.name) ?? '',
    index: asIndex(entry.index),
    deposed: asString(entry.deposed) !== undefined,
    actions: asStrings(change?.actions),
    before: asObject(change?.before) ?? null,
    after: asObject(change?.after) ?? null,
    afterUnknown: asObject(change?.after_unknown) ?? {},
    afterSensitive: change?.after_sensitive ?? false,
    beforeSensitive: change?.before_sensitive ?? false,
    replacePaths: asArray(change?.replace_paths).map((path) =>
      asArray(path).filter((step) => typeof step === 'string' || typeof step === 'number'),
    ),
    actionReason: asString(entry.action_reason),
    previousAddress: asString(entry.previous_address),
    providerName: asString(entry.provider_name),
  }
}
