import type { ReviewMark, SuggestionMark } from './marker.js'

/** What stands on a pull request of ours, and whether more can be said there. */
export interface Conversation {
  readonly state: 'open' | 'closed'
  /** Only collaborators may still say something. */
  readonly isLocked: boolean
  /** The newest commit. */
  readonly headSha: string
  /** In the order they were made. */
  readonly reviews: readonly EarlierReview[]
  readonly suggestions: readonly EarlierSuggestion[]
}

export interface EarlierReview {
  readonly id: number
  readonly url: string
  readonly mark: ReviewMark
}

export interface EarlierSuggestion {
  /** Of the comment. */
  readonly id: number
  readonly mark: SuggestionMark
  /**
   * `open` is as we left it; `outdated` is open, but on lines that a later commit changed, so that nobody can commit it any more;
   * `settled` was resolved, hidden, answered or edited by somebody; `unknown` was not, or was.
   */
  readonly state: 'open' | 'outdated' | 'settled' | 'unknown'
}

/** Throws what Octokit throws, and `UnexpectedAnswer`. */
export interface ConversationReader {
  readonly conversation: () => Promise<Conversation>
  readonly reviews: () => Promise<readonly EarlierReview[]>
}
