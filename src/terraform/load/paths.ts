import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import type { FileSystem } from '../../source/file-system.js'

/** The path as the user knows it: relative to the working directory, `/`-separated; `.` for the working directory. */
export const userPath = (fileSystem: FileSystem, path: string): string => {
  const shown = relative(fileSystem.cwd, resolve(fileSystem.cwd, path))
  return shown === '' ? '.' : sep === '/' ? shown : shown.split(sep).join('/')
}

/** A file or directory of that name in a directory. */
export const inDirectory = (directory: string, name: string): string =>
  directory === '.' ? name : directory.endsWith('/') ? directory + name : `${directory}/${name}`

/** Joins what is written in a configuration to the directory that holds it. */
export const below = (directory: string, path: string): string =>
  isAbsolute(path) ? path : directory === '.' ? posix.normalize(path) : posix.join(directory, path)

/** The same directory, however it is written: without a slash at its end. */
export const directoryBelow = (directory: string, path: string): string => {
  const joined = below(directory, path)
  return joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined
}

export const directoryOf = (path: string): string => posix.dirname(path)

export const nameOf = (path: string): string => posix.basename(path)

/** Whether a path is a directory or lies in it. Both are written with `/`, or both as the system writes them. */
export const isWithin = (directory: string, path: string): boolean =>
  path === directory ||
  (path.startsWith(directory) && (isSeparator(directory.at(-1)) || isSeparator(path.at(directory.length))))

const isSeparator = (character: string | undefined): boolean => character === '/' || character === sep
