import { editDistance } from '../../source/nearest-name.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Value } from '../../terraform/value.js'
import { hasFailed } from '../../terraform/values.js'
import type { QuotedReference } from '../quoted-reference.js'
import type { ResourceInstance } from '../resource-instance.js'
import { keyIdAttribute } from './kms-attributes.js'

/** The reference that somebody meant when they quoted one. */
export interface MeantKey {
  readonly reference: string
  /** False where nothing has that name, and the nearest key is taken for it. */
  readonly exact: boolean
}

/** What the text is an argument of. */
export type KeyOwner = Pick<ResourceInstance, 'where' | 'evaluator'>

/** `undefined` where there is nothing like it, and of what is sensitive: what was meant by it would tell it. */
export const meantKey = (on: KeyOwner, value: Value, quoted: QuotedReference): MeantKey | undefined => {
  if (value.sensitive) return undefined
  const { module: own, repetition } = on.where
  const module = value.origin?.module ?? own
  const meant = on.evaluator.text(quoted.text, module, module === own ? repetition : undefined)
  if (!hasFailed(meant) && meant.kind !== 'opaque') {
    const reference = keyIdReference(quoted.text, meant)
    if (reference !== undefined) return { reference, exact: true }
  }
  if (keyIdAttribute(quoted.mode, quoted.type) === undefined) return undefined
  const address = nearestAddress(module, quoted)
  const resource = address === undefined ? undefined : module.module.resources.get(address)
  const attribute = resource && keyIdAttribute(resource.mode, resource.type)
  if (!resource || attribute === undefined) return undefined
  const index = indexOf(on, module, resource.address, quoted.index)
  if (index === undefined) return undefined
  return { reference: `${resource.address}${index}.${attribute}`, exact: address === quoted.address }
}

/** The text as it reads the bare key ID, where it names an attribute of a key; what stands for something else is taken as it is. */
const keyIdReference = (text: string, meant: Value): string | undefined => {
  if (meant.kind !== 'symbolic') return text
  const { resource } = meant.of
  const attribute = keyIdAttribute(resource.mode, resource.type)
  const last = meant.path.at(-1)
  if (attribute === undefined) return meant.path.length === 0 ? undefined : text
  if (last === undefined) return `${text}.${attribute}`
  return text.endsWith(`.${last}`) ? `${text.slice(0, -String(last).length)}${attribute}` : text
}

const indexOf = (on: KeyOwner, module: ModuleInstance, address: string, written: string): string | undefined => {
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
