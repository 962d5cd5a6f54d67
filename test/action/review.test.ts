/** The review of a pull request, from the findings to what stands on GitHub, push after push. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSuggestionMark } from '../../src/action/pull-request/marker.js'
import { type Comment, type Fault, GitHubServer, PERSON } from './github-server.js'
import { clientOf, configuration, reviewed } from './pull-request.js'

let server: GitHubServer
beforeEach(async () => {
  server = await GitHubServer.start()
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

type Texts = Readonly<Record<string, string>>
type Options = Parameters<typeof reviewed>[2]

/** A push of these files to a pull request that adds them all, and the run that follows. */
const push = (files: Texts, options: Options = {}) => {
  server.push({}, files)
  server.requests.length = 0
  return reviewed(server, files, options)
}

const writes = (): readonly string[] =>
  server.requests
    .filter((request) => !request.startsWith('GET ') && request !== 'POST /graphql')
    .map((request) => request.replace('/repos/acme/infra/pulls/', '').replace(/\d{5,}/, 'ID'))

const lastReview = (): string => server.reviews.at(-1)?.body ?? ''

const first = (): Comment => {
  const [comment] = server.comments
  if (!comment) throw new Error('there is no comment')
  return comment
}

const one = { 'main.tf': configuration({ orders: 'quoted' }) }
const two = { 'main.tf': configuration({ orders: 'quoted', stock: 'quoted' }) }
const none = { 'main.tf': configuration({ orders: 'good', stock: 'good' }) }

describe('the first push', () => {
  test('makes one review with all suggestions, each to be committed', async () => {
    const outcome = await push(two)
    expect(outcome).toEqual({
      url: expect.stringMatching(/^https:\/\/github\.test\/acme\/infra\/pull\/7#pullrequestreview-\d+$/),
      suggested: 2,
      kept: 0,
      settled: 0,
      withdrawn: 0,
      outside: 0,
      log: ['2 patches suggested on the pull request.'],
      notices: [],
    })
    expect(writes()).toEqual(['POST 7/reviews'])
    expect(server.reviews.map(({ commitId }) => commitId)).toEqual([server.headSha])
    for (const comment of server.comments) {
      expect(server.committed(comment).match(/= "aws_kms_key/g)).toHaveLength(1)
      expect(comment.body).toContain('**error** [invalid-kms-key-id](https://')
      expect(comment.body).toContain('**Safe patch**')
    }
  })

  test('says that an unsafe patch is one', async () => {
    await push({ 'main.tf': configuration({ orders: 'bare' }) })
    expect(first().body).toContain(
      '**Unsafe patch**, it may change what an apply does, so read it before you commit it:',
    )
    expect(server.committed(first())).toContain('resource "aws_rds_cluster_activity_stream" "orders" {')
  })

  test('says nothing where there is nothing to say', async () => {
    const outcome = await push(none)
    expect(outcome).toMatchObject({ suggested: 0, outside: 0, log: [], notices: [] })
    expect(outcome.url).toBeUndefined()
    expect(writes()).toEqual([])
  })

  test('shows a patch outside of the diff in the body', async () => {
    server.push({ 'main.tf': two['main.tf'] }, { 'main.tf': `# changed\n${two['main.tf']}` })
    const outcome = await reviewed(server, { 'main.tf': `# changed\n${two['main.tf']}` })
    expect(outcome).toMatchObject({ suggested: 0, outside: 2 })
    expect(server.comments).toEqual([])
    expect(lastReview()).toContain('**tf-das-lint** has 2 patches that no suggestion can hold, shown below.')
    expect(lastReview()).toContain('```diff\n--- a/main.tf\n+++ b/main.tf\n@@ -19,7 +19,7 @@')
    expect(lastReview()).toContain(
      '-  kms_key_id   = "aws_kms_key.audit.key_id"\n+  kms_key_id   = aws_kms_key.audit.key_id',
    )
    expect(lastReview()).toContain('Not a suggestion: it is outside of the lines that the pull request changes.')
  })

  test('makes one suggestion of a patch that several findings have', async () => {
    const counted = configuration({ orders: 'quoted' })
      .replaceAll(/(resource "aws_rds_cluster\w*" "orders" \{\n)/g, '$1  count = 12\n')
      .replaceAll('aws_rds_cluster.orders.', 'aws_rds_cluster.orders[count.index].')
    await push({ 'main.tf': counted })
    expect(server.comments.length).toBe(1)
    expect(first().body).toContain('aws_rds_cluster_activity_stream.orders[0]')
    expect(first().body.match(/^- \*\*error/gm)).toHaveLength(10)
    expect(first().body).toContain('- and 2 more findings of the same cause')
  })

  test('suggests one of two patches of a line, and shows the other one', async () => {
    const text = configuration({ orders: 'quoted' }).replace(
      '  resource_arn = aws_rds_cluster.orders.arn\n  mode         = "async"\n  kms_key_id   = "aws_kms_key.audit.key_id"\n',
      '  resource_arn = "aws_rds_cluster.orders.arn"\n  mode         = "async"\n  kms_key_id   = "aws_kms_key.audit.key_id"\n',
    )
    const json = {
      'main.tf.json':
        '{"resource":{"aws_kms_key":{"audit":{}},"aws_rds_cluster":{"orders":{"engine":"aurora-postgresql","database_name":"orders"}},"aws_rds_cluster_instance":{"orders":{"cluster_identifier":"${aws_rds_cluster.orders.id}","engine":"aurora-postgresql","instance_class":"db.r6g.large"}},"aws_rds_cluster_activity_stream":{"orders":{"resource_arn":"aws_rds_cluster.orders.arn","mode":"async","kms_key_id":"aws_kms_key.audit.key_id","depends_on":["aws_rds_cluster_instance.orders"]}}}}\n',
    }
    expect(await push({ 'main.tf': text })).toMatchObject({ suggested: 2, outside: 0 })
    server.comments.length = 0
    server.reviews.length = 0
    expect(await push(json)).toMatchObject({ suggested: 1, outside: 1 })
    expect(lastReview()).toContain('another suggestion changes the same lines: it follows when that one is committed')
  })
})

describe('the next push', () => {
  test('repeats nothing that still holds', async () => {
    const { url } = await push(two)
    const before = structuredClone([server.comments, server.reviews])
    expect(await push(two)).toMatchObject({ url, suggested: 0, kept: 2, log: ['2 patches suggested there before.'] })
    expect(writes()).toEqual([])
    expect([server.comments, server.reviews]).toEqual(before)
  })

  test('repeats nothing because lines have moved', async () => {
    await push(two)
    expect(await push({ 'main.tf': `# on top\n\n${two['main.tf']}` })).toMatchObject({ suggested: 0, kept: 2 })
    expect(writes()).toEqual([])
  })

  test('leaves what the base has moved in the merge, and can be committed still', async () => {
    await push(two)
    const before = lastReview()
    server.requests.length = 0
    expect(await reviewed(server, { 'main.tf': `# of the base\n${two['main.tf']}` })).toMatchObject({
      kept: 2,
      outside: 0,
      withdrawn: 0,
    })
    expect([writes(), lastReview()]).toEqual([[], before])
  })

  test('adds what is new, and leaves the words to the newer review', async () => {
    await push(one)
    const outcome = await push(two)
    expect(outcome).toMatchObject({ suggested: 1, kept: 1, withdrawn: 0 })
    expect(writes()).toEqual(['POST 7/reviews', 'PUT 7/reviews/ID'])
    expect(server.comments).toHaveLength(2)
    expect(server.reviews.map(({ body }) => body.split('\n')[0])).toEqual([
      `The rest is in [a later review](${outcome.url}).`,
      '**tf-das-lint** has 2 patches on the lines that this pull request changes, each a suggestion to commit.',
    ])
    await push(two)
    expect(writes()).toEqual([])
  })

  test('withdraws what is mended, and says so in the review', async () => {
    await push(two)
    expect(await push(one)).toMatchObject({ suggested: 0, kept: 1, withdrawn: 1 })
    expect(writes()).toEqual(['PUT 7/reviews/ID', 'DELETE comments/ID'])
    expect(server.comments).toHaveLength(1)
    expect(await push(none)).toMatchObject({ suggested: 0, kept: 0, withdrawn: 1, log: ['1 suggestion withdrawn.'] })
    expect(server.comments).toEqual([])
    expect(lastReview()).toContain('**tf-das-lint** has no patch left to suggest.')
    await push(none)
    expect(writes()).toEqual([])
  })

  test('suggests anew what can be committed no more where it stands', async () => {
    await push(one)
    first().isOutdated = true
    const { id } = first()
    expect(await push(one)).toMatchObject({ suggested: 1, kept: 0, withdrawn: 1 })
    expect(server.comments).toHaveLength(1)
    expect(first().id).not.toBe(id)
  })

  test('suggests anew what is to be another text', async () => {
    await push(one)
    const moved = { 'main.tf': one['main.tf'].replace('kms_key_id   = "', 'kms_key_id = "') }
    expect(await push(moved)).toMatchObject({ suggested: 1, withdrawn: 1 })
    expect(server.comments).toHaveLength(1)
    expect(server.committed(first())).toContain('  kms_key_id = aws_kms_key.audit.key_id\n')
  })

  test('suggests anew what somebody has deleted', async () => {
    await push(one)
    server.comments.length = 0
    expect(await push(one)).toMatchObject({ suggested: 1 })
    expect(server.comments).toHaveLength(1)
  })

  test('withdraws nothing that is only not read', async () => {
    await push(two)
    const broken = { 'main.tf': one['main.tf'], 'more.tf': 'resource "aws_rds_cluster" {{{\n' }
    expect(await push(broken)).toMatchObject({ withdrawn: 0 })
    expect(server.comments).toHaveLength(2)
  })

  test.each([
    ['of the service', { status: 502, body: '<html>', foreign: true }],
    ['of the token', { status: 403, body: { message: 'Resource not accessible by integration' } }],
  ] as const)('leaves all as it stands where the diff is not to be had, for a fault %s', async (_, fault) => {
    await push(two)
    const before = lastReview()
    server.fail(/files/, fault, 9)
    expect(await push(two)).toMatchObject({
      withdrawn: 0,
      outside: 0,
      notices: [expect.stringMatching(/^No patch is suggested on the pull request: .* \(\d+ ?.*\)\. /)],
    })
    expect(writes()).toEqual([])
    expect([server.comments.length, lastReview()]).toEqual([2, before])
  })

  test('withdraws nothing of files that GitHub does not list', async () => {
    await push(two)
    server.list(Array.from({ length: 3000 }, (_, index) => ({ filename: `${index}.md`, status: 'added' })))
    expect(await reviewed(server, two, { more: { changedFiles: 3001 } })).toMatchObject({ withdrawn: 0 })
    expect(server.comments).toHaveLength(2)
  })

  test('finds what it said among a hundred others', async () => {
    for (let index = 0; index < 150; index += 1) server.comment(PERSON, 'main.tf', 1, `remark ${index}`)
    await push(two)
    for (let index = 0; index < 150; index += 1) server.comment(PERSON, 'main.tf', 1, `remark ${index}`)
    expect(await push(two)).toMatchObject({ suggested: 0, kept: 2 })
    expect(writes()).toEqual([])
  })

  test('writes the patches outside of the diff anew in the same review', async () => {
    const before = { 'main.tf': '', 'other.tf': two['main.tf'] }
    server.push(before, { ...before, 'main.tf': '# changed\n' })
    await reviewed(server, { ...before, 'main.tf': '# changed\n' })
    const review = server.reviews[0]?.id
    expect(server.reviews[0]?.body).toContain('2 patches that no suggestion can hold')
    server.requests.length = 0
    await reviewed(server, { 'main.tf': '# changed\n', 'other.tf': one['main.tf'] })
    expect(writes()).toEqual(['PUT 7/reviews/ID'])
    expect(server.reviews.map(({ id }) => id)).toEqual([review])
    expect(server.reviews[0]?.body).toContain('1 patch that no suggestion can hold')
  })
})

describe('what somebody has settled', () => {
  const settled: readonly (readonly [string, (comment: Comment) => void])[] = [
    ['resolved', (comment) => Object.assign(comment, { isResolved: true })],
    [
      'resolved and outdated, as after a commit of it',
      (comment) => Object.assign(comment, { isResolved: true, isOutdated: true }),
    ],
    ['hidden', (comment) => Object.assign(comment, { isMinimized: true })],
    ['edited', (comment) => Object.assign(comment, { lastEditedAt: '2026-11-22T10:00:00Z' })],
    ['answered', (comment) => server.reply(comment, 'We want it that way.')],
  ]

  test.each(settled)('%s: it is left alone', async (_, settle) => {
    await push(one)
    settle(first())
    const before = structuredClone(server.comments)
    expect(await push(one)).toMatchObject({ suggested: 0, kept: 0, settled: 1, withdrawn: 0 })
    expect(await push({ 'main.tf': one['main.tf'].replace('kms_key_id   = "', 'kms_key_id = "') })).toMatchObject({
      settled: 1,
    })
    expect(server.comments).toEqual(before)
    expect(server.reviews).toHaveLength(1)
  })

  test.each(settled)('%s: it stays when its finding is gone', async (_, settle) => {
    await push(one)
    settle(first())
    const before = structuredClone(server.comments)
    expect(await push(none)).toMatchObject({ withdrawn: 0 })
    expect(server.comments).toEqual(before)
  })
})

describe('several runs and people', () => {
  test('a run withdraws nothing of another one, and repeats nothing of it', async () => {
    await push(one, { run: ['plan'] })
    expect(await push(one, { run: ['source'] })).toMatchObject({ suggested: 0, kept: 1 })
    expect(await push(none, { run: ['source'] })).toMatchObject({ withdrawn: 0 })
    expect(server.comments).toHaveLength(1)
    expect(await push(none, { run: ['plan'] })).toMatchObject({ withdrawn: 1 })
  })

  test('a marker in what somebody else writes means nothing', async () => {
    await push(one)
    const { body } = first()
    const review = server.reviews[0]?.body ?? ''
    server.comments.length = 0
    server.reviews.length = 0
    server.comment(PERSON, 'main.tf', 21, body)
    server.reviews.push({ id: 5, user: PERSON, commitId: server.headSha, body: review })
    expect(await push(one)).toMatchObject({ suggested: 1, kept: 0 })
    expect(await push(none)).toMatchObject({ withdrawn: 1 })
    expect(server.comments.map(({ user }) => user)).toEqual([PERSON])
    expect(server.reviews.find(({ id }) => id === 5)?.body).toBe(review)
  })

  test("an app knows its own comments by its name, which is no person's", async () => {
    server.knowsAuthors = false
    await push(one)
    expect(await push(one)).toMatchObject({ suggested: 0, kept: 1 })
    const { body } = first()
    server.comments.length = 0
    server.comment({ login: 'github-actions', type: 'User' }, 'main.tf', 21, body)
    expect(await push(one)).toMatchObject({ suggested: 1, kept: 0 })
  })

  test('a marker in the middle of our own words means nothing', async () => {
    await push(one)
    expect(readSuggestionMark(first().body)).toBeDefined()
    expect(readSuggestionMark(`${first().body}\nmore`)).toBeUndefined()
    expect(readSuggestionMark(first().body.replace('run=', 'run=x'))).toBeUndefined()
  })
})

describe('a pull request that takes no review', () => {
  test.each([
    ['it is closed', () => Object.assign(server, { state: 'closed' })],
    ['its conversation is locked', () => Object.assign(server, { isLocked: true })],
    ['a newer commit was pushed, which has a run of its own', () => Object.assign(server, { headSha: 'c'.repeat(40) })],
  ])('%s', async (because, change) => {
    const more = { headSha: server.headSha }
    change()
    expect(await push(one, { more })).toMatchObject({
      suggested: 0,
      log: [`No patch is suggested on the pull request: ${because}.`],
      notices: [],
    })
    expect(writes()).toEqual([])
  })
})

const integration: Fault = { status: 403, body: { message: 'Resource not accessible by integration' } }

describe('a token', () => {
  test('of a fork may only read', async () => {
    server.fail(/^POST .*reviews/, integration)
    expect(await push(one, { more: { isFork: true } })).toEqual({
      suggested: 0,
      kept: 0,
      settled: 0,
      withdrawn: 0,
      outside: 0,
      log: [],
      notices: [
        "No patch is suggested on the pull request: it comes from a fork, for which GitHub gives the job a token that may only read (403 Resource not accessible by integration). The findings are in the annotations and in the job's summary.",
      ],
    })
    expect(writes()).toEqual(['POST 7/reviews'])
  })

  test('without the permission', async () => {
    server.fail(/^POST .*reviews/, integration)
    expect((await push(one)).notices).toEqual([
      "No patch is suggested on the pull request: the token may not write there (403 Resource not accessible by integration). Give the job the permission 'pull-requests: write'.",
    ])
  })

  test('without the permission to read says so in the log where there is nothing to suggest', async () => {
    server.fail(/./, integration, 99)
    expect(await push(none)).toMatchObject({
      log: [expect.stringContaining('the token may not write there (403 Resource not accessible by integration)')],
      notices: [],
    })
    expect((await push(one)).notices).toHaveLength(1)
  })

  test('that is none', async () => {
    const outcome = await push(one, { patience: clientOf(server, { token: 'ghs_other' }) })
    expect(outcome.notices).toEqual([
      "No patch is suggested on the pull request: GitHub does not accept the token (401 Bad credentials). Give the input 'token' one that is valid, or leave it out for the job's own.",
    ])
  })

  test('that is shown no such pull request', async () => {
    const outcome = await push(one, { more: { number: 8 } })
    expect(outcome.notices).toEqual([
      "No patch is suggested on the pull request: GitHub shows the token no such pull request (404 Not Found). Give the job the permissions 'contents: read' and 'pull-requests: write'.",
    ])
  })

  test('that may delete nothing', async () => {
    await push(two)
    server.fail(/^DELETE/, integration, 9)
    expect(await push(none)).toMatchObject({
      withdrawn: 0,
      notices: ['2 suggestions without a finding could not be withdrawn (403 Resource not accessible by integration).'],
    })
    expect(writes().filter((request) => request.startsWith('DELETE'))).toHaveLength(1)
  })

  test('that may change no review', async () => {
    await push(one)
    server.fail(/^PUT/, integration)
    expect(await push(two)).toMatchObject({
      suggested: 1,
      notices: [expect.stringMatching(/^The earlier review https:\S+ could not be updated \(403 Resource not/)],
    })
  })
})

test('a suggestion that somebody deletes in the meantime is withdrawn all the same', async () => {
  await push(one)
  server.fail(/^DELETE/, { status: 404, body: { message: 'Not Found' } })
  expect(await push(none)).toMatchObject({ withdrawn: 1, notices: [] })
})

describe('a line that GitHub does not take', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const five = { 'main.tf': configuration(Object.fromEntries(names.map((name) => [name, 'quoted']))) }
  const lines = five['main.tf'].split('\n').flatMap((row, at) => (row.includes('kms_key_id') ? [at + 1] : []))

  test.each(lines)('line %i: its patch is shown in the body, the others are suggested', async (line) => {
    server.unwilling.add(`main.tf:${line}`)
    expect(await push(five)).toMatchObject({ suggested: 4, outside: 1, notices: [] })
    expect(server.comments.map((comment) => comment.line).sort((a, b) => a - b)).toEqual(
      lines.filter((each) => each !== line),
    )
    const whole = server.reviews.filter(({ body }) => body.includes('4 patches on the lines'))
    expect(whole).toHaveLength(1)
    expect(whole[0]?.body).toContain('Not a suggestion: GitHub does not take it')
  })

  test('all of them', async () => {
    for (const line of lines) server.unwilling.add(`main.tf:${line}`)
    expect(await push(five)).toMatchObject({ suggested: 0, outside: 5, notices: [] })
    expect(server.comments).toEqual([])
    expect(server.reviews).toHaveLength(1)
    expect(lastReview()).toContain('**tf-das-lint** has 5 patches that no suggestion can hold')
  })

  test('and no body either', async () => {
    server.fail(
      /^POST .*reviews/,
      {
        status: 422,
        body: { message: 'Unprocessable Entity', errors: ['no'], documentation_url: 'https://docs.github.com/rest' },
      },
      99,
    )
    expect(await push(one)).toMatchObject({
      suggested: 0,
      notices: [expect.stringContaining('GitHub does not take the review (422 Unprocessable Entity; no).')],
    })
  })
})

describe('a review that was sent', () => {
  const outage: Fault = { status: 502, body: { message: 'Bad Gateway' }, foreign: true }

  test('is not sent again where it arrived', async () => {
    server.fail(/^POST .*reviews/, { ...outage, late: true })
    expect(await push(two)).toMatchObject({ suggested: 2, notices: [] })
    expect(server.reviews).toHaveLength(1)
    expect(server.comments).toHaveLength(2)
  })

  test('is not sent again where the line broke', async () => {
    server.fail(/^POST .*reviews/, { status: 0, hangUp: true, late: true })
    expect(await push(two)).toMatchObject({ suggested: 2, notices: [] })
    expect(server.reviews).toHaveLength(1)
  })

  test('is sent again where it did not arrive', async () => {
    server.fail(/^POST .*reviews/, outage, 2)
    const patience = clientOf(server)
    expect(await push(two, { patience })).toMatchObject({ suggested: 2, notices: [] })
    expect(server.reviews).toHaveLength(1)
    expect(patience.waits).toEqual([5000, 1000, 5000, 1000])
  })

  test('is not taken for an earlier one of the same words', async () => {
    await push(two)
    server.comments.length = 0
    server.fail(/^POST .*reviews/, outage)
    expect(await push(two)).toMatchObject({ suggested: 2, notices: [] })
    expect(server.comments).toHaveLength(2)
  })

  test('is given up in the end', async () => {
    server.fail(/^POST .*reviews/, outage, 99)
    expect(await push(two)).toMatchObject({
      suggested: 0,
      notices: [expect.stringContaining('GitHub cannot be reached or is at fault (502 Bad Gateway).')],
    })
    expect(writes()).toEqual(['POST 7/reviews', 'POST 7/reviews', 'POST 7/reviews'])
  })

  test('waits for a limit', async () => {
    const body = { message: 'You have exceeded a secondary rate limit.' }
    server.fail(/^POST .*reviews/, { status: 403, headers: { 'retry-after': '20' }, body })
    const patience = clientOf(server)
    expect(await push(two, { patience })).toMatchObject({ suggested: 2 })
    expect(patience.waits).toEqual([20_000])
  })

  test('waits for no limit that is too long', async () => {
    server.fail(/^POST .*reviews/, { status: 429, headers: { 'retry-after': '3600' }, body: { message: 'Too many' } })
    expect((await push(two)).notices).toEqual([
      "No patch is suggested on the pull request: GitHub asks for fewer requests, for longer than the job should wait (429 Too many). The findings are in the annotations and in the job's summary.",
    ])
  })
})

describe('without GraphQL', () => {
  const refusals: readonly (readonly [string, Fault])[] = [
    [
      'a refusal',
      { status: 200, body: { data: null, errors: [{ message: 'Resource not accessible by integration' }] } },
    ],
    ['a server without it', { status: 404, body: { message: 'Not Found' } }],
    ['no permission', { status: 403, body: { message: 'Forbidden' } }],
    ['somebody else', { status: 200, body: '<html>', foreign: true }],
    ['no answer', { status: 200, body: null, foreign: true }],
    [
      'no list',
      {
        status: 200,
        body: { data: { repository: { pullRequest: { reviewThreads: { nodes: {} } } } }, errors: {} },
        foreign: true,
      },
    ],
  ]

  test.each(refusals)('%s: nothing is repeated, and nothing withdrawn', async (_, fault) => {
    server.fail(/graphql/, fault, 99)
    expect(await push(two)).toMatchObject({ suggested: 2, log: ['2 patches suggested on the pull request.'] })
    for (let index = 0; index < 150; index += 1) server.comment(PERSON, 'main.tf', 1, `remark ${index}`)
    const { log, ...next } = await push(two)
    expect(next).toMatchObject({ suggested: 0, kept: 2, notices: [] })
    expect(log[0]).toMatch(
      /^GitHub does not tell which suggestions are resolved \(.*\): earlier ones stay as they are\.$/,
    )
    expect(await push(none)).toMatchObject({ withdrawn: 0 })
    expect(server.comments.filter(({ user }) => user !== PERSON)).toHaveLength(2)
  })

  test("a person's token knows its own comments", async () => {
    server.fail(/graphql/, { status: 404, body: { message: 'Not Found' } }, 99)
    server.knowsViewer = true
    server.viewer = { login: 'deployer', type: 'User' }
    await push(one)
    server.comment(PERSON, 'main.tf', 21, first().body)
    expect(await push(one)).toMatchObject({ suggested: 0, kept: 1 })
    server.comments.shift()
    expect(await push(one)).toMatchObject({ suggested: 1, kept: 0 })
  })

  test.each([
    ['it is closed', () => Object.assign(server, { state: 'closed' })],
    ['its conversation is locked', () => Object.assign(server, { isLocked: true })],
    ['a newer commit was pushed, which has a run of its own', () => Object.assign(server, { headSha: 'c'.repeat(40) })],
  ])('%s', async (because, change) => {
    server.fail(/graphql/, { status: 404, body: { message: 'Not Found' } }, 99)
    const more = { headSha: server.headSha }
    change()
    expect((await push(one, { more })).log).toEqual([`No patch is suggested on the pull request: ${because}.`])
  })
})

describe('what a stranger writes', () => {
  const NASTY = '@octocat <img src=x> ::error::%0A `code` [a](http://b) | #1'

  test('in the name of a file is no markup', async () => {
    const path = `${NASTY.replaceAll('/', '_')}.tf`
    await push({ [path]: configuration({ orders: 'quoted' }) })
    expect(server.comments.map((comment) => comment.path)).toEqual([path])
    server.comments.length = 0
    server.reviews.length = 0
    server.push({}, { 'other.tf': '# nothing\n' })
    await reviewed(server, { [path]: configuration({ orders: 'quoted' }), 'other.tf': '# nothing\n' })
    const [summary = ''] = /<summary>.*<\/summary>/.exec(lastReview()) ?? []
    expect(summary).not.toMatch(/@|<img|::error|\]\(/)
  })

  test('in a value is no markup', async () => {
    const text = configuration({ orders: 'quoted' }).replace('"aws_kms_key.audit.key_id"', JSON.stringify(NASTY))
    await push({ 'main.tf': text })
    const prose = [...server.comments, ...server.reviews].map(({ body }) =>
      body.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`+[^`]+`+/g, ''),
    )
    for (const words of prose) expect(words).not.toMatch(/@octocat|<img|#1\b|\]\(http:\/\/b/)
  })

  test('in a secret is not shown', async () => {
    const near = configuration({ orders: 'quoted' }).replace(
      '  mode         = "async"',
      '  mode         = "async" # password = "hunter2"',
    )
    server.push({ 'main.tf': near }, { 'main.tf': `# changed\n${near}` })
    expect(await reviewed(server, { 'main.tf': `# changed\n${near}` })).toMatchObject({ outside: 1 })
    expect(lastReview()).toContain('mode         = "async" # password =')
    expect(lastReview()).not.toContain('hunter2')
  })
})

test('a body that is too long is cut with a word', async () => {
  const names = Array.from({ length: 120 }, (_, index) => [`orders_${'x'.repeat(60)}_${index}`, 'quoted'] as const)
  const text = configuration(Object.fromEntries(names))
  server.push({ 'main.tf': text }, { 'main.tf': `# changed\n${text}` })
  const outcome = await reviewed(server, { 'main.tf': `# changed\n${text}` })
  expect(outcome).toMatchObject({ suggested: 0, outside: 120, notices: [] })
  expect(lastReview().length).toBeGreaterThan(60_000)
  expect(Buffer.byteLength(lastReview())).toBeLessThanOrEqual(65_536)
  expect(lastReview()).toMatch(/\n\d+ more patches did not fit in here: see the job's summary\.\n/)
})

test('a review holds 50 suggestions, and shows the others', async () => {
  const text = configuration(
    Object.fromEntries(Array.from({ length: 53 }, (_, index) => [`c${index}`, 'quoted'] as const)),
  )
  expect(await push({ 'main.tf': text })).toMatchObject({ suggested: 50, outside: 3 })
  expect(lastReview()).toContain('a review holds 50 suggestions at most')
})

test('an enterprise server is asked where it answers', async () => {
  const enterprise = await GitHubServer.start('/ghes/api/v3')
  enterprise.push({}, one)
  expect(await reviewed(enterprise, one)).toMatchObject({ suggested: 1 })
  expect(await reviewed(enterprise, one)).toMatchObject({ suggested: 0, kept: 1 })
  await enterprise.stop()
  expect(enterprise.complaints).toEqual([])
})
