import { sep } from 'node:path'
import { expect, test } from 'vitest'
import { isWithin } from '../../../src/terraform/load/paths.js'

test.each([
  ['infra', 'infra', true],
  ['infra', 'infra/main.tf', true],
  ['infra/', 'infra/main.tf', true],
  ['/', '/main.tf', true],
  ['infra', 'infrastructure/main.tf', false],
  ['infra', 'main.tf', false],
  ['infra/db', 'infra', false],
  [`${sep}work${sep}infra`, `${sep}work${sep}infra${sep}main.tf`, true],
  [`${sep}work${sep}infra`, `${sep}work${sep}infrastructure`, false],
])('within %s lies %s: %s', (directory, path, expected) => {
  expect(isWithin(directory, path)).toBe(expected)
})
