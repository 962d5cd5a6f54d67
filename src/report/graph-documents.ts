import type { ClusterGraph } from '../graph/cluster-graph.js'
import { dot } from './dot.js'
import { graphJson } from './graph-json.js'
import { flowchart } from './mermaid.js'

/** All graphs of a run in one document, with its final line feed. */
export type GraphReporter = (graphs: readonly ClusterGraph[]) => string

/** What is written without a layout of ours. Loaded by the runs that draw a graph. */
export const graphDocuments = { mermaid: flowchart, dot, json: graphJson } satisfies Readonly<
  Record<string, GraphReporter>
>
