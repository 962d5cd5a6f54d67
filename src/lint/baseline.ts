import { countsOf, type Finding, type SuppressedFinding } from '../finding.js'
import { safeJson } from '../report/control-characters.js'
import { count } from '../report/plural.js'
import type { Report } from '../report/report.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Baseline, BaselineEntry } from './options.js'
import { byPlace, compare } from './order.js'

/** What was undecided then is new where it is a violation now. */
const inBaseline = ({ fingerprint, verdict }: Finding, { findings }: Baseline): boolean => {
  const entry = findings.get(fingerprint)
  return entry !== undefined && (verdict === 'undecided' || entry.verdict !== 'undecided')
}

/**
 * The report without what the baseline holds: that is suppressed. `rootModules` are those that were judged as a whole: only of
 * them can it be said that something is there no longer.
 */
export const withBaseline = (
  report: Report,
  baseline: Baseline,
  rootModules: ReadonlySet<string> = new Set(),
): Report => {
  const findings = report.findings.filter((finding) => !inBaseline(finding, baseline))
  const known = report.findings
    .filter((finding) => inBaseline(finding, baseline))
    .map((finding): SuppressedFinding => ({ finding, suppression: { kind: 'baseline', file: baseline.file } }))
  const suppressed = [...report.suppressed, ...known].sort((a, b) => byPlace(a.finding, b.finding))
  return {
    ...report,
    findings,
    suppressed,
    diagnostics: [...report.diagnostics, ...mended(report, baseline, rootModules)],
    summary: { ...report.summary, ...countsOf(findings), suppressed: suppressed.length },
  }
}

/** What to say of entries that nothing matched, though the rule looked for them. */
const mended = (
  { findings, suppressed, rules, stats, diagnostics }: Report,
  baseline: Baseline,
  rootModules: ReadonlySet<string>,
): readonly Diagnostic[] => {
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  const present = new Set(
    [...findings, ...suppressed.map(({ finding }) => finding)].map(({ fingerprint }) => fingerprint),
  )
  const ran = new Set(rules.filter(({ planOnly }) => !planOnly || stats.plans > 0).map(({ id }) => id))
  const gone = [...baseline.findings].filter(
    ([fingerprint, { rule, rootModule = '' }]) =>
      !present.has(fingerprint) && ran.has(rule) && rootModules.has(rootModule),
  ).length
  if (gone === 0) return []
  return [
    {
      severity: 'warning',
      file: baseline.file,
      message: `${gone} of ${count(baseline.findings.size, 'finding')} in ${baseline.file} ${gone === 1 ? 'is' : 'are'} there no longer`,
      hint: '--write-baseline drops what is mended',
    },
  ]
}

/** What `schemas/baseline.schema.json` describes. A line for each finding, in an order that new ones do not disturb. */
export const baselineText = (findings: readonly Finding[]): string => {
  const lines = new Map(
    findings
      .map(entryOf)
      .sort(byRootModule)
      .map((entry) => [entry.fingerprint, `\n    ${safeJson(entry).replace(/\n */g, ' ')}`]),
  )
  const list = [...lines.values()].join(',')
  return `{\n  "version": 1,\n  "findings": [${list}${list === '' ? '' : '\n  '}]\n}\n`
}

type WrittenEntry = BaselineEntry & { readonly fingerprint: string }

const entryOf = ({ home, address, path, rule, verdict, fingerprint }: Finding): WrittenEntry => ({
  ...(home !== '' && { rootModule: home }),
  address,
  ...(path !== undefined && { path }),
  rule,
  ...(verdict === 'undecided' && { verdict }),
  fingerprint,
})

/** The baseline that these findings are. */
export const baselineOf = (file: string, findings: readonly Finding[]): Baseline => ({
  file,
  findings: new Map(findings.map(entryOf).map(({ fingerprint, ...entry }) => [fingerprint, entry])),
})

const byRootModule = (a: WrittenEntry, b: WrittenEntry): number =>
  compare(a.rootModule ?? '', b.rootModule ?? '') ||
  compare(a.address, b.address) ||
  compare(a.path ?? '', b.path ?? '') ||
  compare(a.rule, b.rule) ||
  compare(a.fingerprint, b.fingerprint)
