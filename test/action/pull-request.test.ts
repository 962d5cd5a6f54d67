import { expect, test } from 'vitest'
import { pullRequestOf } from '../../src/action/pull-request/pull-request.js'

const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/infra' }

/** As GitHub sends it, but for what nobody reads. */
const payload = {
  action: 'synchronize',
  number: 7,
  pull_request: {
    number: 7,
    changed_files: 2,
    head: { sha: 'a'.repeat(40), ref: 'topic', repo: { full_name: 'acme/infra', fork: false } },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'acme/infra', fork: false } },
  },
}

const of = (pull: object): unknown => ({ ...payload, pull_request: { ...payload.pull_request, ...pull } })

const found = { owner: 'acme', repo: 'infra', number: 7, headSha: 'a'.repeat(40), isFork: false, changedFiles: 2 }

test('the pull request of the event', () => {
  expect(pullRequestOf(environment, payload)).toEqual(found)
})

test('one of a fork, and one of a fork that is gone', () => {
  const head = { sha: 'a'.repeat(40), repo: { full_name: 'somebody/infra' } }
  expect(pullRequestOf(environment, of({ head }))).toEqual({ ...found, isFork: true })
  expect(pullRequestOf(environment, of({ head: { ...head, repo: null } }))).toEqual({ ...found, isFork: true })
})

test('how many files it changes may be left out', () => {
  const { changedFiles, ...rest } = found
  expect(changedFiles).toBe(2)
  expect(pullRequestOf(environment, of({ changed_files: undefined }))).toEqual(rest)
})

test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch', 'workflow_run', 'issue_comment', ''])(
  'the event %j has none',
  (event) => {
    expect(pullRequestOf({ ...environment, GITHUB_EVENT_NAME: event }, payload)).toBeUndefined()
  },
)

test.each<readonly [string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'pull_request'],
  ['a list', [payload]],
  ['no pull request', { action: 'opened' }],
  ['a pull request of null', { pull_request: null }],
  ['a number in words', of({ number: '7' })],
  ['the number zero', of({ number: 0 })],
  ['no head', of({ head: null })],
  ['a head without a commit', of({ head: { repo: null } })],
  ['what is only inherited', Object.create(payload)],
])('a payload of %s has none', (_, given) => {
  expect(pullRequestOf(environment, given)).toBeUndefined()
})

test.each(['', 'acme', 'acme/', '/infra', 'acme/infra/more'])('the repository %j is none', (GITHUB_REPOSITORY) => {
  expect(pullRequestOf({ ...environment, GITHUB_REPOSITORY }, payload)).toBeUndefined()
})
