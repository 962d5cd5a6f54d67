/** What surrounds the clusters of a run. Loaded by the runs that want it. */
import type { Finding } from '../finding.js'
import type { ClusterGraph } from '../graph/cluster-graph.js'
import { clusterGraphs, type DrawnGraph } from '../graph/cluster-graphs.js'
import { compare } from './order.js'
import type { Root } from './root.js'

export interface RootGraph extends DrawnGraph {
  readonly root: Root
}

/** By root module and cluster. What the findings are about is shown in any case. */
export const graphsOf = (roots: readonly Root[], findings: readonly Finding[]): readonly RootGraph[] =>
  roots
    .flatMap((root) => {
      const preferred = new Set(rulesByAddress(root, findings).keys())
      return clusterGraphs(root.view, { rootModule: root.name, preferred }).map((drawn) => ({ root, ...drawn }))
    })
    .sort((a, b) => compare(a.graph.rootModule, b.graph.rootModule) || compare(a.graph.cluster, b.graph.cluster))

/** With what is wrong. */
export const marked = (graphs: readonly RootGraph[], findings: readonly Finding[]): readonly ClusterGraph[] => {
  const roots = [...new Set(graphs.map(({ root }) => root))]
  const byRoot = new Map(roots.map((root) => [root, rulesByAddress(root, findings)]))
  return graphs.map(({ root, graph, hidden }) => ({
    ...graph,
    nodes: graph.nodes.map((node) => {
      const addresses = hidden.get(node.address) ?? [node.address]
      const rules = new Set(addresses.flatMap((address) => [...(byRoot.get(root)?.get(address) ?? [])]))
      return rules.size > 0 ? { ...node, isFaulty: true, rules: [...rules].sort(compare) } : node
    }),
  }))
}

/** The ids of the rules that found something, by what they found it about. */
const rulesByAddress = (root: Root, findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const byAddress = new Map<string, Set<string>>()
  for (const finding of findings) {
    if (!isOf(root, finding)) continue
    byAddress.set(finding.address, (byAddress.get(finding.address) ?? new Set()).add(finding.rule))
  }
  return byAddress
}

const isOf = ({ name, isOneOfSeveral, document }: Root, { rootModule, location }: Finding): boolean =>
  (rootModule ?? '') === (isOneOfSeveral ? name : '') && (location?.kind !== 'document' || location.file === document)
