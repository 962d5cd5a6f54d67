import type { Finding, Severity } from '../finding.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { fingerprintOf } from '../source/digest.js'
import { safeJson } from './control-characters.js'
import { distinct } from './distinct.js'
import { isElsewhere } from './elsewhere.js'
import type { Reporter, ReportOptions } from './reporter.js'

/** An entry of GitLab's Code Quality report: what its documentation asks for, and no more. */
interface Issue {
  readonly description: string
  readonly check_name: string
  /** GitLab keeps the last of those that have the same. */
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } }
}

const SEVERITIES: Readonly<Record<Severity, Issue['severity']>> = { error: 'critical', warning: 'major', note: 'minor' }

/** The Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = (report, { repositoryPath }) => {
  const issues = [
    ...report.diagnostics.map((diagnostic) => unread(diagnostic, repositoryPath)),
    ...report.findings.map((finding) => issue(finding, repositoryPath)),
  ]
  const fingerprints = distinct(
    issues.map(({ fingerprint }) => fingerprint),
    (fingerprint, number) => `${fingerprint}-${number}`,
  )
  return `${safeJson(issues.map((each, index) => ({ ...each, fingerprint: fingerprints[index] })))}\n`
}

const issue = (finding: Finding, repositoryPath: ReportOptions['repositoryPath']): Issue => {
  const { rule, severity, verdict, message, hint, fingerprint, location, rootModule } = finding
  const place = isElsewhere(finding) ? [`in the root module ${rootModule ?? ''}`] : []
  return {
    description: [message, ...place, ...(hint === '' ? [] : [hint])].join('; '),
    check_name: rule,
    fingerprint,
    severity: verdict === 'undecided' ? 'info' : SEVERITIES[severity],
    location:
      location?.kind === 'source'
        ? placeOf(location.source.path, repositoryPath, {
            begin: location.source.position(location.span.start).line,
            end: location.source.position(location.span.end).line,
          })
        : placeOf(location?.file, repositoryPath),
  }
}

/** Otherwise a merge request would look as if all were well. */
const unread = (diagnostic: Diagnostic, repositoryPath: ReportOptions['repositoryPath']): Issue => {
  const { severity, message, hint, source, span } = diagnostic
  const file = diagnostic.file ?? source?.path
  const check = severity === 'error' ? 'unreadable-input' : 'odd-input'
  return {
    description: hint === undefined ? message : `${message}; ${hint}`,
    check_name: check,
    fingerprint: fingerprintOf(check, file ?? '', message),
    severity: severity === 'error' ? 'blocker' : 'minor',
    location: placeOf(file, repositoryPath, source && span ? { begin: source.position(span.start).line } : undefined),
  }
}

/** An entry without a path is none to GitLab, and ends the report: what stands in no file is put in the one that everybody looks at. */
const placeOf = (
  file: string | undefined,
  repositoryPath: ReportOptions['repositoryPath'],
  lines: Issue['location']['lines'] = { begin: 1 },
): Issue['location'] => {
  const path = file === undefined || file === '-' ? 'main.tf' : repositoryPath(file).replace(/^\.\//, '')
  return { path, lines }
}
