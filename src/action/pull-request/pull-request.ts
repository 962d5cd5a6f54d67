/** The pull request that a job runs for, as the runner's environment and the event's payload name it. */
export interface PullRequest {
  readonly owner: string
  readonly repo: string
  readonly number: number
  /** The commit that was pushed, not the merge commit that the runner checks out for it. */
  readonly headSha: string
  /** Its head is in another repository, or in one that is gone: the job's token may only read, unless the repository says otherwise. */
  readonly isFork: boolean
  /** How many files it changes; absent where the event does not say. */
  readonly changedFiles?: number
}

/** Events of which the payload holds the pull request that the job runs for. */
const EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
])

/**
 * `environment` is the runner's (`GITHUB_EVENT_NAME`, `GITHUB_REPOSITORY`), `payload` the parsed file at `GITHUB_EVENT_PATH`, whatever is
 * in it. `undefined` for all other events: a push, a merge group and a schedule have no pull request, and a `workflow_run` checks out
 * something else than what is in its own.
 */
export const pullRequestOf = (
  environment: Readonly<Record<string, string | undefined>>,
  payload: unknown,
): PullRequest | undefined => {
  if (!EVENTS.has(environment.GITHUB_EVENT_NAME ?? '')) return undefined
  const pull = at(payload, 'pull_request')
  const number = at(pull, 'number')
  const headSha = at(at(pull, 'head'), 'sha')
  const base = at(at(at(pull, 'base'), 'repo'), 'full_name')
  const head = at(at(at(pull, 'head'), 'repo'), 'full_name')
  const [owner = '', repo = '', ...others] = (environment.GITHUB_REPOSITORY ?? '').split('/')
  if (owner === '' || repo === '' || others.length > 0) return undefined
  if (!isCount(number) || number === 0 || typeof headSha !== 'string' || headSha === '') return undefined
  const changedFiles = at(pull, 'changed_files')
  return {
    owner,
    repo,
    number,
    headSha,
    isFork: typeof head !== 'string' || head !== base,
    ...(isCount(changedFiles) && { changedFiles }),
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
