/** The Action on a pull request: the built entry point as the runner starts it, and GitHub as its descriptions have it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GitHubServer, NUMBER, OWNER, REPO, TOKEN } from './github-server.js'
import { configuration } from './pull-request.js'
import { type Ended, Machine } from './runner.js'

const machine = new Machine()
let entry = ''
let server: GitHubServer
beforeAll(async () => {
  entry = await machine.install()
})
afterAll(() => machine.remove())
beforeEach(async () => {
  server = await GitHubServer.start('/api/v3')
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

type Texts = Readonly<Record<string, string>>
type Inputs = Readonly<Record<string, string>>

const payload = (head: string, changed: number) => ({
  pull_request: {
    number: NUMBER,
    changed_files: changed,
    head: { sha: server.headSha, repo: { full_name: head } },
    base: { sha: 'b'.repeat(40), repo: { full_name: `${OWNER}/${REPO}` } },
  },
})

const run = (files: Texts, inputs: Inputs, { head = `${OWNER}/${REPO}`, changed = 1 } = {}): Promise<Ended> =>
  machine.job(files).run(entry, {
    inputs: { token: TOKEN, ...inputs },
    event: { name: 'pull_request', payload: payload(head, changed) },
    environment: {
      GITHUB_API_URL: server.url,
      GITHUB_GRAPHQL_URL: server.graphqlUrl,
      GITHUB_REPOSITORY: `${OWNER}/${REPO}`,
    },
  })

const suggest = { 'fix-suggestions': 'true' }
const writes = (): readonly string[] => server.requests.filter((request) => /^(POST \/repos|PUT|DELETE)/.test(request))
const notices = ({ annotations }: Ended): readonly string[] =>
  annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)

describe('suggestions', () => {
  const two = { 'main.tf': configuration({ orders: 'quoted', stock: 'quoted' }) }

  test('are made at the first push, and not again at the next', async () => {
    server.push({}, two)
    const first = await run(two, suggest)
    expect([first.code, first.stderr]).toEqual([1, ''])
    expect(first.log).toContain('2 patches suggested on the pull request.')
    expect(notices(first)).toEqual([])
    expect(writes()).toEqual([`POST /repos/${OWNER}/${REPO}/pulls/${NUMBER}/reviews`])
    expect(server.comments.map((comment) => server.committed(comment).match(/= "aws_kms_key/g)?.length)).toEqual([1, 1])

    const next = await run(two, suggest)
    expect(next.log).toContain('2 patches suggested there before.')
    expect(writes()).toHaveLength(1)

    // Somebody commits the first one: GitHub resolves its thread.
    const [comment] = server.comments
    if (!comment) throw new Error('there is no suggestion')
    const committed = { 'main.tf': server.committed(comment) }
    Object.assign(comment, { isResolved: true, isOutdated: true })
    server.push({}, committed)
    const last = await run(committed, suggest)
    expect(last.log).toContain('1 patch suggested there before.')
    expect(server.comments).toHaveLength(2)
  })

  test('are left to annotations where the token of a fork may only read', async () => {
    server.push({}, two)
    const body = { message: 'Resource not accessible by integration' }
    server.fail(/^POST .*reviews/, { status: 403, body })
    const ended = await run(two, { ...suggest, annotations: 'false' }, { head: 'somebody/infra' })
    expect([ended.code, ended.stderr]).toEqual([1, ''])
    expect(notices(ended)).toContainEqual(expect.stringContaining('it comes from a fork, for which GitHub gives'))
    expect(ended.annotations.filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(2)
  })

  test('that GitHub cannot take leave the findings as they are', async () => {
    server.push({}, two)
    server.fail(
      /^POST .*reviews/,
      { status: 422, body: { message: 'Unprocessable Entity', errors: [], documentation_url: '' } },
      99,
    )
    const ended = await run(two, suggest)
    expect([ended.code, ended.stderr, ended.outputs.findings]).toEqual([1, '', '2'])
    expect(notices(ended)).toContainEqual(expect.stringContaining('GitHub does not take the review (422'))
  })

  test('need a token that is one', async () => {
    server.push({}, two)
    const ended = await run(two, { ...suggest, token: 'ghs_other' })
    expect([ended.code, ended.stderr]).toEqual([1, ''])
    expect(notices(ended)).toContainEqual(
      expect.stringContaining('GitHub does not accept the token (401 Bad credentials)'),
    )
    expect(ended.stdout.replaceAll('::add-mask::ghs_other', '')).not.toContain('ghs_other')
  })

  test('are for those who ask for them', async () => {
    server.push({}, two)
    expect((await run(two, {})).code).toBe(1)
    expect(server.requests).toEqual([])
  })
})

describe('only what is changed', () => {
  const files = { 'main.tf': configuration({ orders: 'quoted' }), 'other/main.tf': configuration({ stock: 'quoted' }) }

  test('is reported', async () => {
    server.push({ ...files, 'main.tf': undefined }, files)
    const ended = await run(files, { 'only-changed': 'true' })
    expect(ended.outputs.findings).toBe('1')
    expect(writes()).toEqual([])
  })

  test('is all where there are more files than GitHub lists', async () => {
    server.list(Array.from({ length: 3000 }, (_, index) => ({ filename: `${index}.md`, status: 'added' })))
    const ended = await run(files, { 'only-changed': 'true' }, { changed: 3001 })
    expect([ended.code, ended.outputs.findings]).toEqual([1, '2'])
    expect(notices(ended)).toContainEqual(
      'only-changed: GitHub lists 3,000 files of a pull request at most, and this one changes 3,001; all findings are reported',
    )
  })

  test('is all where GitHub does not say', async () => {
    server.fail(/files/, { status: 404, body: { message: 'Not Found' } })
    const ended = await run(files, { 'only-changed': 'true' })
    expect([ended.code, ended.outputs.findings]).toEqual([1, '2'])
    expect(notices(ended)).toContainEqual(
      'only-changed: GitHub did not list all files that the pull request changes (404 Not Found); all findings are reported',
    )
  })
})
