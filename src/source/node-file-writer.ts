import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FileWriter, Refusal, Replacement } from './file-writer.js'
import { reason } from './write-error.js'

/** Writes to the real file system; relative paths are below the absolute directory `cwd`. */
export const nodeFileWriter = (cwd: string): FileWriter => ({
  replace: (files) => {
    const prepared: Prepared[] = []
    const replaced: Prepared[] = []
    let at = ''
    try {
      for (const file of files) {
        at = file.path
        const target = targetOf(resolve(cwd, file.path), file)
        if ('reason' in target) return target
        prepared.push({ ...target, ...file, temporary: temporaryBeside(target, file.after) })
      }
      // Only now: whoever writes to one of them has had all that time to do so.
      for (const { path, target, before } of prepared) {
        at = path
        if (!isSame(target, before)) return changed(path)
      }
      for (const file of prepared) {
        at = file.path
        renameSync(file.temporary, file.target)
        replaced.push(file)
      }
      return undefined
    } catch (error) {
      for (const file of replaced) putBack(file)
      return { path: at, kind: isForbidden(error) ? 'read-only' : 'failed', reason: reason(error) }
    } finally {
      for (const { temporary } of prepared) rmSync(temporary, { force: true })
    }
  },
})

interface Target {
  /** Behind all symbolic links. */
  readonly target: string
  readonly stats: Stats
}

interface Prepared extends Target, Replacement {
  readonly temporary: string
}

const targetOf = (path: string, { path: shown, before }: Replacement): Target | Refusal => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return { path: shown, kind: 'changed', reason: 'it is no longer there' }
  const target = realpathSync.native(path)
  if (!stats.isFile() || !isSame(target, before)) return changed(shown)
  // The superuser may write to it, and still it says that it is not to be written to.
  if ((stats.mode & 0o222) === 0) return { path: shown, kind: 'read-only', reason: 'it is read-only' }
  accessSync(target, constants.W_OK)
  return { target, stats }
}

const changed = (path: string): Refusal => ({ path, kind: 'changed', reason: 'it has changed since it was read' })

const isSame = (path: string, content: Uint8Array): boolean => readFileSync(path).equals(content)

/** Hidden, and without an ending that Terraform or we read: one that is left behind when the process is killed does no harm. */
const temporaryBeside = ({ target, stats }: Target, content: Uint8Array): string => {
  const temporary = join(dirname(target), `.tf-das-lint-${Math.random().toString(36).slice(2)}.tmp`)
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
    keepOwner(temporary, stats)
    // After the owner: a change of that takes the bits for programs away. And the process's mask does not apply.
    chmodSync(temporary, stats.mode & 0o7777)
    return temporary
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Only the superuser can give files away; for others it is their own file then, which they may write to. */
const keepOwner = (path: string, { uid, gid }: Stats): void => {
  const own = statSync(path)
  if (own.uid === uid && own.gid === gid) return
  try {
    chownSync(path, uid, gid)
  } catch (error) {
    if (!isForbidden(error)) throw error
  }
}

const putBack = (file: Prepared): void => {
  try {
    renameSync(temporaryBeside(file, file.before), file.target)
  } catch {
    // What stopped the others stops this one: it is whole, and its patch can be made once more.
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
