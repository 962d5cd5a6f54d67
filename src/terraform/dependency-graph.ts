/**
 * The order that Terraform keeps: references and `depends_on`, through modules in both directions. As in Terraform it holds between
 * resources, not their instances, and a reference counts wherever it stands: in the arm of a condition that is never taken, too.
 */
import type { Step } from '../hcl/syntax.js'
import type { Argument, Module, ModuleCall, Resource } from './configuration.js'
import type { Evaluator } from './evaluator.js'
import type { ModuleInstance } from './module-instance.js'
import type { PlannedState } from './planned-state.js'
import { providerOf } from './providers.js'
import { type Receiver, receiverName } from './receiver.js'
import type { ResourceInstanceReference } from './reference.js'
import { argumentsIn, referencesIn, type StaticReference } from './static-references.js'

export type Reachability =
  | { readonly verdict: 'yes'; readonly path: readonly string[] }
  | { readonly verdict: 'no' }
  | { readonly verdict: 'undecided'; readonly because: readonly string[] }

/** From one resource to the next on a way, both by their addresses without keys. */
export interface Hop {
  readonly from: string
  readonly to: string
  /** The argument that refers to it: `depends_on`, `resource_arn`, `depends_on of module.stream`; absent of a provider's. */
  readonly by?: string
}

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
  /** Of a resource: its type. */
  readonly type?: string
  /** Those of its edges by which a value can come; of a module that is better left unread, by what it is given. */
  readonly valueEdges?: () => readonly Node[]
  /** Behind it nobody can see: whatever is reached only through it is not certain. */
  readonly blind?: string
  /** Not even what it is given is known: anything may lie behind it. */
  readonly isDeadEnd?: true
  /** Those of its edges behind which something may lie that nobody can see; all of them where it is absent. */
  readonly openEdges?: () => readonly Node[]
  /** Of a resource: the argument by which it has this one among its edges. */
  readonly argumentFor?: (next: Node) => string | undefined
}

const graphs = new WeakMap<Evaluator, DependencyGraph>()

/** One for all that ask about the same configuration. */
export const graphOf = (evaluator: Evaluator): DependencyGraph => {
  const graph = graphs.get(evaluator) ?? new DependencyGraph(evaluator.root.module, evaluator.planned)
  graphs.set(evaluator, graph)
  return graph
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

  /** A shortest way on which `from` waits for the goal, over the resources between them; empty where none is certain. */
  wayTo(from: ResourceInstanceReference, goal: ResourceInstanceReference): readonly Hop[] {
    const reached = this.reaches(from, [goal])
    if (reached.verdict !== 'yes') return []
    const nodes = reached.path.flatMap((id) => this.#nodes.get(id) ?? [])
    const resources = nodes.flatMap((node, at) => (node.type === undefined ? [] : [{ node, next: nodes[at + 1] }]))
    return resources.flatMap(({ node, next }, at) => {
      const to = resources[at + 1]?.node
      const by = next && node.argumentFor?.(next)
      return to ? [{ from: node.id, to: to.id, ...(by !== undefined && { by }) }] : []
    })
  }

  /** Whether the resource waits for something in the called module, of which nothing is known. */
  reachesCall(from: ResourceInstanceReference, module: ModuleInstance, call: ModuleCall): boolean {
    const start = this.#resourceNode(this.#placeOf(from.module), from.resource)
    const goal = idOf(this.#placeOf(module), `module.${call.name}`)
    const isGoal = ({ id }: Node): boolean => id === goal || id.startsWith(`${goal}.output.`)
    return this.#spread([start], isGoal, (node) => this.#edgesOf(node)).found !== undefined
  }

  /** Whether all that a call is given, and with it whatever is made of that, waits for any of the goals. */
  callReaches(module: ModuleInstance, call: ModuleCall, goals: readonly ResourceInstanceReference[]): Reachability {
    return this.#search(this.#callNode(module, call), new Set(goals.map((goal) => this.#resourceId(goal))))
  }

  /** The outputs of a called module that a resource, or another call, waits for; `undefined` among them for all that is in the module. */
  outputsReached(
    from: ResourceInstanceReference | { readonly module: ModuleInstance; readonly call: ModuleCall },
    module: ModuleInstance,
    call: ModuleCall,
  ): ReadonlySet<string | undefined> {
    const start =
      'call' in from
        ? this.#callNode(from.module, from.call)
        : this.#resourceNode(this.#placeOf(from.module), from.resource)
    const whole = idOf(this.#placeOf(module), `module.${call.name}`)
    const { cameFrom } = this.#spread(
      [start],
      () => false,
      (node) => this.#edgesOf(node),
    )
    const outputs = new Set<string | undefined>()
    for (const { id } of cameFrom.keys()) {
      if (id === whole) outputs.add(undefined)
      else if (id.startsWith(`${whole}.output.`)) outputs.add(id.slice(`${whole}.output.`.length))
    }
    return outputs
  }

  /**
   * Whether anything of `what` waits for anything of `other` already, both in the same module: `other` could not wait for it without
   * a cycle. What is behind a module that nobody can see counts as far as that is given something.
   */
  waitsFor(module: ModuleInstance, what: Resource | ModuleCall, other: Resource | ModuleCall): boolean {
    const place = this.#placeOf(module)
    const start = 'address' in what ? [this.#resourceNode(place, what)] : [this.#called(place, what, [])]
    const goal = idOf(place, blockAddress(other))
    const isGoal = ({ id }: Node): boolean => id === goal || (!('address' in other) && id.startsWith(`${goal}.`))
    return this.#spread(start, isGoal, (node) => this.#edgesOf(node)).found !== undefined
  }

  /**
   * Whether anything that is referred to waits for the receiver already, in the same module: given such a reference it would wait for
   * itself. Of what a call is given the called module as a whole counts, and those of its outputs that are made of that very input.
   */
  waitsForReceiver(module: ModuleInstance, references: readonly StaticReference[], receiver: Receiver): boolean {
    const place = this.#placeOf(module)
    const name = receiverName(receiver)
    const goals = new Set([idOf(place, name)])
    if (receiver.kind === 'input') goals.add(idOf(place, `${name}.var.${receiver.name}`))
    const start = references.flatMap((reference) => this.#target(place, reference))
    return (
      this.#spread(
        start,
        ({ id }) => goals.has(id),
        (node) => this.#edgesOf(node),
      ).found !== undefined
    )
  }

  /** What a call is given, without the call itself. */
  #callNode(module: ModuleInstance, call: ModuleCall): Node {
    const place = this.#placeOf(module)
    return this.#node(`${idOf(place, `module.${call.name}`)}(inputs)`, { edges: () => this.#callInputs(place, call) })
  }

  /**
   * Whether the argument can be made of anything of a resource type, as far as can be told without reading modules that do not hold it:
   * what such a module is given may come out of it again.
   */
  mayMention(module: ModuleInstance, argument: Argument, type: string): boolean {
    const start = this.#inArguments(this.#placeOf(module), [argument])
    const isGoal = (node: Node): boolean => node.type === type
    return this.#spread(start, isGoal, (node) => node.valueEdges?.() ?? this.#edgesOf(node)).found !== undefined
  }

  #search(start: Node, goals: ReadonlySet<string>): Reachability {
    const isGoal = (node: Node): boolean => goals.has(node.id)
    const certain = this.#spread([start], isGoal, (node) => (node.blind === undefined ? this.#edgesOf(node) : []))
    if (certain.found) return { verdict: 'yes', path: pathTo(certain.found, certain.cameFrom) }
    const open = this.#spread([start], isGoal, (node) => node.openEdges?.() ?? this.#edgesOf(node))
    const blind = [...open.cameFrom.keys()].filter((node) => node.blind !== undefined)
    const hiding = open.found ? blind : blind.filter((node) => node.isDeadEnd)
    const because = [...new Set(hiding.flatMap((node) => node.blind ?? []))]
    return because.length > 0 ? { verdict: 'undecided', because } : { verdict: 'no' }
  }

  /** Breadth first, so that the way to the goal is a shortest one. */
  #spread(start: readonly Node[], isGoal: (node: Node) => boolean, edges: (node: Node) => readonly Node[]) {
    const cameFrom = new Map<Node, Node | undefined>(start.map((node) => [node, undefined]))
    const found = start.find(isGoal)
    if (found) return { found, cameFrom }
    // A map's iterator also visits what is added on the way.
    for (const [node] of cameFrom) {
      for (const next of edges(node)) {
        if (cameFrom.has(next)) continue
        cameFrom.set(next, node)
        if (isGoal(next)) return { found: next, cameFrom }
      }
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
    const { type } = resource
    const valueEdges = (): readonly Node[] => this.#inArguments(place, [...argumentsIn(resource.content)])
    const argumentFor = (next: Node): string | undefined =>
      this.#argumentFor(next, place, resourceArguments(resource))?.name ?? this.#argumentAround(next, place)
    if (!planned) return this.#node(id, { edges, type, valueEdges, argumentFor })
    // What the plan knows the value of was not made of anything that is known only after apply.
    const open = (): readonly Argument[] =>
      resourceArguments(resource).filter(({ name }) => !planned.isSettled(id, name))
    return this.#node(id, {
      edges,
      type,
      valueEdges,
      argumentFor,
      openEdges: () => [...this.#inArguments(place, open()), ...around()],
    })
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

  #argumentFor(next: Node, place: Place, args: readonly Argument[]): Argument | undefined {
    return args.find((argument) => this.#inArguments(place, [argument]).includes(next))
  }

  /** The same of the calls that lead to a module. */
  #argumentAround(next: Node, { parent }: Place): string | undefined {
    if (!parent) return undefined
    const { call, instance: caller } = parent
    const argument = this.#argumentFor(next, caller, callMetaArguments(call))
    return argument ? `${argument.name} of ${idOf(caller, `module.${call.name}`)}` : this.#argumentAround(next, caller)
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
      const variable = place.module.variables.get(name)
      // A validation may ask about other variables: who reads this one waits for those.
      const asked = variable ? this.#inArguments(place, [...argumentsIn(variable.content)]) : []
      return place.parent && argument ? [...this.#inArguments(place.parent.instance, [argument]), ...asked] : asked
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
    const id = idOf(place, `module.${call.name}`)
    const inputs = (): readonly Node[] => this.#callInputs(place, call)
    const name = steps
      .slice(1)
      .map(attributeName)
      .find((step) => step !== undefined)
    const named = name === undefined ? id : `${id}.output.${name}`
    if (!call.relevant) {
      return this.#node(named, { edges: () => this.#intoModule(place, call, name), valueEdges: inputs })
    }
    const { module } = call
    if (module.kind === 'absent' && name !== undefined) {
      // What one of its outputs waits for, nobody knows; as a whole it waits for all that it is given.
      return this.#node(named, { edges: inputs, blind: `${id} is not known: ${module.because}` })
    }
    return this.#node(named, { edges: () => this.#intoModule(place, call, name) })
  }

  #intoModule(place: Place, call: ModuleCall, name: string | undefined): readonly Node[] {
    const { module } = call
    if (module.kind === 'absent') return this.#callInputs(place, call)
    const inside = this.#inside(place, call, module)
    const output = name === undefined ? undefined : module.outputs.get(name)
    if (!output) return [...this.#everythingIn(inside), ...this.#callInputs(place, call)]
    // What its preconditions ask about is waited for, too.
    const args = [...(output.value ? [output.value] : []), ...output.dependsOn, ...argumentsIn(output.content)]
    return [...this.#inArguments(inside, args), ...this.#inArguments(place, callMetaArguments(call))]
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

const blockAddress = (block: Resource | ModuleCall): string =>
  'address' in block ? block.address : `module.${block.name}`

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
