import type { Report } from '../../report/report.js'
import type { ChangedFile } from './changed-files.js'
import type { Client } from './client.js'
import type { PullRequest } from './pull-request.js'

export interface ReviewOptions {
  /** Of `changedFiles`. */
  readonly files: readonly ChangedFile[]
  /** A path as findings name it to one from the repository's root. */
  readonly repositoryPath: (path: string) => string
  /**
   * What tells this run from others on the same commit, such as the workflow's file, the job, and the inputs that say what is linted: only
   * its own suggestions are withdrawn when their findings are gone. The same at the next push.
   */
  readonly run: readonly string[]
}

export interface ReviewOutcome {
  /** Where people read it; absent where there is no review. */
  readonly url?: string
  /** Suggestions that are new with this run. */
  readonly suggested: number
  /** Suggestions that stood there before and still hold. */
  readonly kept: number
  /** Suggestions that were deleted since their findings are gone. */
  readonly withdrawn: number
  /** Patches that are shown in the review's body. */
  readonly outside: number
  /** What was done, a sentence each, for the log. */
  readonly log: readonly string[]
  /** What could not be done, why, and what to do, a sentence or two each, for annotations of the level `notice`. */
  readonly notices: readonly string[]
}

export const reviewPullRequest = async (
  _client: Client,
  _pullRequest: PullRequest,
  _report: Report,
  _options: ReviewOptions,
): Promise<ReviewOutcome> => ({ suggested: 0, kept: 0, withdrawn: 0, outside: 0, log: [], notices: [] })
