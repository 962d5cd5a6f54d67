/** Where the boxes and arrows of a picture go, in layers from left to right. */
import { Graph, layout } from '@dagrejs/dagre'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Arrow<T> {
  readonly from: string
  readonly to: string
  /** Room for what stands on it; nothing where it is zero. */
  readonly label: Size
  readonly of: T
}

export interface Laid<T> extends Size {
  /** The middles of the boxes, by their ids. */
  readonly boxes: ReadonlyMap<string, Point>
  /** `points` lead from one box's side to the other's; `label` is the middle of it. */
  readonly arrows: readonly { readonly of: T; readonly points: readonly Point[]; readonly label: Point }[]
}

/** What we use of the library: its own declarations cannot be resolved as it ships them. */
interface LayoutGraph {
  setGraph(options: object): void
  graph(): Size
  setNode(id: string, size: Size): void
  node(id: string): Point
  setEdge(from: string, to: string, label: object, name: string): void
  edge(from: string, to: string, name: string): Point & { readonly points: readonly Point[] }
}

const GAPS = { rankdir: 'LR', nodesep: 28, ranksep: 56, edgesep: 16 }

/** Units are the caller's. Deterministic. */
export const layered = <T>(boxes: ReadonlyMap<string, Size>, arrows: readonly Arrow<T>[]): Laid<T> => {
  const graph: LayoutGraph = new Graph({ multigraph: true })
  graph.setGraph(GAPS)
  // The library keeps plain objects: `__proto__` is no key for those.
  const ids = new Map([...boxes.keys()].map((id, at) => [id, `box ${at}`]))
  const idOf = (box: string): string => ids.get(box) ?? ''
  for (const [id, { width, height }] of boxes) graph.setNode(idOf(id), { width, height })
  // It fills a layer from below.
  for (const [at, { from, to, label }] of [...arrows.entries()].reverse()) {
    graph.setEdge(idOf(from), idOf(to), { ...label, labelpos: 'c' }, `arrow ${at}`)
  }
  layout(graph)
  const { width, height } = graph.graph()
  return {
    width,
    height,
    boxes: new Map([...boxes.keys()].map((id) => [id, graph.node(idOf(id))])),
    arrows: arrows.map(({ from, to, of }, at) => {
      const { points, x, y } = graph.edge(idOf(from), idOf(to), `arrow ${at}`)
      return { of, points, label: { x, y } }
    }),
  }
}
