import type { ClusterGraph, GraphNode, NodeKind } from '../graph/cluster-graph.js'
import { graphTitle, NO_GRAPH, nodeLines, shownName } from './node-lines.js'

/** Characters of a name. */
const LONGEST = 100

const SHAPES: Readonly<Record<NodeKind, string>> = {
  cluster: 'shape=cylinder',
  instance: 'shape=box',
  stream: 'shape=box, style=rounded',
  key: 'shape=hexagon',
  alias: 'shape=ellipse',
  module: 'shape=component',
  other: 'shape=box',
  rest: 'shape=plaintext',
}

/** The graphs in Graphviz's language, each in a frame of its own. */
export const dot = (graphs: readonly ClusterGraph[]): string => {
  let last = 0
  const frames = graphs.flatMap((graph, at) => {
    const ids = new Map(
      graph.nodes.map(({ address }) => {
        last += 1
        return [address, `n${last}`]
      }),
    )
    return [
      `subgraph cluster_${at + 1} {`,
      ...[`label=${quoted(shownName(graphTitle(graph), LONGEST))}`, ...body(graph, ids)].map((line) => `  ${line}`),
      '}',
    ]
  })
  const lines = ['rankdir=LR', 'node [fontname="monospace"]', 'edge [fontname="monospace"]', ...frames]
  if (graphs.length === 0) lines.push(`n1 [label=${quoted(NO_GRAPH)}, shape=plaintext]`)
  return `${['digraph {', ...lines.map((line) => `  ${line}`), '}'].join('\n')}\n`
}

const body = ({ nodes, edges }: ClusterGraph, ids: ReadonlyMap<string, string>): readonly string[] => [
  ...nodes.map((node) => `${ids.get(node.address)} [${nodeAttributes(node)}]`),
  ...edges.flatMap(({ from, to, label = '', isUncertain }) => {
    const ends = [ids.get(from), ids.get(to)]
    if (ends.includes(undefined)) return []
    const attributes = [
      ...(label === '' ? [] : [`label=${quoted(shownName(label, LONGEST))}`]),
      ...(isUncertain ? ['style=dashed'] : []),
    ]
    return [`${ends.join(' -> ')}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''}`]
  }),
]

const nodeAttributes = (node: GraphNode): string => {
  const label = quoted(...nodeLines(node, LONGEST).map(({ text }) => text))
  return [`label=${label}`, SHAPES[node.kind], ...(node.isFaulty ? ['color="#d1242f"', 'penwidth=3'] : [])].join(', ')
}

/** A string over several lines. Graphviz reads escapes (`\N` is the node's name) and HTML's entities in it. */
const quoted = (...lines: readonly string[]): string =>
  `"${lines.map((line) => line.replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&')).join('\\n')}"`
