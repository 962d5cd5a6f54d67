import { moduleAddressOf, withKey } from './address.js'
import type { JsonObject, JsonValue } from './document.js'
import { asArray, asIndex, asMode, asObject, asString } from './json-shape.js'
import type { ExistingInstance } from './state-values.js'

/**
 * The instances of an entry of `resources` in a state as Terraform keeps it (version 4). Those that are tainted are there; what is
 * deposed is on its way out.
 */
export const rawInstances = (value: JsonValue | undefined): readonly ExistingInstance[] => {
  const entry = asObject(value)
  const mode = asMode(entry?.mode)
  const type = asString(entry?.type)
  const name = asString(entry?.name)
  if (entry === undefined || mode === undefined || type === undefined || name === undefined) return []
  const module = asString(entry.module) ?? ''
  const own = `${mode === 'data' ? 'data.' : ''}${type}.${name}`
  const within = module === '' ? own : `${module}.${own}`
  return asArray(entry.instances).flatMap((one): readonly ExistingInstance[] => {
    const instance = asObject(one)
    if (instance === undefined) return []
    const index = asIndex(instance.index_key)
    return [
      {
        address: withKey(within, index),
        moduleAddress: moduleAddressOf(within),
        mode,
        type,
        name,
        index,
        // Of what was not refreshed since Terraform 0.11, the latter.
        values: asObject(instance.attributes) ?? asObject(instance.attributes_flat) ?? {},
        sensitiveValues: sensitiveValues(instance.sensitive_attributes),
        deposed: asString(instance.deposed) !== undefined,
        providerName: asString(entry.provider),
      },
    ]
  })
}

/** Paths of what must not be shown, each a list of steps; who hides a part hides the attribute. */
const sensitiveValues = (paths: JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    asArray(paths).flatMap((path) => {
      const [first] = asArray(path)
      const name = asString(asObject(first)?.value)
      return name === undefined ? [] : [[name, true]]
    }),
  )
