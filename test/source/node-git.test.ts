import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { gitProgram, nodeGit } from '../../src/source/node-git.js'

const onWindows = (path: string, files: readonly string[], name = 'Path') =>
  gitProgram(new Map([[name, path]]), win32, (file) => files.includes(file))

describe('which git is started', () => {
  it('is the first along the PATH of Windows', () => {
    const files = ['C:\\Program Files\\Git\\cmd\\git.exe', 'D:\\git\\git.exe']
    expect(onWindows('C:\\Windows;C:\\Program Files\\Git\\cmd;D:\\git', files)).toBe(files[0])
  })

  it('is written with blanks and quotes there, and the variable in any case', () => {
    const files = ['C:\\Program Files\\Git\\cmd\\git.exe']
    for (const name of ['Path', 'PATH', 'path']) {
      expect(onWindows('"C:\\Program Files\\Git\\cmd"', files, name)).toBe(files[0])
    }
  })

  it('is none that lies in the working directory there', () => {
    const files = ['git.exe', '.\\git.exe', 'tools\\git.exe', 'C:git.exe']
    expect(onWindows('.;;tools;C:', files)).toBeUndefined()
    expect(gitProgram(new Map(), win32, () => true)).toBeUndefined()
  })

  it('is left to the system elsewhere, which looks along the PATH alone', () => {
    expect(gitProgram(new Map(), posix, () => false)).toBe('git')
  })
})

const hasGit = spawnSync('git', ['--version']).status === 0
const environment = new Map(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))

describe.skipIf(!hasGit)('asking git', () => {
  it('runs no program of that name in the working directory', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint git '))
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    for (const name of ['git', 'git.exe', 'git.com']) {
      writeFileSync(join(directory, name), '#!/bin/sh\necho taken in\n', { mode: 0o755 })
    }
    const answer = await nodeGit(directory, environment)(['--version'])
    expect(answer).toEqual({ kind: 'done', stdout: expect.stringMatching(/^git version /) })
  })

  it('passes on what it says where it refuses', async () => {
    const answer = await nodeGit(tmpdir(), environment)(['no-such-thing'])
    expect(answer).toEqual({ kind: 'failed', stderr: expect.stringContaining('no-such-thing') })
  })
})
