import { compareCodePoints } from '../terraform/values.js'
import type { ClusterGraph, GraphNode, NodeKind } from './cluster-graph.js'
import { Drawing } from './drawing.js'

/**
 * A picture of more nodes of a kind than this is not read: those behind are shown as one, `… and 990 more instances`. It also keeps a
 * graph below 500 edges, the most that Mermaid draws.
 */
export const MOST_OF_A_KIND = 10

const NAMES: Readonly<Record<NodeKind, string>> = {
  cluster: 'clusters',
  instance: 'instances',
  stream: 'streams',
  key: 'keys',
  alias: 'aliases',
  module: 'modules',
  other: 'resources',
  rest: 'others',
}

export interface Folded extends Pick<ClusterGraph, 'nodes' | 'edges'> {
  /** By the address of a `rest`: the addresses that it stands for. */
  readonly hidden: ReadonlyMap<string, readonly string[]>
}

/** Shown before all others of their kind are the preferred ones. */
export const folded = (drawing: Drawing, preferred: ReadonlySet<string>): Folded => {
  const rests = restsOf(drawing.nodes, preferred)
  const hidden = new Map<string, string[]>()
  for (const [address, rest] of rests) {
    const others = hidden.get(rest.address)
    if (others) others.push(address)
    else hidden.set(rest.address, [address])
  }
  if (rests.size === 0) return { nodes: drawing.nodes, edges: drawing.edges, hidden }
  const fewer = new Drawing()
  for (const node of drawing.nodes) fewer.node(rests.get(node.address) ?? node)
  const shown = (address: string): string => rests.get(address)?.address ?? address
  for (const edge of drawing.edges) fewer.edge({ ...edge, from: shown(edge.from), to: shown(edge.to) })
  return { nodes: fewer.nodes, edges: fewer.edges, hidden }
}

/** Those that are shown, and one that stands for the rest: what holds for that is drawn, and nothing for the others. */
export const fewOf = <T extends { readonly address: string }>(
  all: readonly T[],
  preferred: ReadonlySet<string>,
): readonly T[] => (all.length <= MOST_SHOWN ? all : inOrder(all, preferred).slice(0, MOST_SHOWN + 1))

/** One more takes no more room than to say so. */
const MOST_SHOWN = MOST_OF_A_KIND + 1

const inOrder = <T extends { readonly address: string }>(
  all: readonly T[],
  preferred: ReadonlySet<string>,
): readonly T[] => {
  const rank = ({ address }: T): number => (preferred.has(address) ? 0 : 1)
  return [...all].sort((a, b) => rank(a) - rank(b) || compareCodePoints(a.address, b.address))
}

/** By the addresses of the nodes that they stand for. */
const restsOf = (nodes: readonly GraphNode[], preferred: ReadonlySet<string>): ReadonlyMap<string, GraphNode> => {
  const byKind = new Map<NodeKind, GraphNode[]>()
  for (const node of nodes) {
    const others = byKind.get(node.kind)
    if (others) others.push(node)
    else byKind.set(node.kind, [node])
  }
  const rests = new Map<string, GraphNode>()
  for (const [kind, all] of byKind) {
    if (all.length <= MOST_SHOWN) continue
    const surplus = inOrder(all, preferred).slice(MOST_OF_A_KIND)
    const rest: GraphNode = { address: `… and ${surplus.length} more ${NAMES[kind]}`, kind: 'rest' }
    for (const { address } of surplus) rests.set(address, rest)
  }
  return rests
}
