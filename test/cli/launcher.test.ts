/** `bin.cjs` keeps what V8 compiled of the command for the next run; whatever becomes of that, the command runs. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version } from '../../src/project.js'
import { buildCommand, spawnCommand } from './built.js'

let command = ''
const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-launcher-'))
beforeAll(async () => {
  command = await buildCommand()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** From 22.1 on, Node does it itself. */
describe.skipIf('enableCompileCache' in nodeModule)('the launcher, where Node keeps nothing', () => {
  const run = (environment: Readonly<Record<string, string>>) => spawnCommand(command, ['--version'], { environment })
  const right = { code: 0, stdout: `${version}\n`, stderr: '' }

  /** The files in the cache of a run with this home. */
  const kept = (cache: string): readonly string[] => {
    const own = join(cache, 'tf-das-lint')
    return existsSync(own) ? readdirSync(own).map((name) => join(own, name)) : []
  }

  test('keeps one file for its user alone, and takes it again', async () => {
    const cache = join(directory, 'kept')
    expect(await run({ XDG_CACHE_HOME: cache })).toEqual(right)
    const [file = '', ...others] = kept(cache)
    expect(others).toEqual([])
    const { mode, mtimeMs, size } = statSync(file)
    expect(mode & 0o777).toBe(0o600)
    expect(size).toBeGreaterThan(10_000)
    expect(await run({ XDG_CACHE_HOME: cache })).toEqual(right)
    expect(kept(cache)).toEqual([file])
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
  })

  test('is in the home directory where nothing else is said', async () => {
    expect(await run({ HOME: directory })).toEqual(right)
    expect(kept(join(directory, '.cache'))).toHaveLength(1)
  })

  test('replaces what cannot be used, and what earlier versions left', async () => {
    const cache = join(directory, 'broken')
    await run({ XDG_CACHE_HOME: cache })
    const [file = ''] = kept(cache)
    writeFileSync(file, 'no code')
    writeFileSync(join(cache, 'tf-das-lint', 'main-of-old'), '')
    expect(await run({ XDG_CACHE_HOME: cache })).toEqual(right)
    expect(kept(cache)).toEqual([file])
    expect(statSync(file).size).toBeGreaterThan(10_000)
  })

  test.each([
    ['in CI', { CI: 'true' }],
    ['where Node is told not to', { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ])('keeps nothing %s', async (_, environment) => {
    const cache = join(directory, 'nothing')
    expect(await run({ XDG_CACHE_HOME: cache, ...environment })).toEqual(right)
    expect(kept(cache)).toEqual([])
  })

  test.each(['a relative path', ''])('runs with %j for a directory', async (cache) => {
    expect(await run({ XDG_CACHE_HOME: cache })).toEqual(right)
    expect(existsSync(join(directory, 'a relative path'))).toBe(false)
  })

  test.skipIf(!existsSync('/proc'))('ends where no directory can be made, and makes no home', async () => {
    const home = join(directory, 'no', 'home')
    expect(await run({ HOME: '/proc' })).toEqual(right)
    expect(await run({ HOME: home })).toEqual(right)
    expect(existsSync(home)).toBe(false)
  })

  test('runs where nothing can be written', async () => {
    const cache = join(directory, 'read-only')
    mkdirSync(cache)
    writeFileSync(join(cache, 'tf-das-lint'), 'a file in its place')
    chmodSync(cache, 0o500)
    expect(await run({ XDG_CACHE_HOME: cache })).toEqual(right)
  })
})
