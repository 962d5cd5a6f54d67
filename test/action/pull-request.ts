/** What the tests of the pull request share: a client that waits for nothing, and configurations to suggest something for. */
import { type Client, changedFiles, createClient } from '../../src/action/pull-request/index.js'
import type { PullRequest } from '../../src/action/pull-request/pull-request.js'
import { type ReviewOutcome, reviewPullRequest } from '../../src/action/pull-request/review.js'
import { lint } from '../../src/program.js'
import type { Report } from '../../src/report/report.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { type GitHubServer, NUMBER, OWNER, REPO, TOKEN } from './github-server.js'

export interface Patience {
  readonly client: Client
  /** Milliseconds, in order. */
  readonly waits: number[]
  readonly log: string[]
}

export const NOW = Date.parse('2026-11-22T00:00:00Z')

export const clientOf = (
  server: GitHubServer,
  { token = TOKEN, timeout = 10_000 }: { readonly token?: string; readonly timeout?: number } = {},
): Patience => {
  const waits: number[] = []
  const log: string[] = []
  const client = createClient({
    token,
    environment: { GITHUB_API_URL: server.url },
    log: (sentence) => log.push(sentence),
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    now: () => NOW,
    timeout,
  })
  return { client, waits, log }
}

export const pullRequestOn = (server: GitHubServer, more: Partial<PullRequest> = {}): PullRequest => ({
  owner: OWNER,
  repo: REPO,
  number: NUMBER,
  headSha: server.headSha,
  isFork: false,
  ...more,
})

export const lintOf = (files: Readonly<Record<string, string>>): Promise<Report> =>
  lint({
    paths: ['.'],
    fileSystem: memoryFileSystem(files),
    environment: new Map(),
    variables: [],
    today: '2026-11-22',
  })

/** The whole way of the Action: the files, the findings, the review. */
export const reviewed = async (
  server: GitHubServer,
  files: Readonly<Record<string, string>>,
  { run = ['lint'], more = {}, patience = clientOf(server) }: ReviewedOptions = {},
): Promise<ReviewOutcome> => {
  const pullRequest = pullRequestOn(server, more)
  const changed = await changedFiles(patience.client, pullRequest)
  return reviewPullRequest(patience.client, pullRequest, await lintOf(files), {
    changed,
    repositoryPath: (path) => path,
    run,
  })
}

interface ReviewedOptions {
  readonly run?: readonly string[]
  readonly more?: Partial<PullRequest>
  readonly patience?: Patience
}

const CLUSTER = `resource "aws_rds_cluster" "NAME" {
  cluster_identifier          = "NAME"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "NAME" {
  cluster_identifier = aws_rds_cluster.NAME.id
  engine             = aws_rds_cluster.NAME.engine
  instance_class     = "db.r6g.large"
}
`

const STREAM = `
resource "aws_rds_cluster_activity_stream" "NAME" {
  resource_arn = aws_rds_cluster.NAME.arn
  mode         = "async"
  kms_key_id   = KEY

  depends_on = [aws_rds_cluster_instance.NAME]
}
`

const KEY = `
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}
`

/** Of each name a cluster with its stream; `good` is in order, `quoted` names its key in quotes, which has a patch of one line. */
export const configuration = (names: Readonly<Record<string, 'good' | 'quoted' | 'bare'>>): string =>
  KEY.trimStart() +
  Object.entries(names)
    .map(([name, state]) => {
      const key = state === 'quoted' ? '"aws_kms_key.audit.key_id"' : 'aws_kms_key.audit.key_id'
      const stream = state === 'bare' ? '' : STREAM.replace('KEY', key)
      return `\n${CLUSTER}${stream}`.replaceAll('NAME', name)
    })
    .join('')
