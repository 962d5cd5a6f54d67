import type { Fix } from '../finding.js'
import type { Report } from '../report/report.js'

/** What a run has to say, whatever the formats that it is said in. */
export interface Outcome {
  readonly report: Report
  /** What the exit code is about: the files as they are now, where the report is of what they would be. */
  readonly judged: Report
  /** Absent where nobody asked for them. */
  readonly patches?: Patches
}

/** What patches make of the files; the diffs are made where somebody wants them. */
export interface Patches {
  /** One unified diff, for programs. */
  readonly diff: () => string
  /** What is not in it, because it lies outside of the repository, in lines. */
  readonly outside: () => readonly string[]
  /** The diff for people; no program takes it. */
  readonly shown: (color: boolean) => string
  /** Whether the report is of what they would make of the files, and they are to be seen before it. */
  readonly isTrial: boolean
  /** The grade of those that the report comes after. */
  readonly applied?: Fix['safety']
  /** What was mended, what is left, and why, in lines. */
  readonly summary: readonly string[]
}
