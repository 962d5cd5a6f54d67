import type { Finding, Severity } from '../finding.js'
import type { Report } from '../report/report.js'

/** 0 nothing at or above the threshold; 1 findings; 2 the user's mistake or unreadable input; 3 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 3

export const thresholds = ['error', 'warning', 'note', 'never'] as const
export type Threshold = (typeof thresholds)[number]

const RANK: Readonly<Record<Severity | 'never', number>> = { note: 1, warning: 2, error: 3, never: 4 }

export interface ExitOptions {
  readonly failOn: Threshold
  readonly strict: boolean
}

export const exitCode = (report: Report, { failOn, strict }: ExitOptions): ExitCode => {
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return 2
  const severities = new Map([...report.rules.map(({ id, severity }) => [id, severity] as const), ...report.severities])
  const weight = (finding: Finding): Severity =>
    strict && finding.verdict === 'undecided' ? (severities.get(finding.rule) ?? 'error') : finding.severity
  return report.findings.some((finding) => RANK[weight(finding)] >= RANK[failOn]) ? 1 : 0
}
