import type { Finding, Fix } from '../finding.js'
import type { FileChange, Left } from '../fix/index.js'
import { count } from '../report/plural.js'
import type { Report } from '../report/report.js'

/** Files and addresses that are named at most. */
const NAMED = 8

export interface Mending {
  readonly safety: Fix['safety']
  readonly changes: readonly FileChange[]
  readonly mended: readonly Finding[]
  readonly left: readonly Left[]
  /** Of the files with the changes. */
  readonly report: Report
  readonly isWritten: boolean
}

/** What was mended, what is left, and why a patch was not made, a line each. */
export const mendingText = (mending: Mending): readonly string[] => {
  const { changes, report, left } = mending
  if (changes.length === 0 && report.findings.length === 0) return ['there is nothing to mend']
  return [done(mending), remaining(mending), ...refusals(left)]
}

const done = ({ mended, changes, left, safety, isWritten }: Mending): string => {
  if (changes.length === 0)
    return left.length > 0 ? 'nothing is mended' : `no finding has a ${safety === 'safe' ? 'safe patch' : 'patch'}`
  const files = named(changes.map(({ path }) => path))
  const mends = isWritten ? 'mended' : 'the patch mends'
  return `${mends} ${count(mended.length, 'finding')} in ${count(changes.length, 'file')}: ${files}`
}

const remaining = ({ report: { findings }, safety }: Mending): string => {
  const all = findings.length
  if (all === 0) return 'no finding is left'
  const unsafe = safety === 'safe' ? findings.filter(hasUnsafePatch).length : 0
  const mends =
    unsafe === 0 ? '' : `; --fix=unsafe mends ${unsafe === all ? (all === 1 ? 'it' : 'them') : `${unsafe} of them`}`
  return `${count(all, 'finding')} ${all === 1 ? 'is' : 'are'} left${mends}`
}

const hasUnsafePatch = ({ fix, verdict }: Finding): boolean =>
  verdict === 'violation' && fix?.safety === 'unsafe' && fix.edits.length > 0

/** Findings that are left for the same reason are told together. */
const refusals = (left: readonly Left[]): readonly string[] => {
  const groups = new Map<string, { readonly rule: string; readonly reason: string; readonly addresses: string[] }>()
  for (const { finding, reason } of left) {
    const { rule, address } = finding
    const key = JSON.stringify([rule, reason])
    const group = groups.get(key)
    if (group) group.addresses.push(address)
    else groups.set(key, { rule, reason, addresses: [address] })
  }
  return [...groups.values()].map(
    ({ rule, reason, addresses }) => `the patch for ${rule} of ${named(addresses)} is not made: ${reason}`,
  )
}

const named = (names: readonly string[]): string => {
  const shown = names.slice(0, NAMED).join(', ')
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown
}
