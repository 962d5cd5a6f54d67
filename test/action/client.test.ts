/** How the Action waits for GitHub: nothing here sleeps, but all of it goes over HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changedFiles } from '../../src/action/pull-request/index.js'
import { type Fault, GitHubServer } from './github-server.js'
import { clientOf, NOW, type Patience, pullRequestOn } from './pull-request.js'

let server: GitHubServer
let patience: Patience
beforeEach(async () => {
  server = await GitHubServer.start()
  server.list([{ filename: 'main.tf', status: 'added', patch: '@@ -0,0 +1,1 @@\n+# new' }])
  patience = clientOf(server)
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

const read = () => changedFiles(patience.client, pullRequestOn(server))

const busy = (status: number): Fault => ({ status, body: { message: 'Server Error' }, foreign: true })
const tooMany = (headers: Readonly<Record<string, string>>, status = 429): Fault => ({
  status,
  headers,
  body: { message: 'API rate limit exceeded' },
})

describe('an outage', () => {
  test.each([500, 502, 503, 504])('%i is over at the third attempt', async (status) => {
    server.fail(/files/, busy(status), 2)
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([1000, 2000])
    expect(patience.log).toEqual([
      `GitHub does not answer (${status} Server Error): trying again in 1 second.`,
      `GitHub does not answer (${status} Server Error): trying again in 2 seconds.`,
    ])
  })

  test('says itself when it is over', async () => {
    server.fail(/files/, { ...busy(503), headers: { 'retry-after': '17' } })
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([17_000])
  })

  test('without an end is given up after four attempts', async () => {
    server.fail(/files/, busy(500), 99)
    expect(await read()).toMatchObject({ kind: 'refused', because: expect.stringContaining('(500 Server Error)') })
    expect(server.requests).toHaveLength(4)
    expect(patience.waits).toEqual([1000, 2000, 4000])
  })

  test('of the line between is one, too', async () => {
    server.fail(/files/, { status: 0, hangUp: true }, 2)
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([1000, 2000])
  })

  test('that keeps the line open is one, too', async () => {
    patience = clientOf(server, { timeout: 200 })
    server.fail(/files/, { status: 0, stalls: true })
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([1000])
    expect(patience.log).toEqual([
      expect.stringMatching(/^GitHub does not answer \(.*timeout.*\): trying again in 1 second\.$/),
    ])
  })

  test('where nobody listens is given up', async () => {
    await server.stop()
    expect(await read()).toMatchObject({ kind: 'refused', because: expect.stringMatching(/ECONNREFUSED|fetch failed/) })
    expect(patience.waits).toEqual([1000, 2000, 4000])
  })
})

describe('a limit', () => {
  test('is waited for as long as it says', async () => {
    server.fail(/files/, tooMany({ 'retry-after': '30' }))
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([30_000])
    expect(patience.log).toEqual(['GitHub asks for fewer requests: trying again in 30 seconds.'])
  })

  test('says a time of day', async () => {
    server.fail(/files/, tooMany({ 'retry-after': new Date(NOW + 45_000).toUTCString() }))
    await read()
    expect(patience.waits).toEqual([45_000])
  })

  test.each([403, 429])('of %i says when the hour is over', async (status) => {
    const reset = String(NOW / 1000 + 50)
    server.fail(/files/, tooMany({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, status))
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([51_000])
  })

  test('on what is done at once says nothing of its end: a minute', async () => {
    const body = {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    }
    server.fail(/files/, { status: 403, body })
    expect((await read()).kind).toBe('known')
    expect(patience.waits).toEqual([60_000])
  })

  test('is not waited for beyond three minutes in all', async () => {
    server.fail(/files/, tooMany({}), 99)
    expect((await read()).kind).toBe('refused')
    expect(patience.waits).toEqual([60_000, 120_000])
    expect((await read()).kind).toBe('refused')
    expect(patience.waits).toEqual([60_000, 120_000])
  })

  test('of half an hour is not waited for at all', async () => {
    server.fail(/files/, tooMany({ 'retry-after': '1800' }))
    expect(await read()).toMatchObject({ kind: 'refused', because: expect.stringContaining('429') })
    expect(patience.waits).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  test('in words that no clock knows is a minute', async () => {
    server.fail(/files/, tooMany({ 'retry-after': 'soon' }))
    await read()
    expect(patience.waits).toEqual([60_000])
  })
})

test('what is refused is not asked again', async () => {
  server.fail(/files/, { status: 403, body: { message: 'Resource not accessible by integration' } })
  await read()
  expect(server.requests).toHaveLength(1)
  expect(patience.waits).toEqual([])
})

test('a wrong token is said to be one', async () => {
  patience = clientOf(server, { token: 'ghs_other' })
  expect(await read()).toMatchObject({ kind: 'refused', because: expect.stringContaining('(401 Bad credentials)') })
})

test('what GitHub says cannot command a terminal or fill the log', async () => {
  server.fail(/files/, { status: 404, body: { message: `\u001b[31m\n::error::${'x'.repeat(5000)}` } })
  const changed = await read()
  expect(changed).toMatchObject({ because: expect.stringContaining('(404 \\u001b[31m ::error::xxx') })
  expect(changed.kind === 'refused' && changed.because.length).toBeLessThan(600)
})

test('the API of an enterprise server', async () => {
  const enterprise = await GitHubServer.start('/ghes/api/v3')
  enterprise.list(Array.from({ length: 150 }, (_, index) => ({ filename: `${index}.md`, status: 'added' })))
  const changed = await changedFiles(clientOf(enterprise).client, pullRequestOn(enterprise))
  expect(changed.kind === 'known' && changed.files).toHaveLength(150)
  await enterprise.stop()
  expect(enterprise.complaints).toEqual([])
})
