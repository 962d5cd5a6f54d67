import { randomBytes } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../source/diagnostic.js'

/** Writes beside the file and renames: whoever reads it sees the old report or the new one, never half of one. */
export const atomicWrite = async (cwd: string, path: string, text: string): Promise<void> => {
  try {
    await replace(resolve(cwd, path), text)
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${reason(error)}`)
  }
}

const replace = async (path: string, text: string): Promise<void> => {
  const existing = await stat(path).catch(() => undefined)
  // A device or a pipe is written to, not replaced.
  if (existing && !existing.isFile()) return writeFile(path, text)
  // Behind a link, the file that it leads to is the one to replace.
  const target = existing ? await realpath(path) : path
  const temporary = join(dirname(target), `.tf-das-lint-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeFile(temporary, text, { flag: 'wx', ...(existing ? { mode: existing.mode } : {}) })
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return 'its directory does not exist'
    case 'ENOTDIR':
      return 'a part of its path is a file'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission'
    case 'EISDIR':
      return 'it is a directory'
    case 'ENOSPC':
      return 'the disk is full'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
