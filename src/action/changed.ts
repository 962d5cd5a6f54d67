import { posix } from 'node:path'
import type { Engine } from '../cli/engine.js'
import { countsOf, type Finding } from '../finding.js'
import type { ClusterGraph, GraphNode } from '../graph/cluster-graph.js'
import { isConfigurationFile, isValuesFile } from '../lint/module-files.js'
import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import type { ChangedFile } from './pull-request/index.js'

type IsWanted = (finding: Finding) => boolean

/** A line that is gone with which a block began. */
const TAKEN_AWAY = /^-\s*(?:resource|module)\s/m

/**
 * Findings in the changed files. Of a directory from which a file or a block was taken away, or in which values have changed, those in
 * all of its files: what that leaves behind shows elsewhere. Findings of a plan without its source are in no file, and stay.
 */
export const inChanged = (files: readonly ChangedFile[], repositoryPath: (path: string) => string): IsWanted => {
  const changed = new Set(files.map(({ path }) => path))
  const directories = new Set(files.flatMap(directoriesOf))
  return ({ location }) => {
    if (location?.kind !== 'source') return true
    const path = repositoryPath(location.source.path)
    return changed.has(path) || directories.has(posix.dirname(path))
  }
}

const directoriesOf = ({ path, status, previousPath, patch }: ChangedFile): readonly string[] => {
  if (isValuesFile(path)) return [posix.dirname(path)]
  if (status === 'renamed')
    return [path, previousPath ?? path].filter(isConfiguration).map((each) => posix.dirname(each))
  if (!isConfiguration(path) || status === 'added') return []
  const isTakenAway = status === 'removed' || patch === undefined || path.endsWith('.json') || TAKEN_AWAY.test(patch)
  return isTakenAway ? [posix.dirname(path)] : []
}

const isConfiguration = (path: string): boolean => isConfigurationFile(posix.basename(path))

/** The engine, reporting only those findings; all is judged. */
export const reporting = (engine: Engine, isWanted: IsWanted): Engine => {
  const lint = async (options: LintOptions): Promise<Report> => only(await engine.lint(options), isWanted)
  return { ...engine, lint, mend: async (options) => (await import('../fix/index.js')).mend(lint, options) }
}

const only = (report: Report, isWanted: IsWanted): Report => {
  const findings = report.findings.filter(isWanted)
  const suppressed = report.suppressed.filter(({ finding }) => isWanted(finding))
  const summary = { ...report.summary, ...countsOf(findings), suppressed: suppressed.length }
  const graphs = report.graphs.map((graph) => remarked(graph, findings))
  return { ...report, findings, suppressed, graphs, summary }
}

/** The graph with the marks of these findings alone. */
const remarked = (graph: ClusterGraph, findings: readonly Finding[]): ClusterGraph => {
  const isKept = (node: GraphNode, rule: string): boolean =>
    findings.some(
      (each) =>
        each.rule === rule &&
        each.address === node.address &&
        (each.rootModule ?? graph.rootModule) === graph.rootModule,
    )
  const nodes = graph.nodes.map(({ isFaulty, rules = [], ...node }): GraphNode => {
    const kept = rules.filter((rule) => isKept(node, rule))
    return kept.length === 0 ? node : { ...node, ...(isFaulty && { isFaulty }), rules: kept }
  })
  return { ...graph, nodes }
}
