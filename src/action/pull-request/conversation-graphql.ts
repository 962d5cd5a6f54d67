import { visible } from '../../report/control-characters.js'
import type { Client } from './client.js'
import type { Conversation, ConversationReader, EarlierReview, EarlierSuggestion } from './conversation.js'
import { readReviewMark, readSuggestionMark } from './marker.js'
import type { PullRequest } from './pull-request.js'
import { UnexpectedAnswer } from './refusal.js'

/** Threads tell whether they are resolved nowhere but here; and whose a comment is, they tell of any token. */
const THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      state
      locked
      headRefOid
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          isResolved
          isOutdated
          comments(first: 1) {
            totalCount
            nodes { fullDatabaseId body author { __typename login } viewerDidAuthor isMinimized lastEditedAt }
          }
        }
      }
    }
  }
}`

const REVIEWS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId url body author { __typename login } viewerDidAuthor }
      }
    }
  }
}`

/** As GitHub documents the answer, and with all missing that can be missing where somebody else answers. */
interface Answer {
  readonly data?: {
    readonly viewer?: { readonly login?: string }
    readonly repository?: { readonly pullRequest?: Pull | null } | null
  } | null
  readonly errors?: readonly { readonly message?: string }[]
}

interface Pull {
  readonly state?: string
  readonly locked?: boolean
  readonly headRefOid?: string
  readonly reviewThreads?: Connection<Thread>
  readonly reviews?: Connection<Written & { readonly url?: string }>
}

interface Connection<Node> {
  readonly pageInfo?: { readonly hasNextPage?: boolean; readonly endCursor?: string | null }
  readonly nodes?: readonly (Node | null)[] | null
  readonly totalCount?: number
}

interface Thread {
  readonly isResolved?: boolean
  readonly isOutdated?: boolean
  readonly comments?: Connection<Written & { readonly isMinimized?: boolean; readonly lastEditedAt?: string | null }>
}

interface Written {
  /** A whole number in words: it has 64 bits. */
  readonly fullDatabaseId?: string | null
  readonly body?: string
  readonly author?: { readonly __typename?: string; readonly login?: string } | null
  readonly viewerDidAuthor?: boolean
}

export const graphqlReader = (client: Client, pullRequest: PullRequest): ConversationReader => ({
  conversation: () => readConversation(client, pullRequest),
  reviews: () => readReviews(client, pullRequest),
})

const readConversation = async (client: Client, pullRequest: PullRequest): Promise<Conversation> => {
  const { viewer, pull, nodes } = await pages(client, THREADS, pullRequest, ({ reviewThreads }) => reviewThreads)
  return {
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    isLocked: pull.locked === true,
    headSha: pull.headRefOid ?? '',
    reviews: await readReviews(client, pullRequest),
    suggestions: nodes.flatMap((thread) => earlierSuggestion(thread, viewer)),
  }
}

const readReviews = async (client: Client, pullRequest: PullRequest): Promise<readonly EarlierReview[]> => {
  const { viewer, nodes } = await pages(client, REVIEWS, pullRequest, ({ reviews }) => reviews)
  return nodes.flatMap((review) => earlierReview(review, viewer))
}

/** More than anybody reads: 10,000 threads. */
const MOST_PAGES = 100

const pages = async <Node>(
  client: Client,
  query: string,
  { owner, repo, number }: PullRequest,
  connectionOf: (pull: Pull) => Connection<Node> | undefined,
): Promise<{ readonly viewer: string; readonly pull: Pull; readonly nodes: readonly Node[] }> => {
  const nodes: Node[] = []
  let after: string | null = null
  for (let page = 1; ; page += 1) {
    const answer = (await client.query(query, { owner, repo, number, after })) as Answer | null | undefined
    const pull: Pull | null | undefined = answer?.data?.repository?.pullRequest
    const connection = pull ? connectionOf(pull) : undefined
    if (!pull || !Array.isArray(connection?.nodes)) throw new UnexpectedAnswer(saying(answer))
    nodes.push(...connection.nodes.filter((node) => node !== null))
    const { hasNextPage, endCursor } = connection.pageInfo ?? {}
    if (!hasNextPage || !endCursor || page === MOST_PAGES)
      return { viewer: answer?.data?.viewer?.login ?? '', pull, nodes }
    after = endCursor
  }
}

const saying = (answer: Answer | null | undefined): string =>
  visible(String(answer?.errors?.[0]?.message ?? 'something else than was asked for')).slice(0, 300)

/** An app writes under its name, and is called by it with `[bot]` behind: https://docs.github.com/graphql/reference/objects#bot */
const isOurs = ({ author, viewerDidAuthor }: Written, viewer: string): boolean =>
  viewerDidAuthor === true || (author?.__typename === 'Bot' && `${author.login}[bot]` === viewer)

const earlierSuggestion = (
  { isResolved, isOutdated, comments }: Thread,
  viewer: string,
): readonly EarlierSuggestion[] => {
  const [first] = comments?.nodes ?? []
  const mark = first && isOurs(first, viewer) ? readSuggestionMark(first.body ?? '') : undefined
  if (!first?.fullDatabaseId || !mark) return []
  const isAnswered = (comments?.totalCount ?? 1) > 1
  // We edit no comment ourselves.
  const isSettled = isResolved || isAnswered || first.isMinimized || Boolean(first.lastEditedAt)
  const state = isSettled ? 'settled' : isOutdated ? 'outdated' : 'open'
  return [{ id: Number(first.fullDatabaseId), mark, state }]
}

const earlierReview = (review: Written & { readonly url?: string }, viewer: string): readonly EarlierReview[] => {
  const { fullDatabaseId, url = '', body = '' } = review
  const mark = isOurs(review, viewer) ? readReviewMark(body) : undefined
  return fullDatabaseId && mark ? [{ id: Number(fullDatabaseId), url, mark }] : []
}
