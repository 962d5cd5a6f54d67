import { basename } from 'node:path/posix'
import { isConfigurationFile } from '../../lint/module-files.js'
import type { Client } from './client.js'
import { items, PAGE } from './pages.js'
import type { PullRequest } from './pull-request.js'
import { type Refusal, refusalOf } from './refusal.js'

export interface ChangedFile {
  /** From the root of the repository, `/`-separated. */
  readonly path: string
  /** A renamed file may be modified, too. */
  readonly status: 'added' | 'modified' | 'renamed' | 'removed'
  /** What it was called before it was renamed. */
  readonly previousPath?: string
  /** The unified diff without its two header lines; absent for what GitHub shows none of, such as a large or a binary file. */
  readonly patch?: string
}

export type ChangedFiles =
  | { readonly kind: 'known'; readonly files: readonly ChangedFile[] }
  /** As many as GitHub lists: enough for a review, not for leaving files out. `because` is a clause. */
  | { readonly kind: 'first'; readonly because: string; readonly files: readonly ChangedFile[] }
  /** Not even enough for a review: of a file that is missing nobody knows whether it is changed. */
  | { readonly kind: 'refused'; readonly because: string; readonly refusal: Refusal }

type DiffEntry = Awaited<ReturnType<Client['rest']['pulls']['listFiles']>>['data'][number]

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST = 3000

/**
 * A page leaves out the patches beyond some 20,000 lines, as if those files had no changes; asked for alone, each has its own
 * (https://github.com/orgs/community/discussions/213491). So many are.
 */
const MOST_ALONE = 20

export const changedFiles = async (client: Client, pullRequest: PullRequest): Promise<ChangedFiles> => {
  const entries: DiffEntry[] = []
  try {
    const all = items((page) => pageOf(client, pullRequest, PAGE, page), MOST / PAGE)
    for await (const entry of all) entries.push(entry)
    await completePatches(client, pullRequest, entries)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const because = `GitHub did not list all files that the pull request changes (${refusal.answer})`
    return { kind: 'refused', because, refusal }
  }
  const files = entries.map(changedFile)
  const { changedFiles: total } = pullRequest
  if (files.length < MOST || total === MOST) return { kind: 'known', files }
  const all = total === undefined ? 'as many or more' : total.toLocaleString('en')
  const because = `GitHub lists ${MOST.toLocaleString('en')} files of a pull request at most, and this one changes ${all}`
  return { kind: 'first', because, files }
}

const pageOf = ({ rest }: Client, { owner, repo, number }: PullRequest, size: number, page: number) =>
  rest.pulls.listFiles({ owner, repo, pull_number: number, per_page: size, page })

const completePatches = async (client: Client, pullRequest: PullRequest, entries: DiffEntry[]): Promise<void> => {
  const lacking = [...entries.entries()].filter(([, entry]) => isConfiguration(entry) && entry.patch === undefined)
  for (const [index, { filename }] of lacking.slice(0, MOST_ALONE)) {
    const [alone] = (await pageOf(client, pullRequest, 1, index + 1)).data
    if (alone?.filename === filename) entries[index] = alone
  }
}

/** A file that a patch of ours may change. */
const isConfiguration = ({ filename, status }: DiffEntry): boolean =>
  status !== 'removed' && isConfigurationFile(basename(filename))

const changedFile = ({ filename, status, previous_filename, patch }: DiffEntry): ChangedFile => ({
  path: filename,
  status: statusOf(status),
  ...(status === 'renamed' && previous_filename !== undefined && { previousPath: previous_filename }),
  ...(patch !== undefined && { patch }),
})

const statusOf = (status: DiffEntry['status']): ChangedFile['status'] => {
  switch (status) {
    case 'added':
    case 'copied':
      return 'added'
    case 'renamed':
    case 'removed':
      return status
    default:
      // `changed` is a file of which the mode or the kind is another one.
      return 'modified'
  }
}
