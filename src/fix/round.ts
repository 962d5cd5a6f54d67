import type { Report } from '../report/report.js'
import type { SourceFile } from '../source/source-file.js'
import { type Combined, combine } from './combine.js'
import { newSyntaxErrors } from './parses.js'
import { contentsOf, keyOf, type Patch } from './patch.js'
import { broughtError, broughtFinding, type Setback, stillThere, suspects } from './setback.js'
import { Standing, tally } from './standing.js'

/** A file as it was read, and as it is to be. */
export interface ChangedFile {
  readonly path: string
  readonly before: SourceFile
  readonly after: string
}

/** By the files' identities. */
export type ChangedFiles = ReadonlyMap<string, ChangedFile>

/** The configuration as the rounds so far have made it. */
export interface State {
  readonly files: ChangedFiles
  readonly report: Report
}

/** What a round stands on. */
export interface Ground {
  readonly identityOf: (path: string) => string
  readonly lint: (files: ChangedFiles) => Promise<Report>
  /** Whether a later round can do away with what was found: a patch of that grade, which is not known to do harm. */
  readonly isMendable: (finding: Report['findings'][number]) => boolean
  /** How many more lints may be spent on telling good patches from bad ones. */
  readonly spend: () => boolean
}

export interface Round {
  readonly state: State
  readonly made: readonly Patch[]
  /** Those that are not made because of what they would bring. */
  readonly dropped: ReadonlyMap<Patch, string>
}

type Trial =
  | { readonly kind: 'good'; readonly state: State }
  | { readonly kind: 'bad'; readonly combined: Combined; readonly setbacks: readonly Setback[] }

/**
 * Makes as many of the patches as do no harm. If all of them together bring something, those that can have nothing to do with it go
 * first; the others are halved until it is known which ones it is.
 */
export const round = async (ground: Ground, from: State, patches: readonly Patch[]): Promise<Round> => {
  const numbers = new Map(patches.map((patch, index) => [patch, index]))
  const verdicts = new Map<string, 'good' | Extract<Trial, { kind: 'bad' }>>()
  const dropped = new Map<Patch, string>()
  // The last good one has all patches that are good. Others are not kept: a report holds all that was read for it.
  let state = from
  const judge = async (some: readonly Patch[]) => {
    const key = some
      .map((patch) => numbers.get(patch) ?? -1)
      .sort((a, b) => a - b)
      .join()
    const known = verdicts.get(key)
    if (known) return known
    if (verdicts.size > 0 && !ground.spend()) return undefined
    const trial = await tryOut(ground, from, some)
    if (trial.kind === 'good') state = trial.state
    const verdict = trial.kind === 'good' ? 'good' : trial
    verdicts.set(key, verdict)
    return verdict
  }
  const grow = async (good: readonly Patch[], added: readonly Patch[], reason: string): Promise<readonly Patch[]> => {
    if (added.length === 0) return good
    const all = [...good, ...added]
    const verdict = await judge(all)
    if (verdict === 'good') return all
    const why = verdict?.setbacks[0]?.reason ?? reason
    if (!verdict || added.length === 1) {
      for (const patch of added) dropped.set(patch, why)
      return good
    }
    const suspected = suspects(verdict.setbacks, verdict.combined, ground.identityOf)
    const innocent = added.filter((patch) => !suspected.has(patch))
    const half = added.length >> 1
    const isTelling = innocent.length > 0 && innocent.length < added.length
    const first = isTelling ? innocent : added.slice(0, half)
    const rest = isTelling ? added.filter((patch) => suspected.has(patch)) : added.slice(half)
    return grow(await grow(good, first, why), rest, why)
  }
  const made = await grow([], patches, 'it would bring something new')
  return { state, made, dropped }
}

const tryOut = async (ground: Ground, from: State, patches: readonly Patch[]): Promise<Trial> => {
  const combined = combine(patches, ground.identityOf)
  const errors = combined.files.flatMap(newSyntaxErrors)
  if (errors.length > 0) return { kind: 'bad', combined, setbacks: errors.map(broughtError) }
  const files = new Map(from.files)
  for (const { identity, source, text } of combined.files) {
    const known = from.files.get(identity)
    files.set(identity, { path: known?.path ?? source.path, before: known?.before ?? source, after: text })
  }
  const report = await ground.lint(files)
  const standing = new Standing(from.report)
  const setbacks = [
    ...standing.newErrors(report).map(broughtError),
    ...standing
      .newViolations(report)
      .filter((finding) => !ground.isMendable(finding))
      .map(broughtFinding),
    ...unmendedBy(patches, from.report, report, ground).map(stillThere),
  ]
  return setbacks.length === 0 ? { kind: 'good', state: { files, report } } : { kind: 'bad', combined, setbacks }
}

/** Patches whose findings are still there, and not for a next patch to mend. */
const unmendedBy = (
  patches: readonly Patch[],
  before: Report,
  after: Report,
  { isMendable }: Ground,
): readonly Patch[] => {
  const expected = new Map(tally(before.findings.map(keyOf)))
  for (const key of patches.flatMap(({ findings }) => findings.map(keyOf))) {
    expected.set(key, Math.max(0, (expected.get(key) ?? 0) - 1))
  }
  const made = new Set(patches.flatMap(contentsOf))
  const left = new Map<string, number>()
  const stays = new Set<string>()
  for (const finding of after.findings) {
    const key = keyOf(finding)
    left.set(key, (left.get(key) ?? 0) + 1)
    const next = finding.fix && contentsOf({ fix: finding.fix, findings: [finding] })
    if (!isMendable(finding) || next?.some((content) => made.has(content))) stays.add(key)
  }
  const isLeft = (key: string): boolean => (left.get(key) ?? 0) > (expected.get(key) ?? 0) && stays.has(key)
  return patches.filter(({ findings }) => findings.some((finding) => isLeft(keyOf(finding))))
}
