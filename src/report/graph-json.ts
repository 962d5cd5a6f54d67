import type { ClusterGraph } from '../graph/cluster-graph.js'
import { name, version } from '../project.js'
import { safeJson } from './control-characters.js'

/** For programs: `schemas/graph.schema.json`. */
export const graphJson = (graphs: readonly ClusterGraph[]): string =>
  `${safeJson({
    schemaVersion: '1',
    tool: { name, version },
    graphs: graphs.map(({ rootModule, cluster, nodes, edges }) => ({
      ...(rootModule !== '' && { rootModule }),
      cluster,
      nodes: nodes.map(({ address, kind, state, rules = [] }) => ({ address, kind, state, rules })),
      edges: edges.map(({ from, to, label, isUncertain = false }) => ({ from, to, label, uncertain: isUncertain })),
    })),
  })}\n`
