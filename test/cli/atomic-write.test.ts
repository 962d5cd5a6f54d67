import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atomicWrite } from '../../src/cli/atomic-write.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

describe('a report', () => {
  it('is written, with nothing beside it', () => {
    atomicWrite(cwd, 'report.json', 'new')
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('new')
    expect(readdirSync(cwd)).toEqual(['report.json'])
  })

  it.each([0o600, 0o640, 0o666])('keeps the mode %o of the one that it replaces', (mode) => {
    const file = join(cwd, 'report.json')
    writeFileSync(file, 'old')
    chmodSync(file, mode)
    const before = statSync(file).mode
    atomicWrite(cwd, 'report.json', 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(statSync(file).mode).toBe(before)
  })

  it('goes where a link leads, which stays', () => {
    writeFileSync(join(cwd, 'real.json'), 'old')
    symlinkSync('real.json', join(cwd, 'link.json'))
    atomicWrite(cwd, 'link.json', 'new')
    expect(readFileSync(join(cwd, 'real.json'), 'utf8')).toBe('new')
    expect(readdirSync(cwd).sort()).toEqual(['link.json', 'real.json'])
  })
})
