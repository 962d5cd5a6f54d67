import { count } from '../../report/plural.js'
import type { Report } from '../../report/report.js'
import { fingerprintOf } from '../../source/digest.js'
import type { ChangedFiles } from './changed-files.js'
import type { Client } from './client.js'
import type { Conversation } from './conversation.js'
import { type Placement, placement } from './placement.js'
import { reviewPlan } from './plan.js'
import type { Author } from './posting.js'
import type { PullRequest } from './pull-request.js'
import { read } from './reading.js'
import { type Refusal, refusalOf } from './refusal.js'
import { refusalNotice } from './refusal-notice.js'
import { say, withdraw } from './saying.js'

export interface ReviewOptions {
  readonly changed: ChangedFiles
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
  /** Suggestions that were not made again, since somebody has resolved, hidden, answered or edited them. */
  readonly settled: number
  /** Suggestions that were deleted since their findings are gone, or since they could not be committed any more. */
  readonly withdrawn: number
  /** Patches that are shown in the review's body. */
  readonly outside: number
  /** What was done, a sentence each, for the log. */
  readonly log: readonly string[]
  /** What could not be done, why, and what to do, a sentence or two each, for annotations of the level `notice`. */
  readonly notices: readonly string[]
}

const NOTHING: ReviewOutcome = {
  suggested: 0,
  kept: 0,
  settled: 0,
  withdrawn: 0,
  outside: 0,
  log: [],
  notices: [],
}

/**
 * One review of the pull request's head: patches within the diff as suggestions, the others in its body. At the next push its body is
 * written anew, what is still suggested stays, what somebody has settled is left alone, and only what is new is said in a further review.
 * Needs the permission `pull-requests: write`; where that or something else is lacking, the outcome says so.
 */
export const reviewPullRequest = async (
  client: Client,
  pullRequest: PullRequest,
  report: Report,
  options: ReviewOptions,
): Promise<ReviewOutcome> => {
  const { changed, repositoryPath, run } = options
  // Without the diff, what stands on it would look as if it stood elsewhere.
  if (changed.kind === 'refused') return unsaid(changed.refusal, pullRequest, placement(report, [], repositoryPath))
  const placed = placement(report, changed.files, repositoryPath)
  // A file that cannot be read any more, or is not listed, has findings still, as far as anybody knows.
  const isWhole = changed.kind === 'known' && report.diagnostics.every(({ severity }) => severity !== 'error')
  try {
    return await review(client, pullRequest, placed, { run: fingerprintOf(...run), isWhole })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return unsaid(refusal, pullRequest, placed)
  }
}

const unsaid = (refusal: Refusal, pullRequest: PullRequest, { suggestions, outside }: Placement): ReviewOutcome => {
  const sentence = refusalNotice(refusal, pullRequest)
  // Nobody misses what there is not.
  const isNothing = suggestions.length === 0 && outside.length === 0
  return isNothing ? { ...NOTHING, log: [sentence] } : { ...NOTHING, notices: [sentence] }
}

const review = async (
  client: Client,
  pullRequest: PullRequest,
  placed: Placement,
  { run, isWhole }: { readonly run: string; readonly isWhole: boolean },
): Promise<ReviewOutcome> => {
  const { reader, conversation, log } = await read(client, pullRequest)
  const closed = closedBecause(conversation, pullRequest)
  if (closed) return { ...NOTHING, log: [...log, `No patch is suggested on the pull request: ${closed}.`] }

  const known = new Set(conversation.reviews.map(({ id }) => id))
  const author: Author = { client, pullRequest, reader, run, known }
  const plan = reviewPlan(placed, conversation.suggestions, run, isWhole)
  const last = conversation.reviews.findLast(({ mark }) => mark.run === run)

  const said = await say(author, last, plan)
  const { withdrawn, notices } = await withdraw(author, plan.stale)
  const { fresh, kept, settled, outside } = plan
  const suggested = fresh.length - said.refused
  return {
    ...(said.review && { url: said.review.url }),
    suggested,
    kept,
    settled,
    withdrawn,
    outside: outside.length + said.refused,
    log: [
      ...log,
      ...(suggested > 0 ? [`${patches(suggested)} suggested on the pull request.`] : []),
      ...(kept > 0 ? [`${patches(kept)} suggested there before.`] : []),
      ...(settled > 0 ? [`${patches(settled)} not suggested again: somebody has settled that.`] : []),
      ...(withdrawn > 0 ? [`${count(withdrawn, 'suggestion')} withdrawn.`] : []),
      ...(outside.length + said.refused > 0
        ? [`${patches(outside.length + said.refused)} shown in the review, outside of the diff.`]
        : []),
    ],
    notices: [...said.notices, ...notices],
  }
}

const patches = (number: number): string => count(number, 'patch', 'patches')

/** A clause, where nothing is to be said. */
const closedBecause = ({ state, isLocked, headSha }: Conversation, pullRequest: PullRequest): string | undefined => {
  if (state === 'closed') return 'it is closed'
  if (isLocked) return 'its conversation is locked'
  return headSha === pullRequest.headSha ? undefined : 'a newer commit was pushed, which has a run of its own'
}
