import type { ClusterGraph } from '../graph/cluster-graph.js'
import { markdownParts } from '../report/markdown.js'
import { fitted, type MarkdownPart } from '../report/markdown-parts.js'
import { markdownBlock, markdownCode } from '../report/markdown-text.js'
import { mermaid } from '../report/mermaid.js'
import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import type { Job } from './job.js'

/** What GitHub takes of one step, in bytes; of a file that is larger it shows nothing. */
export const MOST_BYTES = 1_048_576
/** Less is not worth a summary. */
const LEAST_BYTES = 1_000

/** Adds the report to the job summary. Returns whether it is there; a notice says why it is not. */
export const writeSummary = async (
  { host, log, workspace, given }: Job,
  report: Report,
  options: ReportOptions,
): Promise<boolean> => {
  const { toolkit, environment } = host
  const room = MOST_BYTES - sizeOf(workspace.io, environment.get('GITHUB_STEP_SUMMARY'))
  if (room < LEAST_BYTES) {
    log.notice('the job summary of this step is full: it has nothing of what was found')
    return false
  }
  try {
    await toolkit.summary.addRaw(summaryText(report, options, given.paths.map(workspace.named), room)).write()
    return true
  } catch (error) {
    log.notice(`there is no job summary: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

/** What a composite action has written in the same step counts. */
const sizeOf = ({ fileSystem }: Job['workspace']['io'], path: string | undefined): number => {
  if (path === undefined || fileSystem.kind(path) !== 'file') return 0
  try {
    return fileSystem.read(path).length
  } catch {
    // Nor can it be written, which is told then.
    return 0
  }
}

/** A table, the findings with their patches, and what surrounds each cluster that something is wrong about; `paths` are what was linted. */
export const summaryText = (
  report: Report,
  options: ReportOptions,
  paths: readonly string[],
  maximumBytes: number,
): string => {
  const [heading, ...parts] = markdownParts(report, { ...options, quiet: false })
  const graphs = report.graphs.filter(({ nodes }) => nodes.some(({ isFaulty }) => isFaulty)).map(graphPart)
  const all = [...(heading ? [heading] : []), ...linted(paths), ...parts, ...graphs]
  return `\n${fitted(all, maximumBytes - 1)}`
}

/** Several runs of one job stand below each other. */
const linted = (paths: readonly string[]): readonly MarkdownPart[] => {
  if (paths.every((path) => path === '.')) return []
  const [first = '', ...others] = paths.slice(0, NAMED).map(markdownCode)
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  return [{ kind: 'heading', text: `\nLinted: ${[first, ...others].join(', ')}${more}\n`, findings: [] }]
}

const NAMED = 8

const graphPart = (graph: ClusterGraph): MarkdownPart => {
  const where = graph.rootModule === '' || graph.rootModule === '.' ? '' : ` in ${markdownCode(graph.rootModule)}`
  const drawing = markdownBlock('mermaid', mermaid(graph).trimEnd().split('\n'))
  return { kind: 'graph', text: `\n### Around ${markdownCode(graph.cluster)}${where}\n\n${drawing}\n`, findings: [] }
}
