import { getOctokit } from '@actions/github'
import { name, version } from '../../project.js'
import { persistent } from './persistence.js'

export interface ClientOptions {
  readonly token: string
  /** `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL` name the API of a GitHub Enterprise Server; github.com's where they are absent. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Told of each wait, a sentence each. */
  readonly log: (sentence: string) => void
  /** Resolves after so many milliseconds; a test's returns at once. */
  readonly wait?: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970, by the clock that the service's own times are compared with. */
  readonly now?: () => number
  /** Milliseconds that one answer may take. */
  readonly timeout?: number
}

type Octokit = ReturnType<typeof getOctokit>

export interface Client {
  readonly rest: Octokit['rest']
  /** Asks a question, which changes nothing. The answer is whatever the service sends. */
  readonly query: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly wait: (milliseconds: number) => Promise<void>
}

const TIMEOUT = 60_000

export const createClient = (options: ClientOptions): Client => {
  const { token, environment, log, timeout = TIMEOUT } = options
  const baseUrl = (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || graphqlUrlOf(baseUrl)
  const octokit = getOctokit(token, {
    baseUrl,
    userAgent: `${name}/${version}`,
    log: { debug: () => {}, info: () => {}, warn: log, error: log },
  })
  const { wait = sleep, now = Date.now } = options
  octokit.hook.wrap('request', persistent({ log, wait, now, timeout, isQuery: ({ url }) => url === graphqlUrl }))
  return {
    rest: octokit.rest,
    query: async (query, variables) =>
      (await octokit.request({ method: 'POST', url: graphqlUrl, data: { query, variables } })).data,
    wait,
  }
}

/** An enterprise server has `/api/v3` for the one and `/api/graphql` for the other. */
const graphqlUrlOf = (baseUrl: string): string => `${baseUrl.replace(/\/v3$/, '')}/graphql`

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
