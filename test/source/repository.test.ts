import { describe, expect, it } from 'vitest'
import { isWithin, repositoryPath } from '../../src/source/repository.js'

describe('what lies in a directory', () => {
  it.each([
    ['/repo', true],
    ['/repo/main.tf', true],
    ['/repo/..data/main.tf', true],
    ['/repo/...', true],
    ['/repository/main.tf', false],
    ['/main.tf', false],
    ['/', false],
  ])('%s in /repo: %s', (path, expected) => {
    expect(isWithin('/repo', path)).toBe(expected)
  })
})

describe('a path as the repository knows it', () => {
  it.each([
    ['main.tf', 'infra/main.tf'],
    ['.', 'infra'],
    ['..', '.'],
    ['../modules/db/main.tf', 'modules/db/main.tf'],
    ['..data/main.tf', 'infra/..data/main.tf'],
    ['../..data/main.tf', '..data/main.tf'],
  ])('%s is %s', (path, expected) => {
    expect(repositoryPath('/repo', '/repo/infra', path)).toBe(expected)
  })

  it('is absolute outside', () => {
    expect(repositoryPath('/repo', '/repo', '../elsewhere/main.tf')).toMatch(/^(?:[A-Z]:)?\/elsewhere\/main\.tf$/)
  })
})
