import type { ClusterGraph, GraphEdge, GraphNode, NodeKind } from '../graph/cluster-graph.js'
import { graphTitle, NO_GRAPH, nodeLines, shownName } from './node-lines.js'

/** Mermaid draws nothing of a text that is longer (`maxTextSize`), or has more edges (`maxEdges`), and GitHub has left it at that. */
const MOST_CHARACTERS = 50_000
const MOST_EDGES = 500
/** Characters of a name, the first that makes the text short enough. */
const LONGEST = [100, 50, 25]
/** The same of the last resort. */
const SHORTEST = 12

/** Between two dollars, which begin a formula however they are written. */
const ZERO_WIDTH_SPACE = '\u200b'

/** The brackets that give a node its shape. */
const SHAPES: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  cluster: ['[(', ')]'],
  instance: ['[', ']'],
  stream: ['([', '])'],
  key: ['{{', '}}'],
  alias: ['(', ')'],
  module: ['[[', ']]'],
  other: ['[', ']'],
  rest: ['(', ')'],
}

/**
 * The graph as a `flowchart` in Mermaid's language, ending in a line feed. Faulty nodes are outlined and name the rules that found
 * something; a dashed arrow is a relation that is not certain. No name of the configuration can break out of its label.
 */
export const mermaid = (graph: ClusterGraph): string => flowchart([graph])

/** Several in one flowchart, each in a frame; as many as Mermaid draws, then how many more there are. */
export const flowchart = (graphs: readonly ClusterGraph[]): string => {
  for (const longest of LONGEST) {
    const all = drawn(graphs, graphs.length, longest)
    if (isShort(all)) return all
  }
  const [least = SHORTEST] = LONGEST.slice(-1)
  let [fitting, tooMany] = [0, graphs.length]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (isShort(drawn(graphs, middle, least))) fitting = middle
    else tooMany = middle
  }
  return fitting > 0 ? drawn(graphs, fitting, least) : drawn(graphs, 1, SHORTEST)
}

const isShort = (text: string): boolean =>
  text.length <= MOST_CHARACTERS && text.split('\n').filter((line) => ARROW.test(line)).length <= MOST_EDGES

const ARROW = /^ *n\d+ -/

const drawn = (graphs: readonly ClusterGraph[], shown: number, longest: number): string => {
  const faulty: string[] = []
  let last = 0
  const ids = (nodes: readonly GraphNode[]): ReadonlyMap<string, string> => {
    const named = new Map<string, string>()
    for (const { address, isFaulty } of nodes) {
      last += 1
      named.set(address, `n${last}`)
      if (isFaulty) faulty.push(`n${last}`)
    }
    return named
  }
  const lines = graphs.slice(0, shown).flatMap((graph, at) => {
    const inside = body(graph, ids(graph.nodes), longest)
    if (graphs.length === 1) return inside
    const title = escaped(shownName(graphTitle(graph), 2 * longest))
    return [`subgraph g${at + 1}["${title}"]`, ...['direction LR', ...inside].map((line) => `  ${line}`), 'end']
  })
  if (graphs.length === 0) lines.push(`n1["${NO_GRAPH}"]`)
  if (graphs.length > shown) lines.push(`rest("… and ${graphs.length - shown} more clusters")`)
  if (faulty.length > 0) lines.push('classDef faulty stroke:#d1242f,stroke-width:3px', `class ${faulty} faulty`)
  return `${['flowchart LR', ...lines.map((line) => `  ${line}`)].join('\n')}\n`
}

const body = ({ nodes, edges }: ClusterGraph, ids: ReadonlyMap<string, string>, longest: number): readonly string[] => [
  ...nodes.map((node) => `${ids.get(node.address)}${shape(node, longest)}`),
  ...edges.flatMap((edge) => {
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)]
    return from === undefined || to === undefined ? [] : [`${from} ${arrow(edge, longest)} ${to}`]
  }),
]

const shape = (node: GraphNode, longest: number): string => {
  const [open, close] = SHAPES[node.kind]
  const lines = nodeLines(node, longest).map(({ text }) => escaped(text))
  return `${open}"${lines.join('<br>')}"${close}`
}

const arrow = ({ label = '', isUncertain }: GraphEdge, longest: number): string => {
  const line = isUncertain ? '-.->' : '-->'
  return label === '' ? line : `${line}|"${escaped(shownName(label, longest))}"|`
}

/**
 * In Mermaid's entity codes, all but what means nothing anywhere in its language, in HTML and in Markdown. A colon does: what stands
 * behind one on a line with `style` in it is taken apart before any label is read.
 */
const escaped = (text: string): string =>
  text
    .replaceAll('$$', `$${ZERO_WIDTH_SPACE}$`)
    .replace(/[^\w ./()[\]✗…-]/gu, (character) => `#${character.codePointAt(0)};`)
