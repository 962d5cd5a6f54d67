/** What no file system does when asked to: a rename that fails between others. */
import type * as fs from 'node:fs'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nodeFileWriter } from '../../src/source/node-file-writer.js'

const disk = vi.hoisted(() => ({ failsAt: '' }))

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>()
  const failing = (path: fs.PathLike): boolean => disk.failsAt !== '' && String(path).endsWith(disk.failsAt)
  return {
    ...original,
    renameSync: (from: fs.PathLike, to: fs.PathLike) => {
      if (failing(to)) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      original.renameSync(from, to)
    },
  }
})

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-writer-'))
})
afterEach(() => {
  disk.failsAt = ''
  rmSync(directory, { recursive: true, force: true })
})

const names = ['a.tf', 'b.tf', 'c.tf']

test.each(names)('puts the others back where %s cannot be replaced, and leaves nothing beside them', (failing) => {
  for (const name of names) {
    writeFileSync(join(directory, name), `${name}\n`)
    chmodSync(join(directory, name), 0o640)
  }
  // Windows knows no more of it than whether it is read-only.
  const { mode } = statSync(join(directory, failing))
  disk.failsAt = failing
  const refusal = nodeFileWriter(directory).replace(
    names.map((path) => ({ path, before: Buffer.from(`${path}\n`), after: Buffer.from('new\n') })),
  )
  expect(refusal).toEqual({ path: failing, kind: 'failed', reason: 'the disk is full' })
  expect(readdirSync(directory).sort()).toEqual(names)
  for (const name of names) {
    expect(readFileSync(join(directory, name), 'utf8')).toBe(`${name}\n`)
    expect(statSync(join(directory, name)).mode).toBe(mode)
  }
})
