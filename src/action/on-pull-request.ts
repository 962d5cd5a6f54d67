import type { Engine } from '../cli/engine.js'
import type { Report } from '../report/report.js'
import { inChanged, reporting } from './changed.js'
import type { Host } from './host.js'
import type { Inputs } from './inputs.js'
import { jobsPullRequest } from './jobs-pull-request.js'
import type { Log } from './log.js'
import type { ReviewOutcome } from './pull-request/index.js'
import type { Workspace } from './workspace.js'

/** What a run has to do with the pull request that it is for. */
export interface OnPullRequest {
  /** The engine, reporting only what is asked for. */
  readonly scoped: (engine: Engine) => Engine
  /** Suggests the patches; absent where nobody asked for it or nothing can be suggested. */
  readonly review?: (report: Report) => Promise<ReviewOutcome>
}

const nothing: OnPullRequest = { scoped: (engine) => engine }

/** Says in the log, or as a notice, what of the inputs cannot be done. Asks GitHub nothing that they do not need. */
export const onPullRequest = async (
  host: Host,
  inputs: Inputs,
  workspace: Workspace,
  log: Log,
): Promise<OnPullRequest> => {
  const { onlyChanged, fixSuggestions, token } = inputs
  if (!onlyChanged && !fixSuggestions) return nothing
  const cannot = (because: string): void => {
    if (onlyChanged) log.notice(`only-changed: ${because}; all findings are reported`)
    else log.line(`fix-suggestions: ${because}`)
  }
  const job = jobsPullRequest(host, workspace.io)
  if (job.kind === 'none') {
    cannot(`there is no pull request: ${job.because}`)
    return nothing
  }
  if (token === undefined) {
    cannot('the input token is empty, so GitHub cannot be asked about the pull request')
    return nothing
  }
  const { pullRequest } = job
  const { changedFiles, createClient, reviewPullRequest } = await import('./pull-request/index.js')
  const client = createClient({
    token,
    environment: Object.fromEntries(host.environment),
    log: (sentence) => log.line(sentence),
  })
  const changed = await changedFiles(client, pullRequest)
  const { repositoryPath } = workspace
  if (changed.kind !== 'known') cannot(changed.because)
  const isWanted = onlyChanged && changed.kind === 'known' ? inChanged(changed.files, workspace) : undefined
  return {
    scoped: (engine) => (isWanted ? reporting(engine, isWanted) : engine),
    ...(fixSuggestions && {
      review: (report) =>
        reviewPullRequest(client, pullRequest, report, { changed, repositoryPath, run: runOf(host, inputs) }),
    }),
  }
}

/** The same at the next push, another one for another step. */
const runOf = (
  { environment }: Host,
  { workingDirectory, paths, plans, source, config }: Inputs,
): readonly string[] => {
  const of = (name: string): string => environment.get(name) ?? ''
  // `owner/repo/.github/workflows/lint.yml@refs/pull/1/merge`
  const workflow = of('GITHUB_WORKFLOW_REF').split('@', 1)[0] ?? ''
  return [
    workflow,
    of('GITHUB_JOB'),
    of('GITHUB_ACTION'),
    workingDirectory,
    ...paths,
    ...plans,
    source ?? '',
    config ?? '',
  ]
}
