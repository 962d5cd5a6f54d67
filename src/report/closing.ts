import { name } from '../project.js'
import type { Group } from './grouping.js'
import { count } from './plural.js'
import type { Report } from './report.js'
import type { ReportOptions } from './reporter.js'

/** `3 Aurora clusters, all streamed`, or what else there is to say of what was checked. */
export const coverage = (report: Report): string => {
  const covered = coverageOf(report)
  return isIncomplete(report) ? `${covered}; not all input could be read` : covered
}

/** What is said where nothing is reported. */
export const nothingFound = (report: Report): string => {
  const { suppressed, streamed, auroraClusters } = report.summary
  if (suppressed > 0) return `${tally(report)}; ${coverage(report)}`
  // Files or rules that were not asked for have a word in it.
  return streamed < auroraClusters ? `no findings in what was asked for; ${coverage(report)}` : coverage(report)
}

/** Nothing was found, and nothing stands in the way of saying so. */
export const isAllWell = (report: Report): boolean =>
  report.findings.length === 0 && !isIncomplete(report) && !hasUnreadCalls(report)

/** What was not read may hold anything. */
const isIncomplete = ({ diagnostics }: Report): boolean => diagnostics.some(({ severity }) => severity === 'error')

/** Where no Aurora cluster was seen, one may be in the modules that were not. */
const hasUnreadCalls = ({ summary, stats }: Report): boolean => summary.auroraClusters === 0 && stats.absentCalls > 0

const coverageOf = (report: Report): string => {
  const { auroraClusters, streamed, undecided } = report.summary
  if (auroraClusters === 0) return withoutAurora(report)
  const rest = undecided > 0 ? `, ${undecided} undecided` : ''
  const clusters = count(auroraClusters, 'Aurora cluster')
  // Beside errors, "streamed" would read as if all were well: a stream that is there may not work.
  if (report.findings.length + report.suppressed.length > 0)
    return `${isDeployed(report) ? 'activity stream on' : 'stream declared for'} ${streamed} of ${clusters}${rest}`
  if (streamed === auroraClusters) return `${clusters}, ${auroraClusters > 1 ? 'all ' : ''}streamed`
  return `${clusters}, ${streamed === 0 ? 'none' : streamed} streamed${rest}`
}

/** Nothing is declared where it is said what exists. */
const isDeployed = ({ stats }: Report): boolean => (stats.deployed ?? 0) > 0 && stats.plans + stats.rootModules === 0

const withoutAurora = (report: Report): string => {
  const { absentCalls } = report.stats
  if (absentCalls > 0) {
    const unread = `${count(absentCalls, 'module call')} ${absentCalls === 1 ? 'was' : 'were'} not read`
    return `${clustersOf(report)}; ${unread}: run terraform init`
  }
  return isAllWell(report) ? `nothing to check: ${clustersOf(report)}` : clustersOf(report)
}

const clustersOf = (report: Report): string => {
  const { clusters } = report.summary
  if (clusters > 0) return `${count(clusters, 'cluster')}, none of them Aurora`
  return isIncomplete(report) ? 'no Aurora cluster found' : `no Aurora cluster in ${inputs(report.stats)}`
}

const inputs = ({ filesRead, plans, deployed = 0 }: Report['stats']): string =>
  [
    filesRead > 0 || plans + deployed === 0 ? count(filesRead, 'file') : '',
    plans > 0 ? count(plans, 'plan') : '',
    deployed > 0 ? `${count(deployed, 'document')} of what is deployed` : '',
  ]
    .filter(Boolean)
    .join(' and ')

/** `2 errors, 1 warning (1 with a patch), 3 suppressed`. Counts what was reported, not what is shown. */
export const tally = ({ summary, findings }: Report): string => {
  const parts = [
    summary.errors > 0 ? count(summary.errors, 'error') : '',
    summary.warnings > 0 ? count(summary.warnings, 'warning') : '',
    summary.notes > 0 ? count(summary.notes, 'note') : '',
  ].filter(Boolean)
  const patched = findings.filter((finding) => finding.fix).length
  const patches = patched > 0 ? ` (${patched} with a patch)` : ''
  const suppressed = summary.suppressed > 0 ? `, ${summary.suppressed} suppressed` : ''
  return (parts.length === 0 ? 'no findings' : parts.join(', ') + patches) + suppressed
}

/** What applies the patches: `--fix mends 2 of them, --fix=unsafe all 5`; nothing does where there is only a plan. */
export const mending = (
  { findings }: Report,
  { applied, command = name }: Pick<ReportOptions, 'applied' | 'command'>,
): string | undefined => {
  const fixes = findings.flatMap(({ fix, verdict }) =>
    fix && fix.edits.length > 0 && verdict === 'violation' ? [fix] : [],
  )
  const all = fixes.length
  const safe = fixes.filter(({ safety }) => safety === 'safe').length
  if (all === 0 || applied === 'unsafe') return undefined
  const them = all === 1 ? 'it' : 'them'
  if (safe === 0) return `${command} --fix=unsafe mends ${them}`
  if (applied === 'safe') return safe === all ? undefined : `${command} --fix=unsafe mends ${all - safe} of them`
  return safe === all
    ? `${command} --fix mends ${them}`
    : `${command} --fix mends ${safe} of them, --fix=unsafe all ${all}`
}

/** `2 errors` for a file's heading. */
export const tallyGroups = (groups: readonly Group[]): string => {
  const of = (severity: string): number =>
    groups
      .filter(({ finding }) => finding.severity === severity)
      .reduce((sum, { addresses }) => sum + addresses.length, 0)
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => of(severity) > 0)
    .map((severity) => count(of(severity), severity))
    .join(', ')
}
