import { statSync } from 'node:fs'
import system, { type PlatformPath } from 'node:path'
import type { Git } from './git.js'

/** Git itself, in a directory; no shell takes part. */
export const nodeGit =
  (cwd: string, environment: ReadonlyMap<string, string>): Git =>
  async (argv) => {
    const program = gitProgram(environment, system, isFile)
    if (program === undefined) return { kind: 'absent' }
    const { execFile } = await import('node:child_process')
    return new Promise((resolve) => {
      const options = { cwd, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true } as const
      execFile(program, [...argv], options, (error, stdout, stderr) => {
        if (!error) resolve({ kind: 'done', stdout })
        else if (error.code === 'ENOENT') resolve({ kind: 'absent' })
        else resolve({ kind: 'failed', stderr: stderr.trim() || error.message })
      })
    })
  }

/**
 * What to start. On Windows, Node looks for a bare name in the working directory before it looks along the PATH (libuv's `search_path`;
 * Node 20 asks no `NoDefaultCurrentDirectoryInExePath`): whoever lints a repository with a `git.exe` in it would run that.
 */
export const gitProgram = (
  environment: ReadonlyMap<string, string>,
  { delimiter, isAbsolute, join, sep }: PlatformPath,
  isFile: (path: string) => boolean,
): string | undefined => {
  if (sep === '/') return 'git'
  const [, path = ''] = [...environment].find(([name]) => name.toUpperCase() === 'PATH') ?? []
  return path
    .split(delimiter)
    .map((directory) => directory.replace(/^"(.*)"$/, '$1'))
    .filter(isAbsolute)
    .map((directory) => join(directory, 'git.exe'))
    .find(isFile)
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
