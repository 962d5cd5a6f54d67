import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  const temporary = join(dirname(target), `.tf-das-lint-${Math.random().toString(36).slice(2)}.tmp`)
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(existing ? { mode: existing.mode } : {}) })
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
