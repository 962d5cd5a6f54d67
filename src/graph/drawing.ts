import { instanceAddress } from '../terraform/address.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import { compareCodePoints } from '../terraform/values.js'
import type { GraphEdge, GraphNode } from './cluster-graph.js'

/** A graph that is being made: each node and each edge once, whoever comes upon it. */
export class Drawing {
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges = new Map<string, GraphEdge>()
  /** By the address of their block without any keys: the addresses of the nodes. */
  readonly #byBlock = new Map<string, string[]>()

  /** Returns its address. */
  node(node: GraphNode, block = node.address): string {
    const { address } = node
    if (this.#nodes.has(address)) return address
    this.#nodes.set(address, node)
    const others = this.#byBlock.get(block)
    if (others) others.push(address)
    else this.#byBlock.set(block, [address])
    return address
  }

  resource(reference: ResourceInstanceReference, node: Omit<GraphNode, 'address'>): string {
    return this.node({ address: instanceAddress(reference), ...node }, blockOf(reference))
  }

  has(address: string): boolean {
    return this.#nodes.has(address)
  }

  /** The nodes of a block, by its address without any keys. */
  ofBlock(block: string): readonly string[] {
    return this.#byBlock.get(block) ?? []
  }

  /** What is certain stays so, whoever else says perhaps. */
  edge(edge: GraphEdge): void {
    if (edge.from === edge.to) return
    const id = JSON.stringify([edge.from, edge.to, edge.label])
    const before = this.#edges.get(id)
    if (!before || before.isUncertain) this.#edges.set(id, edge)
  }

  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()].sort((a, b) => compareCodePoints(a.address, b.address))
  }

  get edges(): readonly GraphEdge[] {
    return [...this.#edges.values()].sort(
      (a, b) =>
        compareCodePoints(a.from, b.from) ||
        compareCodePoints(a.to, b.to) ||
        compareCodePoints(a.label ?? '', b.label ?? ''),
    )
  }
}

/** As the dependency graph calls it. */
export const blockOf = ({ module, resource }: ResourceInstanceReference): string =>
  [...module.path.map((name) => `module.${name}`), resource.address].join('.')

/** An edge of which nobody is sure. */
export const perhaps = (isUncertain: boolean): { readonly isUncertain?: true } => (isUncertain ? { isUncertain } : {})
