import { getOctokit } from '@actions/github'

export interface ClientOptions {
  readonly token: string
  /** `GITHUB_API_URL` and `GITHUB_GRAPHQL_URL` name the API of a GitHub Enterprise Server; github.com's where they are absent. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Told of each wait, a sentence each. */
  readonly log: (sentence: string) => void
  /** Resolves after so many milliseconds; a test's returns at once. */
  readonly wait?: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970, as the service's own clock counts them. */
  readonly now?: () => number
}

export interface Client {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly graphqlUrl: string
}

export const createClient = ({ token, environment }: ClientOptions): Client => {
  const baseUrl = environment['GITHUB_API_URL'] || 'https://api.github.com'
  return {
    octokit: getOctokit(token, { baseUrl }),
    graphqlUrl: environment['GITHUB_GRAPHQL_URL'] || `${baseUrl}/graphql`,
  }
}
