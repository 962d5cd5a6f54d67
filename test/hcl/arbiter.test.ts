import { expect, test } from 'vitest'
import { arbitrate } from '../../src/hcl/index.js'
import { SourceFile } from '../../src/source/source-file.js'

const ask = (text: string) => arbitrate(new SourceFile('main.tf', text))

test('a refused file comes with the place and the words of the first error', async () => {
  expect(await ask('a = 1\nb = \nb = 2\nc = ]\n')).toEqual({
    verdict: 'refused',
    message: 'Invalid expression; Expected the start of an expression, but found an invalid expression token.',
    line: 2,
    column: 5,
  })
  expect(await ask('a {')).toMatchObject({ verdict: 'refused', line: 1, column: 3 })
})

test('an accepted file comes as JSON', async () => {
  expect(await ask('a = 1\nb "c" {\n  d = "x"\n}\n')).toEqual({
    verdict: 'accepted',
    json: '{"a":1,"b":{"c":[{"d":"x"}]}}',
  })
})

test('a file that cannot be said in JSON, or that is too deep for the arbiter, is not judged', async () => {
  expect(await ask('a "b" {}\na "b" "c" {}\n')).toEqual({ verdict: 'unavailable' })
  expect(await ask(`a = ${'['.repeat(50_000)}`)).toEqual({ verdict: 'unavailable' })
  expect(await ask(`a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toEqual({ verdict: 'unavailable' })
  expect(await ask('a = 1\n')).toMatchObject({ verdict: 'accepted' })
})
