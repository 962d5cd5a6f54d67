import { editDistance } from '../../source/nearest-name.js'
import { keyIdentity } from '../../terraform/address.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { Symbolic, Value } from '../../terraform/value.js'
import { hasFailed } from '../../terraform/values.js'
import type { QuotedReference } from '../quoted-reference.js'
import { siblingOutputs } from '../reachable-names.js'
import type { ResourceInstance } from '../resource-instance.js'
import { keyForm, keyIdAttribute } from './kms-attributes.js'

/** The reference that somebody meant when they quoted one. */
export interface MeantKey {
  readonly reference: string
  /** False where nothing has that name, and the nearest key is taken for it. */
  readonly exact: boolean
  /** False where nothing there names the key's bare ID, but something its ARN or an alias. */
  readonly isBare: boolean
}

/** What the text is an argument of. */
export type KeyOwner = Pick<ResourceInstance, 'where' | 'evaluator'>

/** `undefined` where there is nothing like it, and of what is sensitive: what was meant by it would tell it. */
export const meantKey = (on: KeyOwner, value: Value, quoted: QuotedReference): MeantKey | undefined => {
  if (value.sensitive) return undefined
  const { module: own, repetition } = on.where
  const module = value.origin?.module ?? own
  const read = (text: string): Value => on.evaluator.text(text, module, module === own ? repetition : undefined)
  const meant = read(quoted.text)
  if (!hasFailed(meant) && meant.kind !== 'opaque') {
    const found = keyIdReference(quoted.text, meant, module, read)
    if (found) return { ...found, exact: true }
  }
  if (keyIdAttribute(quoted.mode, quoted.type) === undefined) return undefined
  const address = nearestAddress(module, quoted)
  const resource = address === undefined ? undefined : module.module.resources.get(address)
  const attribute = resource && keyIdAttribute(resource.mode, resource.type)
  if (!resource || attribute === undefined) return undefined
  const index = indexOf(on, module, resource.address, quoted.index)
  if (index === undefined) return undefined
  return { reference: `${resource.address}${index}.${attribute}`, exact: address === quoted.address, isBare: true }
}

/** The text as it reads the bare key ID, where it names an attribute of a key; what stands for something else is taken as it is. */
const keyIdReference = (
  text: string,
  meant: Value,
  module: ModuleInstance,
  read: (text: string) => Value,
): Omit<MeantKey, 'exact'> | undefined => {
  if (meant.kind !== 'symbolic') return { reference: text, isBare: true }
  const { resource } = meant.of
  const attribute = keyIdAttribute(resource.mode, resource.type)
  if (attribute === undefined) return meant.path.length === 0 ? undefined : { reference: text, isBare: true }
  // An output, or an attribute of a local value, is called what it is called: another name may be nobody's.
  const reference = namesOfKeyId(text, meant, attribute, module).find((name) => isKeyIdOf(meant, name, read))
  if (reference !== undefined) return { reference, isBare: true }
  return meant.path.length === 0 ? undefined : { reference: text, isBare: false }
}

/** What might name the ID of the key, the likeliest first. */
const namesOfKeyId = (
  text: string,
  { of, path }: Symbolic,
  attribute: string,
  module: ModuleInstance,
): readonly string[] => {
  const last = path.at(-1)
  const own = text.endsWith(`.${last}`) ? [`${text.slice(0, -String(last).length)}${attribute}`] : []
  const beside = of.module === module && of.key.kind === 'none' ? [`${of.resource.address}.${attribute}`] : []
  return [...(last === undefined ? [`${text}.${attribute}`] : own), text, ...siblingOutputs(text, module), ...beside]
}

/** Whether a name, as `read` reads it, is the bare ID of the same key or alias. */
export const isKeyIdOf = ({ of }: Pick<Symbolic, 'of'>, name: string, read: (text: string) => Value): boolean => {
  const value = read(name)
  return (
    value.kind === 'symbolic' &&
    !value.sensitive &&
    keyForm(value) === 'key-id' &&
    value.of.resource === of.resource &&
    value.of.module === of.module &&
    keyIdentity(value.of.key) === keyIdentity(of.key)
  )
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
