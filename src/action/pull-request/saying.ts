import { count } from '../../report/plural.js'
import type { EarlierReview, EarlierSuggestion } from './conversation.js'
import type { ReviewPlan } from './plan.js'
import { type Author, deleteComment, postReview, rewriteReview, stateOf } from './posting.js'
import { refusalOf } from './refusal.js'
import { reviewBody } from './review-body.js'

export interface Said {
  readonly review: EarlierReview | undefined
  /** How many suggestions GitHub did not take: they are shown in the body. */
  readonly refused: number
  readonly notices: readonly string[]
}

/** Says in a review what there is to say, if there is no review that says so. */
export const say = async (
  author: Author,
  last: EarlierReview | undefined,
  { fresh, kept, outside }: ReviewPlan,
): Promise<Said> => {
  const text = reviewBody({ suggested: fresh.length + kept, outside })
  if (fresh.length === 0) return { review: await tell(author, last, text, outside.length > 0), refused: 0, notices: [] }
  const { review, refused } = await postReview(author, fresh, text)
  if (refused.length === 0) return { review, refused: 0, notices: await supersede(author, last, review) }

  const shown = [
    ...outside,
    ...refused.map(({ suggestion: { patch, change }, answer }) => ({
      patch,
      changes: [change],
      because: `GitHub does not take it (${answer})`,
    })),
  ]
  const whole = reviewBody({ suggested: fresh.length - refused.length + kept, outside: shown })
  const told = await tell(author, review ?? last, whole, true)
  return { review: told, refused: refused.length, notices: review ? await supersede(author, last, review) : [] }
}

/** Where only the words are new, the review that there is gets them; and where there is none, only what is worth one makes one. */
const tell = async (
  author: Author,
  last: EarlierReview | undefined,
  text: string,
  isWorthOne: boolean,
): Promise<EarlierReview | undefined> => {
  if (!last) return isWorthOne ? (await postReview(author, [], text)).review : undefined
  if (last.mark.state !== stateOf(text)) await rewriteReview(author, last, text)
  return last
}

const supersede = async (
  author: Author,
  last: EarlierReview | undefined,
  review: EarlierReview | undefined,
): Promise<readonly string[]> => {
  if (!last || !review) return []
  const answer = await objection(() => rewriteReview(author, last, `The rest is in [a later review](${review.url}).`))
  return answer === undefined ? [] : [`The earlier review ${last.url} could not be updated (${answer}).`]
}

/** Deleted and not resolved, for which GitHub asks for the permission to write the repository's contents. */
export const withdraw = async (
  author: Author,
  stale: readonly EarlierSuggestion[],
): Promise<{ readonly withdrawn: number; readonly notices: readonly string[] }> => {
  for (const [index, { id }] of stale.entries()) {
    const answer = await objection(() => deleteComment(author, id))
    if (answer === undefined) continue
    const left = count(stale.length - index, 'suggestion')
    return { withdrawn: index, notices: [`${left} without a finding could not be withdrawn (${answer}).`] }
  }
  return { withdrawn: stale.length, notices: [] }
}

/** What GitHub said instead of doing it. */
const objection = async (act: () => Promise<void>): Promise<string | undefined> => {
  try {
    await act()
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal.answer
  }
}
