/**
 * The order that Terraform keeps: references and `depends_on`, through modules in both directions. As in Terraform it holds between
 * resources, not their instances, and a reference counts wherever it stands: in the arm of a condition that is never taken, too.
 */
import type { Step } from '../hcl/syntax.js'
import type { Argument, Module, ModuleCall, Resource } from './configuration.js'
import type { ModuleInstance } from './module-instance.js'
import type { PlannedState } from './planned-state.js'
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
  /** Not even what it is given is known: anything may lie behind it. */
  readonly isDeadEnd?: true
  /** Those of its edges behind which something may lie that nobody can see; all of them where it is absent. */
  readonly openEdges?: () => readonly Node[]
}

export class DependencyGraph {
  readonly planned: PlannedState | undefined
  readonly #root: Place
  readonly #nodes = new Map<string, Node>()
  readonly #edges = new Map<Node, readonly Node[]>()
  readonly #places = new Map<string, Place>()

  constructor(root: Module, planned?: PlannedState) {
    this.#root = { module: root, address: '' }
    this.planned = planned
  }

  /** Whether `from` waits for any of the goals, with the path as evidence. */
  reaches(from: ResourceInstanceReference, goals: readonly ResourceInstanceReference[]): Reachability {
    const start = this.#resourceNode(this.#placeOf(from.module), from.resource)
    return this.#search(start, new Set(goals.map((goal) => this.#resourceId(goal))))
  }

  /** Whether the resource waits for something in the called module, of which nothing is known. */
  reachesCall(from: ResourceInstanceReference, module: ModuleInstance, call: ModuleCall): boolean {
    const start = this.#resourceNode(this.#placeOf(from.module), from.resource)
    const goal = idOf(this.#placeOf(module), `module.${call.name}`)
    return this.#search(start, new Set([goal, `${goal}.output`])).verdict !== 'no'
  }

  #search(start: Node, goals: ReadonlySet<string>): Reachability {
    const certain = this.#spread([start], goals, (node) => (node.blind === undefined ? this.#edgesOf(node) : []))
    if (certain.found) return { verdict: 'yes', path: pathTo(certain.found, certain.cameFrom) }
    const open = this.#spread([start], goals, (node) => node.openEdges?.() ?? this.#edgesOf(node))
    const blind = [...open.cameFrom.keys()].filter((node) => node.blind !== undefined)
    const hiding = open.found ? blind : blind.filter((node) => node.isDeadEnd)
    const because = [...new Set(hiding.flatMap((node) => node.blind ?? []))]
    return because.length > 0 ? { verdict: 'undecided', because } : { verdict: 'no' }
  }

  /** Breadth first, so that the way to the goal is a shortest one. */
  #spread(start: readonly Node[], goals: ReadonlySet<string>, edges: (node: Node) => readonly Node[]) {
    const cameFrom = new Map<Node, Node | undefined>(start.map((node) => [node, undefined]))
    for (const [node] of cameFrom) {
      if (goals.has(node.id)) return { found: node, cameFrom }
      // A map's iterator also visits what is added on the way.
      for (const next of edges(node)) if (!cameFrom.has(next)) cameFrom.set(next, node)
    }
    return { found: undefined, cameFrom }
  }

  #edgesOf(node: Node): readonly Node[] {
    const remembered = this.#edges.get(node)
    if (remembered) return remembered
    const edges = node.edges()
    this.#edges.set(node, edges)
    return edges
  }

  #node(id: string, node: Omit<Node, 'id'>): Node {
    const remembered = this.#nodes.get(id)
    if (remembered) return remembered
    const made: Node = { id, ...node }
    this.#nodes.set(id, made)
    return made
  }

  #resourceId(instance: ResourceInstanceReference): string {
    return idOf(this.#placeOf(instance.module), instance.resource.address)
  }

  #resourceNode(place: Place, resource: Resource): Node {
    const id = idOf(place, resource.address)
    const around = (): readonly Node[] => [...this.#surroundings(place), ...this.#providerNodes(place, resource)]
    const edges = (): readonly Node[] => [...this.#inArguments(place, resourceArguments(resource)), ...around()]
    const { planned } = this
    if (!planned) return this.#node(id, { edges })
    // What the plan knows the value of was not made of anything that is known only after apply.
    const open = (): readonly Argument[] => resourceArguments(resource).filter(({ name }) => !planned.isSettled(id, name))
    return this.#node(id, { edges, openEdges: () => [...this.#inArguments(place, open()), ...around()] })
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
    const edges = (): readonly Node[] => {
      const argument = place.parent?.call.content.arguments.get(name)
      return place.parent && argument ? this.#inArguments(place.parent.instance, [argument]) : []
    }
    return this.#node(idOf(place, `var.${name}`), { edges })
  }

  #local(place: Place, name: string): Node {
    const { locals } = place.module
    const id = idOf(place, `local.${name}`)
    if (!locals) return this.#node(id, { edges: () => [], blind: `a plan's JSON does not hold ${id}`, isDeadEnd: true })
    const local = locals.get(name)
    return this.#node(id, { edges: () => (local ? this.#inArguments(place, [local.argument]) : []) })
  }

  /** An output of a called module, or (without a name that is one) everything in it. */
  #called(place: Place, call: ModuleCall, steps: readonly Step[]): Node {
    const { module } = call
    const id = idOf(place, `module.${call.name}`)
    if (module.kind === 'absent') {
      // As a whole it waits for all that it is given; what one of its outputs waits for, nobody knows.
      const edges = (): readonly Node[] => this.#callInputs(place, call)
      const isWhole = steps.slice(1).every((step) => attributeName(step) === undefined)
      return isWhole
        ? this.#node(id, { edges })
        : this.#node(`${id}.output`, { edges, blind: `${id} is not known: ${module.because}` })
    }
    const inside = this.#inside(place, call, module)
    const name = steps
      .slice(1)
      .map(attributeName)
      .find((step) => step !== undefined)
    const output = name === undefined ? undefined : module.outputs.get(name)
    if (output && name !== undefined) {
      const args = [...(output.value ? [output.value] : []), ...output.dependsOn]
      const edges = (): readonly Node[] => [
        ...this.#inArguments(inside, args),
        ...this.#inArguments(place, callMetaArguments(call)),
      ]
      return this.#node(idOf(inside, `output.${name}`), { edges })
    }
    return this.#node(id, { edges: () => [...this.#everythingIn(inside), ...this.#callInputs(place, call)] })
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
