import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { FileSystem } from './file-system.js'

/** The directory that holds `.git`, from this one upward; `undefined` where there is none. */
export const repositoryOf = ({ kind }: FileSystem, from: string): string | undefined => {
  for (let directory = from; ; directory = dirname(directory)) {
    if (kind(resolve(directory, '.git')) !== undefined) return directory
    if (dirname(directory) === directory) return undefined
  }
}

/** That of the working directory; the working directory itself where it is in none. */
export const repositoryRoot = (fileSystem: FileSystem): string =>
  repositoryOf(fileSystem, fileSystem.cwd) ?? fileSystem.cwd

/**
 * Where directories lie in the repository, whatever directory the tool was run in: in that of the working directory, and what is not
 * in it in its own.
 */
export const placesIn = (fileSystem: FileSystem): ((directory: string) => string) => {
  const { cwd } = fileSystem
  let ofWork: { readonly root: string | undefined } | undefined
  return (directory) => {
    ofWork ??= { root: repositoryOf(fileSystem, cwd) }
    const path = resolve(cwd, directory)
    const { root } = ofWork
    const own = root !== undefined && isWithin(root, path) ? root : repositoryOf(fileSystem, path)
    return repositoryPath(own ?? root ?? cwd, cwd, directory)
  }
}

/** Whether a path is a directory or lies in it; both are absolute. A directory may be called `..data`. */
export const isWithin = (directory: string, path: string): boolean => {
  const inside = relative(directory, path)
  return !/^\.\.(?:[\\/]|$)/.test(inside) && !isAbsolute(inside)
}

/**
 * A path as the repository knows it, `/`-separated; absolute where it lies outside. Code scanning reads paths from the
 * repository's root, whatever directory the tool was run in.
 */
export const repositoryPath = (root: string, cwd: string, path: string): string => {
  const whole = resolve(cwd, path)
  const known = isWithin(root, whole) ? relative(root, whole) : whole
  return known.replaceAll('\\', '/') || '.'
}
