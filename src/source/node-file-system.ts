import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { isAbsolute, join, sep } from 'node:path'
import type { DirectoryEntry, FileSystem } from './file-system.js'

/** The real file system, seen from the absolute directory `cwd`. */
export const nodeFileSystem = (cwd: string): FileSystem => {
  // No `resolve`: that costs as much as reading a small file.
  const at = (path: string): string => (isAbsolute(path) ? path : cwd + sep + path)
  // Shared by all files that `readEach` reads: most are small, and a buffer for each would be most of the work.
  let shared: Buffer = Buffer.alloc(0)
  return {
    cwd,
    read: (path) => readFileSync(at(path)),
    list: (path) => list(at(path)),
    kind: (path) => {
      const stats = statSync(at(path), { throwIfNoEntry: false })
      return stats && kindOf(stats)
    },
    realPath: (path) => realpathSync.native(at(path)),
    open: (path) => {
      const descriptor = openSync(at(path), 'r')
      return {
        size: fstatSync(descriptor).size,
        read: (into, position) => readSync(descriptor, into, 0, into.length, position),
        close: () => closeSync(descriptor),
      }
    },
    readEach: (paths, visit) => {
      if (shared.length === 0) shared = Buffer.allocUnsafeSlow(1 << 18)
      for (const path of paths) {
        let content: Uint8Array | Error
        try {
          const read = readInto(shared, at(path))
          shared = read.buffer
          content = shared.subarray(0, read.length)
        } catch (error) {
          if (!(error instanceof Error)) throw error
          content = error
        }
        visit(path, content)
      }
    },
  }
}

/**
 * Reads a whole file into the buffer, or into a larger one. On a warm cache this is three times as fast as sixteen
 * concurrent `fs.promises.readFile`: there, each file costs four trips through the thread pool.
 */
const readInto = (buffer: Buffer, path: string): { readonly buffer: Buffer; readonly length: number } => {
  const descriptor = openSync(path, 'r')
  try {
    let target = buffer
    let length = 0
    for (;;) {
      if (length === target.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(2 * length, fstatSync(descriptor).size + 1))
        target.copy(larger, 0, 0, length)
        target = larger
      }
      const wanted = target.length - length
      const count = readSync(descriptor, target, length, wanted, null)
      length += count
      // Only the end of a regular file gives less than was asked for.
      if (count < wanted) return { buffer: target, length }
    }
  } finally {
    closeSync(descriptor)
  }
}

const list = (path: string): readonly DirectoryEntry[] =>
  readdirSync(path, { withFileTypes: true }).map((entry): DirectoryEntry => {
    if (entry.isFile()) return { name: entry.name, kind: 'file' }
    if (entry.isDirectory()) return { name: entry.name, kind: 'directory' }
    if (!entry.isSymbolicLink()) return { name: entry.name, kind: 'other' }
    return { name: entry.name, kind: kindBehindLink(join(path, entry.name)), link: true }
  })

/** A link that leads nowhere, or round in circles, is `other`. */
const kindBehindLink = (path: string): DirectoryEntry['kind'] => {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats ? kindOf(stats) : 'other'
  } catch {
    return 'other'
  }
}

const kindOf = (stats: Stats): DirectoryEntry['kind'] =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other'
