import { fingerprintOf } from '../../source/digest.js'
import type { Client } from './client.js'
import type { ConversationReader, EarlierReview } from './conversation.js'
import { reviewMarker } from './marker.js'
import type { MarkedSuggestion } from './plan.js'
import type { PullRequest } from './pull-request.js'
import { refusalOf } from './refusal.js'
import { suggestionComment } from './suggestion-comment.js'

/** Where and as whom a review is written. */
export interface Author {
  readonly client: Client
  readonly pullRequest: PullRequest
  readonly reader: ConversationReader
  readonly run: string
  /** The reviews that are known to be there. */
  readonly known: Set<number>
}

export interface Posted {
  readonly review: EarlierReview | undefined
  /** Suggestions that GitHub takes in no review, and what it says to them. */
  readonly refused: readonly { readonly suggestion: MarkedSuggestion['suggestion']; readonly answer: string }[]
}

/** A review with these suggestions. GitHub refuses it as a whole for one that it does not take, without saying which: it is looked for. */
export const postReview = async (
  author: Author,
  suggestions: readonly MarkedSuggestion[],
  text: string,
): Promise<Posted> => {
  try {
    return { review: await create(author, suggestions, text), refused: [] }
  } catch (error) {
    const refusal = refusalOf(error)
    const [first, ...others] = suggestions
    if (refusal?.kind !== 'unprocessable' || !first) throw error
    if (others.length === 0) return { review: undefined, refused: [{ ...first, answer: refusal.answer }] }
    const half = Math.ceil(suggestions.length / 2)
    const one = await postReview(author, suggestions.slice(0, half), PART)
    const other = await postReview(author, suggestions.slice(half), PART)
    return { review: other.review ?? one.review, refused: [...one.refused, ...other.refused] }
  }
}

/** Of a review that only holds some of the suggestions; the last one's is written anew. */
const PART = 'More of the same review:'

/** The text of a review can be another one afterwards; its suggestions stay. */
export const rewriteReview = async (
  { client, pullRequest: { owner, repo, number }, run }: Author,
  { id }: EarlierReview,
  text: string,
): Promise<void> => {
  const body = marked(run, text)
  await client.rest.pulls.updateReview({ owner, repo, pull_number: number, review_id: id, body })
}

/** One that somebody else has deleted is gone, too. */
export const deleteComment = async ({ client, pullRequest: { owner, repo } }: Author, id: number): Promise<void> => {
  try {
    await client.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id })
  } catch (error) {
    if (refusalOf(error)?.kind !== 'missing') throw error
  }
}

/** What makes two texts of a review the same, whatever the service makes of blanks. */
export const stateOf = (text: string): string => fingerprintOf(text)

const marked = (run: string, text: string): string => `${text}\n\n${reviewMarker({ run, state: stateOf(text) })}`

const MOST_ATTEMPTS = 3
const BETWEEN_ATTEMPTS = 5000

/** After an answer that tells nothing, the review is there or is not: a second one would say all again. */
const create = async (
  { client, pullRequest, reader, run, known }: Author,
  suggestions: readonly MarkedSuggestion[],
  text: string,
): Promise<EarlierReview> => {
  const { owner, repo, number, headSha } = pullRequest
  const state = stateOf(text)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await client.rest.pulls.createReview({
        owner,
        repo,
        pull_number: number,
        commit_id: headSha,
        event: 'COMMENT',
        body: marked(run, text),
        comments: suggestions.map(draft),
      })
      known.add(data.id)
      return { id: data.id, url: data.html_url, mark: { run, state } }
    } catch (error) {
      if (refusalOf(error)?.kind !== 'failing') throw error
      const arrived = (await reader.reviews()).find(
        ({ id, mark }) => !known.has(id) && mark.run === run && mark.state === state,
      )
      if (arrived) {
        known.add(arrived.id)
        return arrived
      }
      if (attempt === MOST_ATTEMPTS) throw error
      await client.wait(BETWEEN_ATTEMPTS)
    }
  }
}

/** https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request: a start only where there are several lines. */
const draft = ({ suggestion, mark }: MarkedSuggestion) => {
  const { path, startLine, endLine } = suggestion
  return {
    path,
    body: suggestionComment(suggestion, mark),
    ...(startLine < endLine && { start_line: startLine, start_side: 'RIGHT' }),
    line: endLine,
    side: 'RIGHT',
  }
}
