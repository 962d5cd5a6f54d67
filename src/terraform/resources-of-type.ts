import type { Module, Resource } from './configuration.js'

/** By what their addresses begin with. */
type ByType = Map<string, readonly Resource[]>

const addresses = new WeakMap<Module, ReadonlyMap<string, readonly string[]>>()
const resources = new WeakMap<Module, ByType>()

/** Those of a module, of which no other is read. A type is what its addresses begin with: `aws_kms_key`, `data.aws_kms_key`. */
export const resourcesOfType = (module: Module, type: string): readonly Resource[] => {
  const known: ByType = resources.get(module) ?? new Map()
  resources.set(module, known)
  const found = known.get(type) ?? addressesOf(module, type).flatMap((address) => module.resources.get(address) ?? [])
  known.set(type, found)
  return found
}

const addressesOf = (module: Module, type: string): readonly string[] => {
  const known = addresses.get(module) ?? byType(module)
  addresses.set(module, known)
  return known.get(type) ?? []
}

const byType = (module: Module): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const address of module.resources.keys()) {
    const type = address.slice(0, address.lastIndexOf('.'))
    const others = found.get(type)
    if (others) others.push(address)
    else found.set(type, [address])
  }
  return found
}
