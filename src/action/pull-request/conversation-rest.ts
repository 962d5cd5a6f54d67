/** The conversation for a token or a server without GraphQL: it does not tell what is resolved. */
import type { Client } from './client.js'
import type { Conversation, ConversationReader, EarlierReview, EarlierSuggestion } from './conversation.js'
import { readReviewMark, readSuggestionMark } from './marker.js'
import { items, PAGE } from './pages.js'
import type { PullRequest } from './pull-request.js'
import { refusalOf } from './refusal.js'

type IsOurs = (user: { readonly login: string; readonly type: string } | null) => boolean

/** More than anybody reads. */
const MOST_PAGES = 100

export const restReader = (client: Client, pullRequest: PullRequest): ConversationReader => ({
  conversation: () => readConversation(client, pullRequest),
  reviews: async () => reviewsOf(client, pullRequest, await ownership(client)),
})

const readConversation = async (client: Client, pullRequest: PullRequest): Promise<Conversation> => {
  const { data } = await client.rest.pulls.get(parameters(pullRequest))
  const isOurs = await ownership(client)
  return {
    state: data.state === 'open' ? 'open' : 'closed',
    isLocked: data.locked,
    headSha: data.head.sha,
    reviews: await reviewsOf(client, pullRequest, isOurs),
    suggestions: await suggestionsOf(client, pullRequest, isOurs),
  }
}

const parameters = ({ owner, repo, number }: PullRequest) => ({ owner, repo, pull_number: number })

/** A job's own token belongs to no user, but to an app, of which it cannot ask the name: what any app wrote counts as ours. */
const ownership = async ({ rest }: Client): Promise<IsOurs> => {
  try {
    const { data } = await rest.users.getAuthenticated()
    return (user) => user?.login === data.login
  } catch (error) {
    if (refusalOf(error)?.kind !== 'forbidden') throw error
    return (user) => user?.type === 'Bot'
  }
}

const reviewsOf = async (
  { rest }: Client,
  pullRequest: PullRequest,
  isOurs: IsOurs,
): Promise<readonly EarlierReview[]> => {
  const ask = { ...parameters(pullRequest), per_page: PAGE }
  const reviews: EarlierReview[] = []
  for await (const review of items((page) => rest.pulls.listReviews({ ...ask, page }), MOST_PAGES)) {
    const mark = isOurs(review.user) ? readReviewMark(review.body) : undefined
    if (mark) reviews.push({ id: review.id, url: review.html_url, mark })
  }
  return reviews
}

const suggestionsOf = async (
  { rest }: Client,
  pullRequest: PullRequest,
  isOurs: IsOurs,
): Promise<readonly EarlierSuggestion[]> => {
  const ask = { ...parameters(pullRequest), per_page: PAGE }
  const suggestions: EarlierSuggestion[] = []
  for await (const comment of items((page) => rest.pulls.listReviewComments({ ...ask, page }), MOST_PAGES)) {
    const mark = isOurs(comment.user) ? readSuggestionMark(comment.body) : undefined
    if (mark) suggestions.push({ id: comment.id, mark, state: 'unknown' })
  }
  return suggestions
}
