import {
  chmodSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../source/diagnostic.js'
import { reason } from '../source/write-error.js'

/** Writes beside the file and renames: whoever reads it sees the old report or the new one, never half of one. */
export const atomicWrite = (cwd: string, path: string, text: string): void => {
  try {
    replace(resolve(cwd, path), text)
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${reason(error)}`)
  }
}

const replace = (path: string, text: string): void => {
  const existing = statSync(path, { throwIfNoEntry: false })
  // A device or a pipe is written to, not replaced.
  if (existing && !existing.isFile()) {
    writeFileSync(path, text)
    return
  }
  // Behind a link, the file that it leads to is the one to replace.
  const target = existing ? realpathSync(path) : path
  const temporary = temporaryBeside(target)
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(existing ? { mode: existing.mode } : {}) })
    // The process's mask is for new files.
    if (existing) chmodSync(temporary, existing.mode & 0o7777)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Writes a file that is not there yet; `false` where something is: a link that leads nowhere is not followed. */
export const atomicCreate = (cwd: string, path: string, text: string): boolean => {
  try {
    return create(resolve(cwd, path), text)
  } catch (error) {
    throw new UserError(`cannot write ${path}: ${reason(error)}`)
  }
}

const create = (path: string, text: string): boolean => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = temporaryBeside(path)
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
    // A rename would replace what came in between; a second name cannot.
    linkSync(temporary, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    // Some file systems know no second names; that of a memory stick is one.
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error
    return writeNew(path, text)
  } finally {
    rmSync(temporary, { force: true })
  }
}

const writeNew = (path: string, text: string): boolean => {
  let descriptor: number
  try {
    descriptor = openSync(path, 'wx')
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
  try {
    writeFileSync(descriptor, text)
    return true
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const temporaryBeside = (target: string): string =>
  join(dirname(target), `.tf-das-lint-${Math.random().toString(36).slice(2)}.tmp`)
