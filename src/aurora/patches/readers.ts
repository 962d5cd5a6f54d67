/** What a variable or a local value decides. */
import type { AbsentModule, Module } from '../../terraform/configuration.js'
import { referrersTo } from '../../terraform/module-references.js'

/** Types of the resources whose arguments are made of it, in its module and those that it is handed to. */
export const readersOf = (module: Module, root: 'var' | 'local', name: string): ReadonlySet<string> => {
  const types = new Set<string>()
  const seen = new Set<string>()
  const search = (within: Module, root: 'var' | 'local', name: string): void => {
    const place = `${within.directory} ${root}.${name}`
    if (seen.has(place)) return
    seen.add(place)
    for (const { kind, of, argument } of referrersTo(within, root, name)) {
      if (kind === 'resource') types.add(of.type)
      else if (kind === 'local') search(within, 'local', of.name)
      else if (kind === 'call') {
        const isRepetition = argument.name === 'count' || argument.name === 'for_each'
        // Nobody knows what is in it, or all that it makes is decided.
        if (of.module.kind === 'absent' || isRepetition) addTypes(of.module, types)
        else search(of.module, 'var', argument.name)
      }
    }
  }
  search(module, root, name)
  return types
}

/** `module` for one that is not at hand. */
const addTypes = (module: Module | AbsentModule, types: Set<string>): void => {
  if (module.kind === 'absent') {
    types.add('module')
    return
  }
  for (const address of module.resources.keys()) types.add(module.resources.get(address)?.type ?? '')
  for (const call of module.calls.values()) addTypes(call.module, types)
}
