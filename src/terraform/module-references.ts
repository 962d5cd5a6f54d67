/** What the blocks of a module refer to, whatever it is worth. */
import type { Argument, Local, Module, ModuleCall, Output, ProviderConfiguration, Resource } from './configuration.js'
import { argumentsIn, referencesIn, type StaticReference } from './static-references.js'

/** An argument, and what it is written for. */
type Held = { readonly argument: Argument } & (
  | { readonly kind: 'resource'; readonly of: Resource }
  | { readonly kind: 'call'; readonly of: ModuleCall }
  | { readonly kind: 'local'; readonly of: Local }
  | { readonly kind: 'output'; readonly of: Output }
  | { readonly kind: 'provider'; readonly of: ProviderConfiguration }
)

export type Referrer = Held & { readonly reference: StaticReference }

const known = new WeakMap<Module, ReadonlyMap<string, readonly Referrer[]>>()

/** All that refer to `var.key`, to `local.key`, to `module.db` or to `aws_kms_key.main` by these two words. */
export const referrersTo = (module: Module, root: string, name: string): readonly Referrer[] =>
  indexOf(module).get(`${root}.${name}`) ?? []

/** All that refer to any local value. */
export const referrersToLocals = (module: Module): readonly Referrer[] =>
  [...indexOf(module)].flatMap(([name, referrers]) => (name.startsWith('local.') ? referrers : []))

const indexOf = (module: Module): ReadonlyMap<string, readonly Referrer[]> => {
  const byName = known.get(module) ?? index(module)
  known.set(module, byName)
  return byName
}

const index = (module: Module): ReadonlyMap<string, readonly Referrer[]> => {
  const byName = new Map<string, Referrer[]>()
  for (const held of argumentsOf(module)) {
    for (const reference of referencesIn(held.argument.expression)) {
      const [first] = reference.steps
      if (first?.kind !== 'attribute') continue
      const name = `${reference.root}.${first.name}`
      const others = byName.get(name)
      if (others) others.push({ ...held, reference })
      else byName.set(name, [{ ...held, reference }])
    }
  }
  return byName
}

/** Each once, those of nested blocks included. */
function* argumentsOf(module: Module): Generator<Held> {
  for (const address of module.resources.keys()) {
    const of = module.resources.get(address)
    if (!of) continue
    const inLifecycle = of.lifecycle ? argumentsIn(of.lifecycle.content) : []
    const own = [...argumentsOfBlock(of), of.count, of.forEach, ...inLifecycle]
    for (const argument of distinct(own)) yield { kind: 'resource', of, argument }
  }
  for (const of of module.calls.values()) {
    const own = [...argumentsOfBlock(of), of.count, of.forEach]
    for (const argument of distinct(own)) yield { kind: 'call', of, argument }
  }
  for (const of of module.locals?.values() ?? []) yield { kind: 'local', of, argument: of.argument }
  for (const of of module.outputs.values()) {
    const own = [of.value, ...argumentsOfBlock(of)]
    for (const argument of distinct(own)) yield { kind: 'output', of, argument }
  }
  for (const of of module.providers) {
    for (const argument of argumentsIn(of.content)) yield { kind: 'provider', of, argument }
  }
}

/** `depends_on` by its entries, which may be quoted, and not as the list that they stand in as well. */
const argumentsOfBlock = ({
  content,
  dependsOn,
}: Pick<Resource | ModuleCall | Output, 'content' | 'dependsOn'>): readonly Argument[] => {
  const list = dependsOn.length > 0 ? content.arguments.get('depends_on') : undefined
  return [...[...argumentsIn(content)].filter((argument) => argument !== list), ...dependsOn]
}

const distinct = (all: readonly (Argument | undefined)[]): ReadonlySet<Argument> =>
  new Set(all.filter((argument) => argument !== undefined))
