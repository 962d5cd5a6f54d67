import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChangedFile, type ChangedFiles, changedFiles } from '../../src/action/pull-request/index.js'
import { GitHubServer, patchOf } from './github-server.js'
import { clientOf, pullRequestOn } from './pull-request.js'

let server: GitHubServer
beforeEach(async () => {
  server = await GitHubServer.start()
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

const read = (changed?: number) =>
  changedFiles(clientOf(server).client, pullRequestOn(server, changed === undefined ? {} : { changedFiles: changed }))

const filesOf = (changed: ChangedFiles): readonly ChangedFile[] => {
  if (changed.kind === 'refused') throw new Error(changed.because)
  return changed.files
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ filename: `${index}.tf`, status: 'added', patch: '' }))

test('what became of each file', async () => {
  server.list([
    { filename: 'new.tf', status: 'added', patch: '@@ -0,0 +1,1 @@\n+# new' },
    { filename: 'changed.tf', status: 'modified', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
    { filename: 'gone.tf', status: 'removed', patch: '@@ -1,1 +0,0 @@\n-a' },
    { filename: 'there.tf', status: 'renamed', previous_filename: 'here.tf', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
    { filename: 'again.tf', status: 'copied', previous_filename: 'new.tf', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
    { filename: 'run.sh', status: 'changed' },
    { filename: 'picture.png', status: 'modified' },
  ])
  expect(await read()).toEqual({
    kind: 'known',
    files: [
      { path: 'new.tf', status: 'added', patch: '@@ -0,0 +1,1 @@\n+# new' },
      { path: 'changed.tf', status: 'modified', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
      { path: 'gone.tf', status: 'removed', patch: '@@ -1,1 +0,0 @@\n-a' },
      { path: 'there.tf', status: 'renamed', previousPath: 'here.tf', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
      { path: 'again.tf', status: 'added', patch: '@@ -1,1 +1,1 @@\n-a\n+b' },
      { path: 'run.sh', status: 'modified' },
      { path: 'picture.png', status: 'modified' },
    ],
  })
})

test.each(['über/größe.tf', '"quoted".tf', '::error::x.tf', '%0A.tf', '<b>.tf', '__proto__', 'a b/c d.tf'])(
  'a file may be called %s',
  async (filename) => {
    server.list([{ filename, status: 'added', patch: '@@ -0,0 +1,1 @@\n+# new' }])
    expect(filesOf(await read()).map(({ path }) => path)).toEqual([filename])
  },
)

describe('pages', () => {
  test.each([
    [0, 1],
    [99, 1],
    [100, 1],
    [101, 2],
    [250, 3],
    [2999, 30],
  ])('%i files are on %i pages', async (count, pages) => {
    server.list(many(count))
    const changed = await read(count)
    expect(changed.kind).toBe('known')
    expect(filesOf(changed).map(({ path }) => path)).toEqual(many(count).map(({ filename }) => filename))
    expect(server.requests.filter((request) => !request.includes('per_page=1&'))).toHaveLength(pages)
  })

  test('3,000 files are all where the event says so', async () => {
    server.list(many(3000))
    expect((await read(3000)).kind).toBe('known')
  })

  test.each([
    [3001, '3,001'],
    [undefined, 'as many or more'],
  ])('of %s files the others are not known', async (count, words) => {
    server.list(many(3000))
    const changed = await read(count)
    expect(changed).toMatchObject({
      kind: 'first',
      because: `GitHub lists 3,000 files of a pull request at most, and this one changes ${words}`,
    })
    expect(filesOf(changed)).toHaveLength(3000)
  })
})

describe('patches that a page leaves out', () => {
  const patch = patchOf('', 'a\nb\nc\n')

  test('are asked for alone', async () => {
    server.mostPatchLines = 6
    server.list(
      ['a.tf', 'b.tf', 'c.tf', 'notes.md', 'd.tf.json'].map((filename) => ({ filename, status: 'added', patch })),
    )
    const changed = await read()
    expect(filesOf(changed).map((file) => [file.path, file.patch])).toEqual([
      ['a.tf', patch],
      ['b.tf', patch],
      ['c.tf', patch],
      ['notes.md', undefined],
      ['d.tf.json', patch],
    ])
    expect(server.requests.slice(1)).toEqual([
      'GET /repos/acme/infra/pulls/7/files?per_page=1&page=2',
      'GET /repos/acme/infra/pulls/7/files?per_page=1&page=3',
      'GET /repos/acme/infra/pulls/7/files?per_page=1&page=5',
    ])
  })

  test('are not those of another file, which a push has put in its place', async () => {
    server.list(['a.tf', 'b.tf'].map((filename) => ({ filename, status: 'modified' })))
    const body = [{ filename: 'c.tf', status: 'added', patch }]
    server.fail(/per_page=1&/, { status: 200, body, foreign: true }, 2)
    expect(filesOf(await read())).toEqual(['a.tf', 'b.tf'].map((path) => ({ path, status: 'modified' })))
  })

  test('of a file that has none stay out, and not more than 20 are asked for', async () => {
    server.list(Array.from({ length: 50 }, (_, index) => ({ filename: `${index}.tf`, status: 'modified' })))
    const changed = await read()
    expect(changed.kind).toBe('known')
    expect(filesOf(changed).every(({ patch }) => patch === undefined)).toBe(true)
    expect(server.requests).toHaveLength(21)
  })
})

describe('what GitHub refuses', () => {
  test.each([
    [401, 'Bad credentials', 'unauthorized'],
    [403, 'Resource not accessible by integration', 'forbidden'],
    [404, 'Not Found', 'missing'],
  ])('%i leaves the files unknown', async (status, message, kind) => {
    server.fail(/files/, { status, body: { message } })
    expect(await read()).toEqual({
      kind: 'refused',
      because: `GitHub did not list all files that the pull request changes (${status} ${message})`,
      refusal: { kind, answer: `${status} ${message}` },
    })
    expect(server.requests).toHaveLength(1)
  })

  test('in the middle leaves all of them unknown', async () => {
    server.list(many(250))
    server.fail(/page=2$/, { status: 404, body: { message: 'Not Found' } })
    expect((await read()).kind).toBe('refused')
  })

  test('a page of somebody else leaves them unknown', async () => {
    server.fail(/files/, { status: 200, body: '<html>Sign in</html>', foreign: true })
    expect(await read()).toEqual({
      kind: 'refused',
      because: 'GitHub did not list all files that the pull request changes (something that is no list)',
      refusal: { kind: 'failing', answer: 'something that is no list' },
    })
  })
})
