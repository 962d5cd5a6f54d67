import { dirname } from 'node:path'
import type { Finding } from '../finding.js'
import type { Report } from '../report/report.js'
import { combine } from './combine.js'
import { Groups } from './groups.js'
import type { MendOptions } from './mended.js'
import { contentsOf, keyOf, type Patch, patchesOf } from './patch.js'
import type { Reach } from './reach.js'
import { type ChangedFiles, type Ground, round, type State } from './round.js'
import { beyond, Standing, tally } from './standing.js'

const MOST_ROUNDS = 10

/** Lints beside one for each round: for patches that bring something, of which there should be none. */
const MOST_TRIALS = 24

/** How often what a round brings may be left to later ones in vain, before nothing is left to them. */
const MOST_HOPES = 3

export interface Course {
  readonly safety: MendOptions['safety']
  readonly identityOf: (path: string) => string
  readonly reach: Reach
  readonly lint: (files: ChangedFiles) => Promise<Report>
  /** All of the modules, before anything is changed. */
  readonly base: Report
  /** What is to be mended: findings of `base`, or of a plan that was made from the same source. */
  readonly findings: readonly Finding[]
}

export interface Outcome {
  readonly state: State
  readonly made: readonly Patch[]
  /** Of the changed files, by identity. */
  readonly groups: Groups
  readonly rounds: number
  /** Why a patch was not made. */
  readonly reasonFor: (patch: Patch) => string
}

/** Mends round by round until there is nothing more to be done. No violation is left that was not there before. */
export const mendInRounds = async (course: Course): Promise<Outcome> => {
  const unwanted = new Set<string>()
  for (let hopes = MOST_HOPES; ; hopes -= 1) {
    // What a round leaves or brings may be mended by the next one. What was not must not be left to it.
    const isHoped = (finding: Finding): boolean => hopes > 0 && !unwanted.has(keyOf(finding))
    const outcome = await attempt(course, isHoped)
    const vain = inVain(course.base, outcome)
    if (vain.length === 0 || hopes === 0) return outcome
    for (const key of vain) unwanted.add(key)
  }
}

/** What the patches have brought, and what is there as often as before although patches were made for it. */
const inVain = (base: Report, { state, made }: Outcome): readonly string[] => {
  const brought = new Standing(base).newViolations(state.report).map(keyOf)
  const before = tally(base.findings.map(keyOf))
  const after = tally(state.report.findings.map(keyOf))
  const mended = new Set(made.flatMap(({ findings }) => findings.map(keyOf)))
  return [...brought, ...[...mended].filter((key) => after.has(key) && after.get(key) === before.get(key))]
}

const attempt = async (
  { safety, identityOf, reach, lint, base, findings }: Course,
  isHoped: (finding: Finding) => boolean,
): Promise<Outcome> => {
  const groups = new Groups()
  const harmful = new Map<string, string>()
  let trials = MOST_TRIALS
  const harm = (patch: Patch): string | undefined =>
    contentsOf(patch)
      .map((content) => harmful.get(content))
      .find((reason) => reason !== undefined)
  const refusal = (patch: Patch): string | undefined => reach.refusal(patch) ?? harm(patch)
  const ground: Ground = {
    identityOf,
    lint,
    isMendable: (finding) =>
      isHoped(finding) && patchesOf([finding], safety).some((patch) => refusal(patch) === undefined),
    spend: () => {
      trials -= 1
      return trials >= 0
    },
  }

  const asked = new Set(findings.map(keyOf))
  const known = tally(base.findings.map(keyOf))
  const wantedIn = (report: Report): readonly Finding[] => {
    const brought = new Set(beyond(known, report.findings, keyOf))
    return report.findings.filter((finding) => asked.has(keyOf(finding)) || brought.has(finding))
  }
  const filesOf = ({ fix }: Patch): readonly string[] => [
    ...new Set(fix.edits.map(({ source }) => identityOf(source.path))),
  ]
  const offered = new Set(patchesOf(findings, safety).flatMap(contentsOf))
  const isOffered = (patch: Patch): boolean => contentsOf(patch).every((content) => offered.has(content))
  let state: State = { files: new Map(), report: base }
  let wanted = findings
  const made: Patch[] = []
  let rounds = 0
  while (rounds < MOST_ROUNDS) {
    const patches = patchesOf(wanted, safety).filter((patch) => refusal(patch) === undefined)
    const next = await round(ground, state, combine(patches, identityOf).made)
    for (const [patch, reason] of next.dropped) for (const content of contentsOf(patch)) harmful.set(content, reason)
    if (next.made.length > 0) {
      rounds += 1
      made.push(...next.made)
      for (const patch of next.made) groups.join(isOffered(patch) ? filesOf(patch) : besides(filesOf(patch), state))
      state = next.state
      wanted = wantedIn(state.report)
    } else if (next.dropped.size === 0) break
  }
  return {
    state,
    made,
    groups,
    rounds,
    reasonFor: (patch) => refusal(patch) ?? 'others change the same text and come first: run it again',
  }
}

/** With what was changed in the same modules before: a patch that there was not at first may refer to it. */
const besides = (own: readonly string[], { files }: State): readonly string[] => {
  const directories = new Set(own.map((identity) => dirname(identity)))
  return [...own, ...[...files.keys()].filter((identity) => directories.has(dirname(identity)))]
}
