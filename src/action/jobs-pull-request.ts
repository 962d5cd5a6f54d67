import type { Io } from '../cli/io.js'
import type { Host } from './host.js'
import { type PullRequest, pullRequestOf } from './pull-request/pull-request.js'

export type JobsPullRequest =
  | { readonly kind: 'found'; readonly pullRequest: PullRequest }
  /** `because` is a clause. */
  | { readonly kind: 'none'; readonly because: string }

/** The pull request that the job runs for. An event that cannot be read is one without. */
export const jobsPullRequest = ({ environment }: Pick<Host, 'environment'>, { fileSystem }: Io): JobsPullRequest => {
  const path = environment.get('GITHUB_EVENT_PATH')
  if (path === undefined || path === '') return none('the job has no event')
  let payload: unknown
  try {
    payload = JSON.parse(new TextDecoder().decode(fileSystem.read(path)))
  } catch (error) {
    return none(`its event cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const pullRequest = pullRequestOf(Object.fromEntries(environment), payload)
  if (pullRequest) return { kind: 'found', pullRequest }
  const event = environment.get('GITHUB_EVENT_NAME')
  return none(event === undefined || event === '' ? 'the job has no event' : `the event ${event} is of none`)
}

const none = (because: string): JobsPullRequest => ({ kind: 'none', because })
