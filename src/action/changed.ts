import { posix } from 'node:path'
import type { Engine } from '../cli/engine.js'
import { countsOf, type Finding } from '../finding.js'
import type { ClusterGraph, GraphNode } from '../graph/cluster-graph.js'
import { isConfigurationFile, isValuesFile } from '../lint/module-files.js'
import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import { changedBlocks } from './changed-blocks.js'
import type { ChangedFile } from './pull-request/index.js'
import type { Workspace } from './workspace.js'

type IsWanted = (finding: Finding) => boolean

/**
 * Findings in the changed files, and those that rest on something in them. A change reaches further where it takes something away or changes
 * values, into all of its directory and what that calls; and where it changes calls, into the modules that a root module calls. Findings of a
 * plan without its source are in no file, and stay.
 */
export const inChanged = (
  files: readonly ChangedFile[],
  { named, repositoryPath }: Pick<Workspace, 'named' | 'repositoryPath'>,
): IsWanted => {
  const changed = new Set(files.map(({ path }) => path))
  const reached = (reach: Reach): ReadonlySet<string> =>
    new Set(files.filter((file) => reachOf(file) === reach).flatMap(directoriesOf))
  const [whole, calling] = [reached('directory'), reached('calls')]
  // A link changes by itself and with what it leads to.
  const isChanged = (path: string): boolean => changed.has(named(path)) || changed.has(repositoryPath(path))
  return ({ location, related, home }) => {
    if (location?.kind !== 'source') return true
    const directory = posix.dirname(named(location.source.path))
    const root = posix.normalize(home)
    const restsOn = [location, ...related.flatMap((each) => each.location ?? [])]
    return (
      restsOn.some((place) => place.kind === 'source' && isChanged(place.source.path)) ||
      whole.has(directory) ||
      whole.has(root) ||
      (root !== directory && calling.has(root))
    )
  }
}

/** How far a change of a file makes itself felt: in what stands there, in the modules that are called, or in all of its directory. */
type Reach = 'file' | 'calls' | 'directory'

/** Terraform lays these over blocks of other files. */
const OVERRIDE = /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/

const reachOf = ({ path, status, patch }: ChangedFile): Reach => {
  if (isValuesFile(path) || OVERRIDE.test(path) || status === 'renamed' || status === 'removed') return 'directory'
  if (patch === undefined || path.endsWith('.json')) return status === 'added' ? 'calls' : 'directory'
  const { isTakenAway, areValuesChanged, areCallsChanged } = changedBlocks(patch)
  if (isTakenAway || areValuesChanged) return 'directory'
  return areCallsChanged ? 'calls' : 'file'
}

const directoriesOf = ({ path, previousPath = path }: ChangedFile): readonly string[] =>
  [path, previousPath].filter(isRead).map((each) => posix.dirname(each))

const isRead = (path: string): boolean => isConfigurationFile(posix.basename(path)) || isValuesFile(path)

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
