import { describe, expect, it } from 'vitest'
import { findConfig } from '../../src/config/find-config.js'
import type { FileSystem } from '../../src/source/file-system.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'

const from = (cwd: string, files: Readonly<Record<string, Planted>>): FileSystem => ({
  ...memoryFileSystem(files),
  cwd,
})
const found = (fileSystem: FileSystem): string | undefined => {
  const outcome = findConfig(fileSystem)
  return outcome.kind === 'read' ? outcome.value : outcome.diagnostics.map(({ message }) => message).join('\n')
}

describe('the config', () => {
  it.each([
    ['/r/a/b', { '/r/.git': { directory: true } }, undefined],
    ['/r/a/b', { '/r/.tf-das-lint.json': '' }, '../../.tf-das-lint.json'],
    ['/r/a/b', { '/r/.tf-das-lint.yml': '', '/r/.git/config': '' }, '../../.tf-das-lint.yml'],
    ['/r/a/b', { '/r/.tf-das-lint.json': '', '/r/a/.tf-das-lint.yaml': '' }, '../.tf-das-lint.yaml'],
    ['/r/a/b', { '/r/a/b/.tf-das-lint.yaml': '', '/r/a/.tf-das-lint.json': '' }, '.tf-das-lint.yaml'],
    // A worktree or a submodule has a file of that name.
    ['/r/a/b', { '/r/.tf-das-lint.json': '', '/r/a/.git': 'gitdir: x' }, undefined],
    ['/r/a/b', { '/.tf-das-lint.json': '' }, '../../../.tf-das-lint.json'],
    ['/r', { '/r/.tf-das-lint.json': { directory: true }, '/.tf-das-lint.yaml': '' }, '../.tf-das-lint.yaml'],
    ['/r', { '/r/.tf-das-lint.json': { link: 'gone.json' } }, undefined],
    ['/r', { '/r/.tf-das-lint.json': { link: 'real.json' }, '/r/real.json': '' }, '.tf-das-lint.json'],
    ['/', { '/.tf-das-lint.json': '' }, '.tf-das-lint.json'],
  ] as const)('of %s with %o is %s', (cwd, files, expected) => {
    expect(found(from(cwd, files))).toBe(expected)
  })

  it('is one: two beside each other are a mistake', () => {
    const files = { '/r/.tf-das-lint.json': '', '/r/.tf-das-lint.yaml': '', '/r/a/x': '' }
    expect(findConfig(from('/r/a', files))).toMatchObject({
      kind: 'wrong',
      diagnostics: [
        {
          severity: 'error',
          message: '../.tf-das-lint.json and ../.tf-das-lint.yaml are both configs: which of them holds?',
          hint: 'keep one of them, or name one with --config FILE',
        },
      ],
    })
  })

  it('is looked for with a few looks at directories, and nothing is read', () => {
    const looks: string[] = []
    const files = memoryFileSystem({ '/r/.git/config': '', '/r/a/x': '' })
    const kind = (path: string) => {
      looks.push(path)
      return files.kind(path)
    }
    const fileSystem = { ...files, cwd: '/r/a', kind }
    expect(found(fileSystem)).toBe(undefined)
    expect(looks).toHaveLength(8)
    expect(files.reads).toEqual([])
  })

  it('is not where nobody may look', () => {
    const kind = (): never => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
    }
    expect(found({ ...memoryFileSystem({}), kind })).toBe(undefined)
  })
})
