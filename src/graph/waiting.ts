/** What a stream waits for: the instances of its cluster, whatever stands between, and what its `depends_on` names beside. */
import type { ResourceInstance } from '../aurora/resource-instance.js'
import type { Stream } from '../aurora/stream.js'
import { within } from '../terraform/address.js'
import type { Module, ModuleCall, Resource } from '../terraform/configuration.js'
import { graphOf } from '../terraform/dependency-graph.js'
import { referencesIn, type StaticReference } from '../terraform/static-references.js'
import { blockOf, type Drawing, perhaps } from './drawing.js'
import { fewOf } from './fold.js'
import { kindOf } from './kind.js'

/** The instances have to be drawn before; of very many, the preferred ones come first. */
export const drawWaiting = (
  drawing: Drawing,
  stream: Stream,
  instances: readonly ResourceInstance[],
  { isUncertain, preferred }: { readonly isUncertain: boolean; readonly preferred: ReadonlySet<string> },
): void => {
  // Terraform orders blocks, not their instances.
  const byBlock = new Map<string, ResourceInstance[]>()
  for (const instance of instances) {
    const block = blockOf(instance.reference)
    const others = byBlock.get(block)
    if (others) others.push(instance)
    else byBlock.set(block, [instance])
  }
  for (const [block, all] of byBlock) {
    const [first, ...others] = fewOf(all, preferred)
    if (first) drawWay(drawing, stream, { block, instances: [first, ...others], isUncertain })
  }
  drawDependencies(drawing, stream, isUncertain)
}

interface Awaited {
  /** By its address without keys. */
  readonly block: string
  readonly instances: readonly [ResourceInstance, ...ResourceInstance[]]
  readonly isUncertain: boolean
}

const drawWay = (drawing: Drawing, stream: Stream, { block, instances, isUncertain }: Awaited): void => {
  const goals = instances.map(({ address }) => address)
  const way = graphOf(stream.evaluator).wayTo(stream.reference, instances[0].reference)
  const own = blockOf(stream.reference)
  const nodesOf = (id: string): readonly string[] =>
    id === own ? [stream.address] : id === block ? goals : drawBetween(drawing, id)
  for (const { from, to, by } of way) {
    for (const start of nodesOf(from))
      for (const end of nodesOf(to))
        drawing.edge({ from: start, to: end, ...(by !== undefined && { label: by }), ...perhaps(isUncertain) })
  }
  if (way.length > 0 || stream.waitsForAny(instances).verdict !== 'undecided') return
  for (const to of goals) drawing.edge({ from: stream.address, to, isUncertain: true })
}

const drawBetween = (drawing: Drawing, block: string): readonly string[] => {
  const drawn = drawing.ofBlock(block)
  if (drawn.length > 0) return drawn
  const [, data, type = ''] = /(?:^|\.)(data\.)?([^.]+)\.[^.]+$/.exec(block) ?? []
  return [drawing.node({ address: block, kind: kindOf({ mode: data === undefined ? 'managed' : 'data', type }) })]
}

/** What else it names there, be it of no use. */
const drawDependencies = (drawing: Drawing, { address, reference }: Stream, isUncertain: boolean): void => {
  const { module, resource } = reference
  for (const entry of resource.dependsOn) {
    for (const named of referencesIn(entry.expression)) {
      const block = namedBlock(module.module, named)
      if (!block) continue
      for (const to of drawDependency(drawing, block, reference))
        drawing.edge({ from: address, to, label: 'depends_on', ...perhaps(isUncertain) })
    }
  }
}

const drawDependency = (
  drawing: Drawing,
  block: Resource | ModuleCall,
  { module }: Stream['reference'],
): readonly string[] => {
  if ('address' in block) {
    const id = blockOf({ module, resource: block, key: { kind: 'none' } })
    const drawn = drawing.ofBlock(id)
    return drawn.length > 0
      ? drawn
      : [drawing.node({ address: within(module, block.address), kind: kindOf(block) }, id)]
  }
  // What is in a module that is at hand, and matters, is drawn by itself.
  if (block.module.kind !== 'absent') return []
  const address = within(module, `module.${block.name}`)
  const drawn = drawing.ofBlock(address)
  return drawn.length > 0 ? drawn : [drawing.node({ address, kind: 'module' })]
}

const namedBlock = (module: Module, { root, steps }: StaticReference): Resource | ModuleCall | undefined => {
  const [first, second] = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined))
  switch (root) {
    case 'module':
      return module.calls.get(first ?? '')
    case 'data':
      return module.resources.get(`data.${first}.${second}`)
    case 'resource':
      return module.resources.get(`${first}.${second}`)
    default:
      return module.resources.get(`${root}.${first}`)
  }
}
