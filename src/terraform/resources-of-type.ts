import type { Module, Resource } from './configuration.js'

/** By what their addresses begin with. */
type ByType = ReadonlyMap<string, readonly string[]>

const known = new WeakMap<Module, ByType>()

/**
 * The resources of these types in a module; no other is read. A type is what its addresses begin with: `aws_kms_key`,
 * `data.aws_kms_key`.
 */
export const resourcesOfType = (module: Module, ...types: readonly string[]): readonly Resource[] => {
  const addresses = known.get(module) ?? byType(module)
  known.set(module, addresses)
  return types.flatMap((type) => addresses.get(type) ?? []).flatMap((address) => module.resources.get(address) ?? [])
}

const byType = ({ resources }: Module): ByType => {
  const found = new Map<string, string[]>()
  for (const address of resources.keys()) {
    const type = address.slice(0, address.lastIndexOf('.'))
    const addresses = found.get(type)
    if (addresses) addresses.push(address)
    else found.set(type, [address])
  }
  return found
}
