import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Value } from '../terraform/value.js'
import { keyIdAttribute } from './kms-key-reference.js'
import type { QuotedReference } from './quoted-reference.js'
import type { ResourceInstance } from './resource-instance.js'

/** Reads as the reference that somebody meant when they quoted it; `undefined` where there is nothing like it. */
export const meantKey = (on: ResourceInstance, value: Value, quoted: QuotedReference): string | undefined => {
  const module = value.origin?.module ?? on.reference.module
  if (quoted.type === 'var') return module.module.variables.has(quoted.name) ? quoted.text : undefined
  if (quoted.type === 'local') return module.module.locals?.has(quoted.name) ? quoted.text : undefined
  if (quoted.type === 'module') {
    const called = module.module.calls.get(quoted.name)?.module
    if (called?.kind !== 'module' || quoted.attribute === undefined) return undefined
    return called.outputs.has(quoted.attribute) ? quoted.text : undefined
  }
  if (keyIdAttribute(quoted.mode, quoted.type) === undefined) return undefined
  const address = nearestAddress(module, quoted)
  const resource = address === undefined ? undefined : module.module.resources.get(address)
  const attribute = resource && keyIdAttribute(resource.mode, resource.type)
  if (!resource || attribute === undefined) return undefined
  const index = indexOf(on, module, resource.address, quoted.index)
  return index === undefined ? undefined : `${resource.address}${index}.${attribute}`
}

const indexOf = (
  on: ResourceInstance,
  module: ModuleInstance,
  address: string,
  written: string,
): string | undefined => {
  const resource = module.module.resources.get(address)
  if (!resource?.count && !resource?.forEach) return ''
  if (written !== '') return written.replaceAll("'", '"')
  const expansion = on.evaluator.expansionOf(module, resource)
  if (expansion.kind !== 'instances' || expansion.values.size !== 1) return undefined
  const [key] = expansion.values.keys()
  return `[${JSON.stringify(key)}]`
}

/** The key of that name, else the one with the nearest name: one that is called altogether differently is not meant. */
const nearestAddress = (module: ModuleInstance, quoted: QuotedReference): string | undefined => {
  const { resources } = module.module
  if (resources.get(quoted.address)) return quoted.address
  const near = [...resources.keys()]
    .filter((address) => /^(?:data\.)?aws_kms_(?:key|replica_key|external_key|alias)\./.test(address))
    .map((address) => ({ address, distance: distance(normal(address), normal(quoted.address)) }))
    .filter(({ distance: edits }) => edits <= Math.max(2, Math.floor(quoted.name.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.address < b.address ? -1 : 1))
  const [first, second] = near
  return first && first.distance !== second?.distance ? first.address : undefined
}

const normal = (address: string): string => address.toLowerCase().replaceAll('-', '_')

/** Levenshtein's. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
