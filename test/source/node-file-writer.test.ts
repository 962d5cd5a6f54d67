import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeFileWriter } from '../../src/source/node-file-writer.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-writer-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const at = (path: string): string => join(directory, path)
const plant = (path: string, text = 'old\n'): void => writeFileSync(at(path), text)
const read = (path: string): string => readFileSync(at(path), 'utf8')
const replacement = (path: string, after = 'new\n', before = 'old\n') => ({
  path,
  before: Buffer.from(before),
  after: Buffer.from(after),
})
const replace = (...paths: readonly string[]) =>
  nodeFileWriter(directory).replace(paths.map((path) => replacement(path)))

const isSuperuser = process.getuid?.() === 0
/** It has no modes but read-only. */
const isWindows = process.platform === 'win32'

describe('a file', () => {
  test('is replaced, and nothing is left beside it', () => {
    plant('main.tf')
    expect(replace('main.tf')).toBeUndefined()
    expect(read('main.tf')).toBe('new\n')
    expect(readdirSync(directory)).toEqual(['main.tf'])
  })

  test('is named by its absolute path, too', () => {
    plant('main.tf')
    expect(replace(at('main.tf'))).toBeUndefined()
    expect(read('main.tf')).toBe('new\n')
  })

  test.skipIf(isWindows).each([0o600, 0o644, 0o664, 0o755, 0o200])('keeps its mode %o', (mode) => {
    plant('main.tf')
    chmodSync(at('main.tf'), mode)
    if (!isSuperuser && (mode & 0o400) === 0) return
    expect(replace('main.tf')).toBeUndefined()
    expect(statSync(at('main.tf')).mode & 0o7777).toBe(mode)
  })

  test('is replaced behind a symbolic link, which stays', () => {
    mkdirSync(at('shared'))
    plant('shared/main.tf')
    symlinkSync('shared/main.tf', at('main.tf'))
    expect(replace('main.tf')).toBeUndefined()
    expect(lstatSync(at('main.tf')).isSymbolicLink()).toBe(true)
    expect(readlinkSync(at('main.tf'))).toBe(join('shared', 'main.tf'))
    expect(read('shared/main.tf')).toBe('new\n')
    expect(readdirSync(directory).sort()).toEqual(['main.tf', 'shared'])
    expect(readdirSync(at('shared'))).toEqual(['main.tf'])
  })

  test('is written byte for byte', () => {
    const text = '\ufeffname = "ü😀"\r\nlast = 1'
    plant('main.tf')
    expect(nodeFileWriter(directory).replace([replacement('main.tf', text)])).toBeUndefined()
    expect(readFileSync(at('main.tf'))).toEqual(Buffer.from(text))
  })

  test('is left alone where it holds something else by now', () => {
    plant('main.tf', 'other\n')
    expect(replace('main.tf')).toEqual({
      path: 'main.tf',
      kind: 'changed',
      reason: 'it has changed since it was read',
    })
    expect(read('main.tf')).toBe('other\n')
  })

  test('is not made anew where it is gone', () => {
    expect(replace('main.tf')).toEqual({ path: 'main.tf', kind: 'changed', reason: 'it is no longer there' })
    expect(readdirSync(directory)).toEqual([])
  })

  test('is left alone where its link leads nowhere by now', () => {
    symlinkSync('gone.tf', at('main.tf'))
    expect(replace('main.tf')).toMatchObject({ kind: 'changed', reason: 'it is no longer there' })
  })

  test('is left alone where a directory has taken its place', () => {
    mkdirSync(at('main.tf'))
    expect(replace('main.tf')).toMatchObject({ kind: 'changed' })
  })

  test('is left alone where it is read-only, whoever runs this', () => {
    plant('main.tf')
    chmodSync(at('main.tf'), 0o444)
    expect(replace('main.tf')).toEqual({ path: 'main.tf', kind: 'read-only', reason: 'it is read-only' })
    expect(read('main.tf')).toBe('old\n')
    expect(readdirSync(directory)).toEqual(['main.tf'])
  })

  test.skipIf(isSuperuser || isWindows)('is left alone where nothing can be written beside it', () => {
    plant('main.tf')
    chmodSync(directory, 0o555)
    const refusal = replace('main.tf')
    chmodSync(directory, 0o755)
    expect(refusal).toEqual({ path: 'main.tf', kind: 'read-only', reason: 'no permission' })
    expect(read('main.tf')).toBe('old\n')
  })
})

describe('of several files', () => {
  test('all are replaced', () => {
    for (const path of ['a.tf', 'b.tf', 'c.tf']) plant(path)
    expect(replace('a.tf', 'b.tf', 'c.tf')).toBeUndefined()
    expect(['a.tf', 'b.tf', 'c.tf'].map(read)).toEqual(['new\n', 'new\n', 'new\n'])
  })

  test('none is, where one has changed', () => {
    plant('a.tf')
    plant('b.tf', 'other\n')
    expect(replace('a.tf', 'b.tf')).toMatchObject({ path: 'b.tf', kind: 'changed' })
    expect(read('a.tf')).toBe('old\n')
    expect(readdirSync(directory).sort()).toEqual(['a.tf', 'b.tf'])
  })

  test('none is, where one is read-only', () => {
    plant('a.tf')
    plant('b.tf')
    chmodSync(at('b.tf'), 0o444)
    expect(replace('a.tf', 'b.tf')).toMatchObject({ path: 'b.tf', kind: 'read-only' })
    expect(read('a.tf')).toBe('old\n')
  })
})
