import type { Finding, Suppression } from '../finding.js'
import { type CommentSuppressions, toSuppression as fromComment, type Place } from './comment-suppressions.js'
import { hasEnded } from './day.js'
import { type Exemption, exemptionsFrom, toSuppression as fromExemption } from './exemptions.js'

export interface Suppressible {
  readonly finding: Finding
  /** Where a comment about it can stand. */
  readonly places: () => readonly Place[]
}

/** What is left to report, and what is not reported; both in the order of what was given. */
export interface Sifted<T extends Suppressible = Suppressible> {
  readonly left: readonly T[]
  readonly suppressed: readonly (T & { readonly suppression: Suppression })[]
}

/** What speaks for leaving a finding. */
interface Plea {
  readonly suppression: Suppression
  readonly until: string | undefined
  /** `the suppression at main.tf:3` */
  readonly name: string
}

/** Leaves out what a comment suppresses; remembers which comments met a finding, whether they have ended or not. */
export const siftByComments = <T extends Suppressible>(
  all: readonly T[],
  comments: CommentSuppressions,
  today: string | undefined,
): Sifted<T> => {
  if (comments.isEmpty) return { left: all, suppressed: [] }
  return sift(all, today, ({ finding: { rule }, places }) =>
    comments.about(rule, places()).map((comment): Plea => {
      comment.met.add(rule)
      const { source, span, directive } = comment
      const name = `the suppression at ${source.path}:${source.position(span.start).line}`
      return { suppression: fromComment(comment), until: directive.until, name }
    }),
  )
}

/** Leaves out what the config exempts. */
export const siftByExemptions = <T extends Suppressible>(
  all: readonly T[],
  exemptions: readonly Exemption[],
  today: string | undefined,
): Sifted<T> => {
  if (exemptions.length === 0) return { left: all, suppressed: [] }
  const about = exemptionsFrom(exemptions)
  return sift(all, today, ({ finding }) =>
    about(finding).map((exemption): Plea => {
      const { address, file, until } = exemption
      return { suppression: fromExemption(exemption), until, name: `the exemption of ${address} in ${file}` }
    }),
  )
}

const sift = <T extends Suppressible>(
  all: readonly T[],
  today: string | undefined,
  pleasFor: (one: T) => readonly Plea[],
): Sifted<T> => {
  const left: T[] = []
  const suppressed: (T & { readonly suppression: Suppression })[] = []
  for (const one of all) {
    const pleas = pleasFor(one)
    const valid = pleas.find(({ until }) => !hasEnded(until, today))
    if (valid) suppressed.push({ ...one, suppression: valid.suppression })
    else left.push(pleas.length === 0 ? one : { ...one, finding: isBack(one.finding, pleas) })
  }
  return { left, suppressed }
}

const isBack = (finding: Finding, ended: readonly Plea[]): Finding => ({
  ...finding,
  because: [...finding.because, ...ended.map(({ name, until }) => `${name} ended on ${until}`)],
})
