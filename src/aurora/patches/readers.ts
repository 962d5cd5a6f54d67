/** What a variable or a local value decides. */
import type { Argument, Module } from '../../terraform/configuration.js'
import { argumentsIn, referencesIn } from '../../terraform/static-references.js'

type Kind = 'var' | 'local'

/** Types of the resources whose arguments are made of it, in its module and those that it is handed to. */
export const readersOf = (module: Module, kind: Kind, name: string): ReadonlySet<string> => {
  const types = new Set<string>()
  const seen = new Set<string>()
  const search = (within: Module, kind: Kind, name: string): void => {
    const place = `${within.directory} ${kind}.${name}`
    if (seen.has(place)) return
    seen.add(place)
    const reads = (args: Iterable<Argument | undefined>): boolean =>
      [...args].some((argument) => argument !== undefined && mentions(argument, kind, name))
    for (const address of within.resources.keys()) {
      const resource = within.resources.get(address)
      if (resource && reads([resource.count, resource.forEach, ...argumentsIn(resource.content)]))
        types.add(resource.type)
    }
    for (const { name: local, argument } of within.locals?.values() ?? [])
      if (reads([argument])) search(within, 'local', local)
    for (const { module: called, content, count, forEach } of within.calls.values()) {
      const handed = [...content.arguments.values()].filter((argument) => mentions(argument, kind, name))
      // Nobody knows what is in it, or all that it makes is decided.
      if (called.kind === 'absent' ? handed.length > 0 || reads([count, forEach]) : reads([count, forEach]))
        addTypes(called.kind === 'absent' ? undefined : called, types)
      if (called.kind === 'module') for (const argument of handed) search(called, 'var', argument.name)
    }
  }
  search(module, kind, name)
  return types
}

/** `module` for one that is not at hand. */
const addTypes = (module: Module | undefined, types: Set<string>): void => {
  if (!module) {
    types.add('module')
    return
  }
  for (const address of module.resources.keys()) types.add(module.resources.get(address)?.type ?? '')
  for (const { module: called } of module.calls.values()) addTypes(called.kind === 'module' ? called : undefined, types)
}

const mentions = ({ expression }: Argument, kind: Kind, name: string): boolean =>
  referencesIn(expression).some(
    ({ root, steps: [first] }) => root === kind && first?.kind === 'attribute' && first.name === name,
  )
