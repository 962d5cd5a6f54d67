import type { ClusterGraph, GraphEdge, GraphNode, NodeKind } from '../graph/cluster-graph.js'
import { visible } from './control-characters.js'
import { nodeLines, shortened } from './node-lines.js'

/** Mermaid draws nothing of a text that is longer (`maxTextSize`), and GitHub has left it at that. */
const MOST_CHARACTERS = 50_000
/** Characters of a name, the first that makes the text short enough. */
const LONGEST = [100, 50, 25, 12]

/** Between two dollars, which begin a formula however they are written. */
const ZERO_WIDTH_SPACE = '\u200b'

/** The brackets that give a node its shape. */
const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
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
 * something; a dashed arrow is a relation that something unknown stands between. No name of the configuration can break out of its label.
 */
export const mermaid = (graph: ClusterGraph): string => {
  let drawn = ''
  for (const longest of LONGEST) {
    drawn = flowchart(graph, longest)
    if (drawn.length <= MOST_CHARACTERS) break
  }
  return drawn
}

const flowchart = ({ nodes, edges }: ClusterGraph, longest: number): string => {
  const ids = new Map(nodes.map(({ address }, at) => [address, `n${at + 1}`]))
  const faulty = nodes.filter(({ isFaulty }) => isFaulty).flatMap(({ address }) => ids.get(address) ?? [])
  const lines = [
    'flowchart LR',
    ...nodes.map((node) => `  ${ids.get(node.address)}${shape(node, longest)}`),
    ...edges.flatMap((edge) => {
      const [from, to] = [ids.get(edge.from), ids.get(edge.to)]
      return from === undefined || to === undefined ? [] : [`  ${from} ${arrow(edge, longest)} ${to}`]
    }),
    ...(faulty.length > 0 ? ['  classDef faulty stroke:#d1242f,stroke-width:3px', `  class ${faulty} faulty`] : []),
  ]
  return `${lines.join('\n')}\n`
}

const shape = (node: GraphNode, longest: number): string => {
  const [open, close] = SHAPES[node.kind]
  return `${open}"${nodeLines(node, longest).map(escaped).join('<br>')}"${close}`
}

const arrow = ({ label, isUncertain }: GraphEdge, longest: number): string => {
  const line = isUncertain ? '-.->' : '-->'
  return label === undefined || label === '' ? line : `${line}|"${escaped(shortened(visible(label), longest))}"|`
}

/**
 * In Mermaid's entity codes, all but what means nothing anywhere in its language, in HTML and in Markdown. A colon does: what stands
 * behind one on a line with `style` in it is taken apart before any label is read.
 */
const escaped = (text: string): string =>
  text.replaceAll('$$', `$${ZERO_WIDTH_SPACE}$`).replace(/[^\w ./()[\]✗…-]/gu, (character) => `#${character.codePointAt(0)};`)
