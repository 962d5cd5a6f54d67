import { editDistance } from '../source/nearest-name.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { Value } from '../terraform/value.js'
import { keyIdAttribute } from './kms-key-reference.js'
import type { QuotedReference } from './quoted-reference.js'
import type { ResourceInstance } from './resource-instance.js'

/** The reference that somebody meant when they quoted one. */
export interface MeantKey {
  readonly reference: string
  /** False where nothing has that name, and the nearest key is taken for it. */
  readonly exact: boolean
}

/** `undefined` where there is nothing like it. */
export const meantKey = (on: ResourceInstance, value: Value, quoted: QuotedReference): MeantKey | undefined => {
  const module = value.origin?.module ?? on.reference.module
  if (isNamed(module, quoted)) return { reference: quoted.text, exact: true }
  if (keyIdAttribute(quoted.mode, quoted.type) === undefined) return undefined
  const address = nearestAddress(module, quoted)
  const resource = address === undefined ? undefined : module.module.resources.get(address)
  const attribute = resource && keyIdAttribute(resource.mode, resource.type)
  if (!resource || attribute === undefined) return undefined
  const index = indexOf(on, module, resource.address, quoted.index)
  if (index === undefined) return undefined
  return { reference: `${resource.address}${index}.${attribute}`, exact: address === quoted.address }
}

/** A variable, a local value or an output that exists: its value is what somebody chose. */
const isNamed = ({ module }: ModuleInstance, { type, name, attribute }: QuotedReference): boolean => {
  if (type === 'var') return module.variables.has(name)
  if (type === 'local') return module.locals?.has(name) ?? false
  if (type !== 'module' || attribute === undefined) return false
  const called = module.calls.get(name)?.module
  return called?.kind === 'module' && called.outputs.has(attribute)
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

/** The key of that name, else the one with the nearest name; none where two are equally near. */
const nearestAddress = (module: ModuleInstance, quoted: QuotedReference): string | undefined => {
  const { resources } = module.module
  if (resources.get(quoted.address)) return quoted.address
  const [first, second] = [...resources.keys()]
    .filter((address) => /^(?:data\.)?aws_kms_(?:key|replica_key|external_key|alias)\./.test(address))
    .map((address) => ({ address, distance: editDistance(normal(address), normal(quoted.address)) }))
    .sort((a, b) => a.distance - b.distance)
  return first && first.distance !== second?.distance ? first.address : undefined
}

const normal = (address: string): string => address.toLowerCase().replaceAll('-', '_')
