/** `depends_on` for streams that wait for no instance: one patch for each block, whatever the number of its instances. */
import { addArgument, argument, type Change, extendNames, fix, names, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Module, ModuleCall, Resource } from '../../terraform/configuration.js'
import type { DependencyGraph } from '../../terraform/dependency-graph.js'
import { referencesIn } from '../../terraform/static-references.js'
import { blockName, type Dependency, type Order } from '../order.js'
import { identityOfBlock } from '../same-block.js'
import { placeOf } from './block-place.js'

export interface MendedOrder extends Order {
  /** Absent where nobody knows whether anything is wrong. */
  readonly fix: Fix | Unmended | undefined
}

export const mendedOrders = (orders: readonly Order[], graph: DependencyGraph): readonly MendedOrder[] => {
  let blocks: ReadonlyMap<string, readonly Dependency[]> | undefined
  return orders.map(
    (order): MendedOrder => ({
      stream: order.stream,
      cluster: order.cluster,
      waits: order.waits,
      get dependencies() {
        return order.dependencies
      },
      get remedy() {
        return order.remedy
      },
      get related() {
        return order.related
      },
      get fix() {
        if (order.waits.verdict !== 'no' || order.dependencies.length === 0) return undefined
        blocks ??= byBlock(orders)
        return patch(order, blocks, graph)
      },
    }),
  )
}

/** What is missing of each block, by whichever of its instances. */
const byBlock = (orders: readonly Order[]): ReadonlyMap<string, readonly Dependency[]> => {
  const blocks = new Map<string, Dependency[]>()
  for (const { waits, dependencies } of orders) {
    if (waits.verdict !== 'no') continue
    for (const dependency of dependencies) {
      const block = identityOfBlock(dependency.module, dependency.waiting)
      blocks.set(block, [...(blocks.get(block) ?? []), dependency])
    }
  }
  return blocks
}

const patch = (
  { dependencies }: Order,
  blocks: ReadonlyMap<string, readonly Dependency[]>,
  graph: DependencyGraph,
): Fix | Unmended => {
  const waiting = new Map(
    dependencies.map((dependency) => [identityOfBlock(dependency.module, dependency.waiting), dependency]),
  )
  const all = [...waiting].flatMap(([block, own]) => blocks.get(block) ?? [own])
  const circular = all.find((one) => graph.waitsFor(one.module, one.awaited, one.waiting))
  if (circular) {
    const { awaited, waiting: block } = circular
    const reason =
      awaited === block
        ? `both are in ${blockName(block)}`
        : `${blockName(awaited)} waits for ${blockName(block)} already`
    return { reason }
  }
  const changes = [...waiting].map(([block, { waiting: own }]) => dependOn(own, distinctNames(blocks.get(block) ?? [])))
  const isSafe = [...waiting.values()].every(({ waiting: own }) => 'address' in own || !readsAnything(own))
  const [first, ...others] = distinctNames(all)
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return fix(isSafe ? 'safe' : 'unsafe', `add ${first}${more} to depends_on`, together(...changes))
}

const distinctNames = (dependencies: readonly Dependency[]): readonly string[] => [
  ...new Set(dependencies.map(({ awaited }) => blockName(awaited))),
]

/** Written into the list that is there, or one of its own. */
export const dependOn = (block: Resource | ModuleCall, added: readonly string[]): Change | Unmended => {
  const place = placeOf(block)
  const list = place.written?.block.body.attributes.get('depends_on')
  if (list) return extendNames(place, list, added)
  // Of a plan's JSON the names alone are at hand.
  const before = place.written ? [] : block.dependsOn.flatMap(({ expression }) => referencesIn(expression).map(text))
  return addArgument(place, argument('depends_on', names(...before, ...added)))
}

const text = ({ root, steps }: ReturnType<typeof referencesIn>[number]): string =>
  [root, ...steps.flatMap((step) => (step.kind === 'attribute' ? [step.name] : []))].join('.')

/**
 * Whether there is a data source behind a call, which then is read only after what the call waits for: what is made of it is not
 * known before. Nobody knows of a module that is not at hand.
 */
const readsAnything = ({ module }: ModuleCall): boolean => module.kind === 'absent' || hasDataSource(module)

const hasDataSource = (module: Module): boolean =>
  [...module.resources.keys()].some((address) => address.startsWith('data.')) ||
  [...module.calls.values()].some(readsAnything)
