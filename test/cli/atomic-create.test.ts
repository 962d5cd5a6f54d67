/** A new file, on file systems that know second names of files and on those that do not. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { atomicCreate } from '../../src/cli/atomic-write.js'

const system = vi.hoisted(() => ({ link: '', write: '' }))

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code })
  }
  const linkSync: typeof fs.linkSync = (...given) => (system.link === '' ? fs.linkSync(...given) : fail(system.link))
  const writeFileSync: typeof fs.writeFileSync = (...given) =>
    system.write !== '' && typeof given[0] === 'number' ? fail(system.write) : fs.writeFileSync(...given)
  return { ...fs, linkSync, writeFileSync }
})

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
})
afterEach(() => {
  system.link = ''
  system.write = ''
  rmSync(cwd, { recursive: true })
})

describe.each([
  ['with second names', ''],
  ['without second names', 'EPERM'],
  ['that says so in another way', 'ENOTSUP'],
])('on a file system %s, a new file', (_, link) => {
  beforeEach(() => {
    system.link = link
  })

  it('is written, with the directories that lead to it', () => {
    expect(atomicCreate(cwd, 'a/b c/new', 'text')).toBe(true)
    expect(readFileSync(join(cwd, 'a/b c/new'), 'utf8')).toBe('text')
    expect(readdirSync(join(cwd, 'a/b c'))).toEqual(['new'])
  })

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'old')],
    ['a directory', (path: string) => mkdirSync(path)],
    ['a link that leads nowhere', (path: string) => symlinkSync('nowhere', path)],
  ])('is not written over %s', (_, plant) => {
    plant(join(cwd, 'there'))
    expect(atomicCreate(cwd, 'there', 'text')).toBe(false)
    expect(readdirSync(cwd)).toEqual(['there'])
  })

  it('tells why it cannot be written', () => {
    writeFileSync(join(cwd, 'file'), '')
    expect(() => atomicCreate(cwd, 'file/new', 'text')).toThrow('cannot write file/new: a part of its path is a file')
  })
})

it('leaves no half of a file where the disk is full', () => {
  system.link = 'EPERM'
  system.write = 'ENOSPC'
  expect(() => atomicCreate(cwd, 'new', 'text')).toThrow('cannot write new: the disk is full')
  expect(readdirSync(cwd)).toEqual([])
})
