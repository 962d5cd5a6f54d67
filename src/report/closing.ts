import type { Group } from './grouping.js'
import { count } from './plural.js'
import type { Report } from './report.js'

/** `3 Aurora clusters, all streamed`, or what else there is to say of what was checked. */
export const coverage = (report: Report): string => {
  const covered = coverageOf(report)
  return isIncomplete(report) ? `${covered}; not all input could be read` : covered
}

/** What was not read may hold anything. */
export const isIncomplete = ({ diagnostics }: Report): boolean =>
  diagnostics.some(({ severity }) => severity === 'error')

const coverageOf = (report: Report): string => {
  const { clusters, auroraClusters, streamed, undecided } = report.summary
  if (clusters === 0 && isIncomplete(report)) return 'no Aurora cluster found'
  if (clusters === 0) return `nothing to check: no Aurora cluster in ${inputs(report.stats)}`
  if (auroraClusters === 0) return `nothing to check: ${count(clusters, 'cluster')}, none of them Aurora`
  const rest = undecided > 0 ? `, ${undecided} undecided` : ''
  if (streamed === auroraClusters)
    return `${count(auroraClusters, 'Aurora cluster')}, ${auroraClusters > 1 ? 'all ' : ''}streamed`
  return `${count(auroraClusters, 'Aurora cluster')}, ${streamed === 0 ? 'none' : streamed} streamed${rest}`
}

const inputs = ({ filesRead, plans }: Report['stats']): string =>
  [filesRead > 0 || plans === 0 ? count(filesRead, 'file') : '', plans > 0 ? count(plans, 'plan') : '']
    .filter(Boolean)
    .join(' and ')

/** `2 errors, 1 warning (1 with a patch)`. Counts what was reported, not what is shown. */
export const tally = ({ summary, findings }: Report): string => {
  const parts = [
    summary.errors > 0 ? count(summary.errors, 'error') : '',
    summary.warnings > 0 ? count(summary.warnings, 'warning') : '',
    summary.notes > 0 ? count(summary.notes, 'note') : '',
  ].filter(Boolean)
  const patched = findings.filter((finding) => finding.fix).length
  const patches = patched > 0 ? ` (${patched} with a patch)` : ''
  return parts.length === 0 ? 'no findings' : parts.join(', ') + patches
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
