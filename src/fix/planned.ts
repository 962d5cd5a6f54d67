import { countsOf } from '../finding.js'
import { byPlace } from '../lint/order.js'
import type { Report } from '../report/report.js'
import { keyOf, type Patch } from './patch.js'
import { beyond, tally } from './standing.js'

interface Mending {
  /** What the plans say, and what else is linted with them. */
  readonly before: Report
  readonly made: readonly Patch[]
  /** What is said of the sources alone, without the patches and with them. */
  readonly base: Report
  readonly report: Report
}

/**
 * A plan knows nothing of what was changed since it was made. What is left of it is what it said, but for what was mended in the
 * source that it was made from; and that lies where it lies now.
 */
export const afterPlans = ({ before, made, base, report }: Mending): Report => {
  const gone = new Set([
    ...made.flatMap(({ findings }) => findings.map(keyOf)),
    ...beyond(tally(report.findings.map(keyOf)), base.findings, keyOf).map(keyOf),
  ])
  const now = new Map(report.findings.map((finding) => [keyOf(finding), finding]))
  for (const key of now.keys()) gone.delete(key)
  const findings = before.findings
    .filter((finding) => !gone.has(keyOf(finding)))
    .map((finding) => {
      const moved = now.get(keyOf(finding))
      return moved?.verdict === finding.verdict ? moved : finding
    })
    .sort(byPlace)
  return { ...before, findings, summary: { ...before.summary, ...countsOf(findings) } }
}
