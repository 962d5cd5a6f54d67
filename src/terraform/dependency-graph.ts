/**
 * The order that Terraform keeps: references and `depends_on`, through modules in both directions. As in Terraform it holds between
 * resources, not their instances, and a reference counts wherever it stands: in the arm of a condition that is never taken, too.
 */
import type { Step } from '../hcl/syntax.js'
import type { Argument, Module, ModuleCall, Resource } from './configuration.js'
import type { ModuleInstance } from './module-instance.js'
import { providerOf } from './providers.js'
import type { ResourceInstanceReference } from './reference.js'
import { argumentsIn, referencesIn, type StaticReference } from './static-references.js'

export type Reachability =
  | { readonly verdict: 'yes'; readonly path: readonly string[] }
  | { readonly verdict: 'no' }
  | { readonly verdict: 'undecided'; readonly because: readonly string[] }

/** A module in the configuration, whatever its instances. */
interface Place {
  readonly module: Module
  readonly address: string
  readonly parent?: { readonly instance: Place; readonly call: ModuleCall }
}

interface Node {
  /** `module.db.aws_rds_cluster.main`, `module.db.var.name`: unique in the configuration. */
  readonly id: string
  readonly edges: () => readonly Node[]
  /** Behind it nobody can see: whatever is reached only through it is not certain. */
  readonly blind?: string
}

export class DependencyGraph {
  readonly #root: Place
  readonly #nodes = new Map<string, Node>()
  readonly #edges = new Map<Node, readonly Node[]>()
  readonly #places = new Map<string, Place>()

  constructor(root: Module) {
    this.#root = { module: root, address: '' }
  }

  /** Whether `from` waits for any of the goals, with the path as evidence. */
  reaches(from: ResourceInstanceReference, goals: readonly ResourceInstanceReference[]): Reachability {
    const start = this.#resourceNode(this.#placeOf(from.module), from.resource)
    return this.#search(start, new Set(goals.map((goal) => this.#resourceId(goal))))
  }

  /** Whether anything in the called module can wait for any of the goals: all that it is given. */
  callReaches(module: ModuleInstance, call: ModuleCall, goals: readonly ResourceInstanceReference[]): boolean {
    const place = this.#placeOf(module)
    const node: Node = {
      id: `${idOf(place, `module.${call.name}`)} (call)`,
      edges: () => this.#callInputs(place, call),
    }
    return this.#search(node, new Set(goals.map((goal) => this.#resourceId(goal)))).verdict === 'yes'
  }

  /** Whether the resource waits for something in the called module, of which nothing is known. */
  reachesCall(from: ResourceInstanceReference, module: ModuleInstance, call: ModuleCall): boolean {
    const start = this.#resourceNode(this.#placeOf(from.module), from.resource)
    const goal = idOf(this.#placeOf(module), `module.${call.name}`)
    return this.#search(start, new Set([goal])).verdict !== 'no'
  }

  #search(start: Node, goals: ReadonlySet<string>): Reachability {
    const cameFrom = new Map<Node, Node | undefined>([[start, undefined]])
    const blind: Node[] = []
    const certain = this.#spread([start], goals, cameFrom, blind)
    if (certain) return { verdict: 'yes', path: pathTo(certain, cameFrom) }
    const inSight = blind.flatMap((node) => this.#edgesOf(node).filter((next) => !cameFrom.has(next)))
    for (const next of inSight) cameFrom.set(next, undefined)
    const behind = this.#spread(inSight, goals, cameFrom, blind)
    const lost = blind.filter((node) => node.blind !== undefined && this.#edgesOf(node).length === 0)
    const because = (behind ? blind : lost).flatMap((node) => node.blind ?? [])
    return because.length > 0 && (behind || lost.length > 0)
      ? { verdict: 'undecided', because: [...new Set(because)] }
      : { verdict: 'no' }
  }

  /** Breadth first, so that the path is a shortest one; stops at blind nodes, which it collects. */
  #spread(
    start: readonly Node[],
    goals: ReadonlySet<string>,
    cameFrom: Map<Node, Node | undefined>,
    blind: Node[],
  ): Node | undefined {
    const queue = [...start]
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at]
      if (!node) break
      if (goals.has(node.id)) return node
      if (node.blind !== undefined) {
        blind.push(node)
        continue
      }
      for (const next of this.#edgesOf(node)) {
        if (cameFrom.has(next)) continue
        cameFrom.set(next, node)
        queue.push(next)
      }
    }
    return undefined
  }

  #edgesOf(node: Node): readonly Node[] {
    const remembered = this.#edges.get(node)
    if (remembered) return remembered
    const edges = node.edges()
    this.#edges.set(node, edges)
    return edges
  }

  #node(id: string, edges: () => readonly Node[], blind?: string): Node {
    const remembered = this.#nodes.get(id)
    if (remembered) return remembered
    const node: Node = blind === undefined ? { id, edges } : { id, edges, blind }
    this.#nodes.set(id, node)
    return node
  }

  #resourceId(instance: ResourceInstanceReference): string {
    return idOf(this.#placeOf(instance.module), instance.resource.address)
  }

  #resourceNode(place: Place, resource: Resource): Node {
    return this.#node(idOf(place, resource.address), () => [
      ...this.#inArguments(place, resourceArguments(resource)),
      ...this.#surroundings(place),
      ...this.#providerNodes(place, resource),
    ])
  }

  #providerNodes(place: Place, resource: Resource): readonly Node[] {
    const provider = providerOf(place, resource)
    if (!provider) return []
    let owner = place
    for (let up = provider.levelsUp; up > 0 && owner.parent; up -= 1) owner = owner.parent.instance
    return this.#inArguments(owner, [...argumentsIn(provider.configuration.content)])
  }

  /** What everything in a module waits for: the `depends_on`, `count` and `for_each` of the calls that lead to it. */
  #surroundings(place: Place): readonly Node[] {
    if (!place.parent) return []
    const { call, instance: caller } = place.parent
    return [...this.#inArguments(caller, callMetaArguments(call)), ...this.#surroundings(caller)]
  }

  #inArguments(place: Place, args: readonly Argument[]): readonly Node[] {
    return args.flatMap((argument) =>
      referencesIn(argument.expression).flatMap((reference) => this.#target(place, reference)),
    )
  }

  #target(place: Place, { root, steps }: StaticReference): readonly Node[] {
    const first = attributeName(steps[0])
    if (first === undefined) return []
    switch (root) {
      case 'var':
        return [this.#variable(place, first)]
      case 'local':
        return [this.#local(place, first)]
      case 'module': {
        const call = place.module.calls.get(first)
        return call ? [this.#called(place, call, steps)] : []
      }
      case 'data':
        return this.#declared(place, `data.${first}.${attributeName(steps[1])}`)
      case 'resource':
        return this.#declared(place, `${first}.${attributeName(steps[1])}`)
      default:
        return this.#declared(place, `${root}.${first}`)
    }
  }

  #declared(place: Place, address: string): readonly Node[] {
    const resource = place.module.resources.get(address)
    return resource ? [this.#resourceNode(place, resource)] : []
  }

  #variable(place: Place, name: string): Node {
    return this.#node(idOf(place, `var.${name}`), () => {
      const argument = place.parent?.call.content.arguments.get(name)
      return place.parent && argument ? this.#inArguments(place.parent.instance, [argument]) : []
    })
  }

  #local(place: Place, name: string): Node {
    const { locals } = place.module
    const id = idOf(place, `local.${name}`)
    if (!locals) return this.#node(id, () => [], `a plan's JSON does not hold ${id}`)
    return this.#node(id, () => {
      const local = locals.get(name)
      return local ? this.#inArguments(place, [local.argument]) : []
    })
  }

  /** An output of a called module, or (without a name that is one) everything in it. */
  #called(place: Place, call: ModuleCall, steps: readonly Step[]): Node {
    const { module } = call
    const id = idOf(place, `module.${call.name}`)
    if (module.kind === 'absent') {
      return this.#node(id, () => this.#callInputs(place, call), `${id} is not known: ${module.because}`)
    }
    const inside = this.#inside(place, call, module)
    const name = steps
      .slice(1)
      .map(attributeName)
      .find((step) => step !== undefined)
    const output = name === undefined ? undefined : module.outputs.get(name)
    if (output && name !== undefined) {
      const args = [...(output.value ? [output.value] : []), ...output.dependsOn]
      return this.#node(idOf(inside, `output.${name}`), () => [
        ...this.#inArguments(inside, args),
        ...this.#inArguments(place, callMetaArguments(call)),
      ])
    }
    return this.#node(id, () => [...this.#everythingIn(inside), ...this.#callInputs(place, call)])
  }

  #everythingIn(place: Place): readonly Node[] {
    const { resources, calls } = place.module
    const own = [...resources.keys()].flatMap((address) => this.#declared(place, address))
    return [...own, ...[...calls.values()].map((call) => this.#called(place, call, []))]
  }

  #callInputs(place: Place, call: ModuleCall): readonly Node[] {
    return [
      ...this.#inArguments(place, [...argumentsIn(call.content), ...callMetaArguments(call)]),
      ...this.#surroundings(place),
    ]
  }

  #inside(place: Place, call: ModuleCall, module: Module): Place {
    const address = idOf(place, `module.${call.name}`)
    const remembered = this.#places.get(address)
    if (remembered) return remembered
    const inside: Place = { module, address, parent: { instance: place, call } }
    this.#places.set(address, inside)
    return inside
  }

  #placeOf(instance: ModuleInstance): Place {
    const { parent, module } = instance
    return parent ? this.#inside(this.#placeOf(parent.instance), parent.call, module) : this.#root
  }
}

const idOf = (place: Place, name: string): string => (place.address === '' ? name : `${place.address}.${name}`)

const attributeName = (step: Step | undefined): string | undefined =>
  step?.kind === 'attribute' ? step.name : undefined

const resourceArguments = (resource: Resource): readonly Argument[] => [
  ...argumentsIn(resource.content),
  ...(resource.lifecycle ? argumentsIn(resource.lifecycle.content) : []),
  ...present(resource.count, resource.forEach),
  ...resource.dependsOn,
]

const callMetaArguments = (call: ModuleCall): readonly Argument[] => [
  ...present(call.count, call.forEach),
  ...call.dependsOn,
]

const present = (...args: readonly (Argument | undefined)[]): readonly Argument[] =>
  args.filter((argument) => argument !== undefined)

const pathTo = (end: Node, cameFrom: ReadonlyMap<Node, Node | undefined>): readonly string[] => {
  const path: string[] = []
  for (let node: Node | undefined = end; node; node = cameFrom.get(node)) path.unshift(node.id)
  return path
}
