/** The judge of the Action's requests can find fault: every request below is wrong in one way. */
import { describe, expect, test } from 'vitest'
import { answer } from './graphql.js'
import { complaintsAbout, type Exchange, sampleOf } from './openapi.js'

const REVIEWS = '/repos/acme/infra/pulls/7/reviews'

const exchange = (more: Partial<Exchange>): Exchange => ({
  method: 'POST',
  path: REVIEWS,
  query: new URLSearchParams(),
  body: { event: 'COMMENT', body: 'words', comments: [{ path: 'main.tf', body: 'more', line: 3, side: 'RIGHT' }] },
  status: 200,
  answer: sampleOf('pull-request-review'),
  ...more,
})

test('what is as described is not complained about', () => {
  expect(complaintsAbout(exchange({}))).toEqual([])
})

test.each<readonly [string, Partial<Exchange>, RegExp]>([
  ['an operation that there is not', { path: '/repos/acme/infra/pulls/7/opinions' }, /no operation/],
  ['a number that is none', { path: '/repos/acme/infra/pulls/seven/reviews' }, /parameter pull_number must be integer/],
  ['a parameter that there is not', { query: new URLSearchParams('size=3') }, /parameter size is not described/],
  ['a misspelt property', { body: { event: 'COMMENT', bodi: 'words' } }, /bodi/],
  ['a misspelt property within', { body: { event: 'COMMENT', comments: [{ path: 'a', body: 'b', Line: 3 }] } }, /Line/],
  [
    'a property of another type',
    { body: { event: 'COMMENT', comments: [{ path: 'a', body: 'b', line: '3' }] } },
    /integer/,
  ],
  ['a word that there is not', { body: { event: 'REMARK' } }, /allowed values/],
  [
    'what is required and lacking',
    { body: { event: 'COMMENT', comments: [{ path: 'a' }] } },
    /required property 'body'/,
  ],
  ['an answer without what it has', { answer: { id: 3 } }, /required property 'html_url'/],
  ['an answer with null where there is none', { answer: { ...sampleOf('pull-request-review'), id: null } }, /integer/],
  ['a status that is not described', { status: 201 }, /201 is not described/],
  ['an error without its shape', { status: 422, answer: [] }, /must be object/],
])('%s', (_, more, complaint) => {
  expect(complaintsAbout(exchange(more)).join('\n')).toMatch(complaint)
})

describe('GraphQL', () => {
  const root = { repository: () => ({ pullRequest: () => ({ state: 'OPEN', locked: null }) }) }
  const ask = (fields: string) =>
    answer(
      `query ($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) ${fields} }`,
      { owner: 'acme', repo: 'infra', number: 7 },
      root,
    )

  test('what is as described is answered', () => {
    expect(ask('{ pullRequest(number: $number) { state } }')).toEqual({
      repository: { pullRequest: { state: 'OPEN' } },
    })
  })

  test.each([
    ['a field that there is not', '{ pullRequest(number: $number) { mood } }', /PullRequest has no field mood/],
    ['an argument that there is not', '{ pullRequest(id: $number) { state } }', /pullRequest has no argument id/],
    ['an argument that is lacking', '{ pullRequest { state } }', /pullRequest needs the argument number/],
    ['an argument of another type', '{ pullRequest(number: $owner) { state } }', /\$owner is String!/],
    ['an object without fields', '{ pullRequest(number: $number) }', /which of its fields/],
    ['fields of a text', '{ pullRequest(number: $number) { state { word } } }', /has no fields/],
    ['null where there is none', '{ pullRequest(number: $number) { locked } }', /locked is never null/],
  ])('%s', (_, fields, complaint) => {
    expect(() => ask(fields)).toThrow(complaint)
  })
})
