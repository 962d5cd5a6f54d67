import type { ClusterGraph, GraphEdge, GraphNode } from '../graph/cluster-graph.js'
import { visible } from './control-characters.js'
import { displayWidth } from './display-width.js'
import { type Laid, layered, type Point, type Size } from './layered-layout.js'
import { graphTitle, NO_GRAPH, type NodeLine, nodeLines, shownName } from './node-lines.js'
import { count } from './plural.js'

/** Characters of a name. */
const LONGEST = 48
/** Of a column of text, in the font's size; `textLength` makes every font keep to it. */
const COLUMN = 0.6
const SIZE = 13
const SMALL = 11
const LINE = 18
const PADDING = 12
const MARGIN = 24
const HEADING = 30

const STYLE = [
  'svg { background: #fff; color: #1f2328; --muted: #59636e; --line: #818b98; --box: #f6f8fa; --main: #0969da; --main-box: #ddf4ff; --fault: #d1242f }',
  '@media (prefers-color-scheme: dark) { svg { background: #0d1117; color: #f0f6fc; --muted: #9198a1; --line: #768390; --box: #151b23; --main: #4493f8; --main-box: #121d2f; --fault: #f85149 } }',
  `text { font: ${SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: currentColor; white-space: pre }`,
  '.background { fill: #fff } @media (prefers-color-scheme: dark) { .background { fill: #0d1117 } }',
  `.type, .module, .state, .label { font-size: ${SMALL}px; fill: var(--muted) }`,
  '.name, .heading { font-weight: 600 }',
  `.fault { font-size: ${SMALL}px; fill: var(--fault); font-weight: 600 }`,
  'rect { fill: var(--box); stroke: var(--line) }',
  '.cluster rect { fill: var(--main-box); stroke: var(--main) }',
  '.rest rect { stroke: none }',
  '.faulty rect { stroke: var(--fault); stroke-width: 3 }',
  'path { fill: none; stroke: var(--line); stroke-width: 1.5 }',
  'marker path { fill: var(--line); stroke: none }',
  '.uncertain { stroke-dasharray: 5 4 }',
]

/** A picture of the graphs, one below the other: self-contained, for light and dark, its text as a description for who cannot see it. */
export const graphSvg = (graphs: readonly ClusterGraph[]): string => {
  const sections: string[] = []
  let [top, width] = [MARGIN, 0]
  for (const graph of graphs) {
    const section = picture(graph)
    sections.push(`<g transform="translate(${MARGIN} ${top})">`, ...section.lines.map((line) => `  ${line}`), '</g>')
    width = Math.max(width, section.width)
    top += section.height + MARGIN
  }
  const closing = graphs.length === 0 ? [NO_GRAPH] : graphs.some(hasUncertain) ? [LEGEND] : []
  for (const text of closing) {
    sections.push(textLine({ text, x: MARGIN, y: top + SMALL, kind: 'label' }))
    width = Math.max(width, textWidth(text, SMALL))
    top += LINE + MARGIN / 2
  }
  const [w, h] = [Math.ceil(width + 2 * MARGIN), Math.ceil(top)]
  const lines = [
    '<title id="title">The graph around Aurora clusters</title>',
    `<desc id="desc">${escaped(described(graphs))}</desc>`,
    '<style>',
    ...STYLE.map((rule) => `  ${rule}`),
    '</style>',
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z"/></marker></defs>',
    '<rect class="background" style="stroke: none" width="100%" height="100%"/>',
    ...sections,
  ]
  const size = `width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc">\n${lines
    .map((line) => `  ${line}\n`)
    .join('')}</svg>\n`
}

const LEGEND = 'dashed: not certain, or not there'

const hasUncertain = ({ edges }: ClusterGraph): boolean => edges.some(({ isUncertain }) => isUncertain)

interface Section extends Size {
  readonly lines: readonly string[]
}

interface Box extends Size {
  readonly node: GraphNode
  readonly lines: readonly NodeLine[]
}

const picture = (graph: ClusterGraph): Section => {
  const boxes = new Map(graph.nodes.map((node) => [node.address, boxOf(node)]))
  const laid = layered(
    boxes,
    graph.edges
      .filter(({ from, to }) => boxes.has(from) && boxes.has(to))
      .map((edge) => ({ ...edge, label: roomFor(edge), of: edge })),
  )
  const heading = shownName(graphTitle(graph), 2 * LONGEST)
  return {
    width: Math.max(laid.width, textWidth(heading, SIZE)),
    height: laid.height + HEADING,
    lines: [
      textLine({ text: heading, x: 0, y: SIZE, kind: 'heading' }),
      `<g transform="translate(0 ${HEADING})">`,
      ...laid.arrows.map((arrow) => `  ${arrowPath(arrow)}`),
      ...[...boxes.values()].flatMap((box) =>
        boxLines(box, laid.boxes.get(box.node.address)).map((line) => `  ${line}`),
      ),
      ...laid.arrows.flatMap(({ of, label }) => arrowLabel(of, label).map((line) => `  ${line}`)),
      '</g>',
    ],
  }
}

const boxOf = (node: GraphNode): Box => {
  const lines = nodeLines(node, LONGEST)
  const widest = Math.max(...lines.map(({ kind, text }) => textWidth(text, sizeOf(kind))))
  return { node, lines, width: widest + 2 * PADDING, height: lines.length * LINE + 2 * PADDING - 4 }
}

const boxLines = ({ node, lines, width, height }: Box, middle: Point = { x: 0, y: 0 }): readonly string[] => {
  const [x, y] = [middle.x - width / 2, middle.y - height / 2]
  const classes = [node.kind, ...(node.isFaulty ? ['faulty'] : [])].join(' ')
  return [
    `<g class="${classes}">`,
    `  <title>${escaped(node.address)}</title>`,
    `  <rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${node.kind === 'stream' ? 16 : 4}"/>`,
    ...lines.map(
      ({ kind, text }, at) => `  ${textLine({ text, x: x + PADDING, y: y + PADDING + LINE * at + 10, kind })}`,
    ),
    '</g>',
  ]
}

/** Through all points, the middle of the label among them. */
const arrowPath = ({ of, points }: Laid<GraphEdge>['arrows'][number]): string => {
  const [first, ...rest] = points
  if (!first) return ''
  const way = rest.map((end, at) => {
    const start = points[at] ?? first
    const [before = start, after = end] = [points[at - 1], rest[at + 1]]
    const leaving = { x: start.x + (end.x - before.x) / 9, y: start.y + (end.y - before.y) / 9 }
    const arriving = { x: end.x - (after.x - start.x) / 9, y: end.y - (after.y - start.y) / 9 }
    return `C${[leaving, arriving, end].map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`
  })
  const dashed = of.isUncertain ? ' class="uncertain"' : ''
  return `<path${dashed} marker-end="url(#head)" d="M${round(first.x)} ${round(first.y)}${way.join('')}"/>`
}

const labelOf = ({ label = '' }: GraphEdge): string => shownName(label, LONGEST)

const roomFor = (edge: GraphEdge): Size => {
  const text = labelOf(edge)
  return text === '' ? { width: 0, height: 0 } : { width: textWidth(text, SMALL) + 8, height: LINE }
}

/** On a ground of its own: the arrow goes through it. */
const arrowLabel = (edge: GraphEdge, { x, y }: Point): readonly string[] => {
  const text = labelOf(edge)
  if (text === '') return []
  const { width, height } = roomFor(edge)
  const left = x - width / 2
  return [
    `<rect class="background" style="stroke: none" x="${round(left)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}"/>`,
    textLine({ text, x: left + 4, y: y + 4, kind: 'label' }),
  ]
}

type TextKind = NodeLine['kind'] | 'label' | 'heading'

interface TextLine extends Point {
  readonly text: string
  readonly kind: TextKind
}

const textLine = ({ text, x, y, kind }: TextLine): string => {
  const length = round(textWidth(text, sizeOf(kind)))
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
}

const sizeOf = (kind: TextKind): number => (kind === 'name' || kind === 'heading' ? SIZE : SMALL)

const textWidth = (text: string, size: number): number => displayWidth(text) * size * COLUMN

const round = (number: number): number => Math.round(number * 10) / 10

/** The same in sentences. */
const described = (graphs: readonly ClusterGraph[]): string => {
  if (graphs.length === 0) return `${NO_GRAPH}.`
  return graphs
    .map((graph) =>
      [
        `Around ${graphTitle(graph)}: ${count(graph.nodes.length, 'resource')}.`,
        ...graph.edges.map(
          ({ from, to, label, isUncertain }) =>
            `${from} ${isUncertain ? 'perhaps ' : ''}${label === undefined ? 'waits for' : `names (${label})`} ${to}.`,
        ),
        ...graph.nodes.flatMap(({ address, isFaulty, rules = ['faulty'] }) =>
          isFaulty ? [`Wrong with ${address}: ${rules.join(', ')}.`] : [],
        ),
      ].join(' '),
    )
    .join(' ')
}

/** Characters that XML has no place for. */
const IMPOSSIBLE = /[\ud800-\udfff\ufffe\uffff]/gu

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

const escaped = (text: string): string =>
  visible(text)
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? '')
