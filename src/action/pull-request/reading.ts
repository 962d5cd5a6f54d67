import type { Client } from './client.js'
import type { Conversation, ConversationReader } from './conversation.js'
import { graphqlReader } from './conversation-graphql.js'
import { restReader } from './conversation-rest.js'
import type { PullRequest } from './pull-request.js'
import { refusalOf, UnexpectedAnswer } from './refusal.js'

export interface Reading {
  readonly reader: ConversationReader
  readonly conversation: Conversation
  readonly log: readonly string[]
}

/** By GraphQL, which alone tells what is resolved; without that by the other API. */
export const read = async (client: Client, pullRequest: PullRequest): Promise<Reading> => {
  const reader = graphqlReader(client, pullRequest)
  try {
    return { reader, conversation: await reader.conversation(), log: [] }
  } catch (error) {
    const refusal = refusalOf(error)
    const isRefused = error instanceof UnexpectedAnswer || (refusal !== undefined && LOCAL.has(refusal.kind))
    if (!refusal || !isRefused) throw error
    const other = restReader(client, pullRequest)
    const conversation = await other.conversation()
    const sentence = `GitHub does not tell which suggestions are resolved (${refusal.answer}): earlier ones stay as they are.`
    return { reader: other, conversation, log: conversation.suggestions.length === 0 ? [] : [sentence] }
  }
}

/** Refusals that the other API need not repeat. */
const LOCAL: ReadonlySet<string> = new Set(['forbidden', 'missing', 'limited', 'unprocessable'])
