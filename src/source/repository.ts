import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { FileSystem } from './file-system.js'

/** The directory that holds `.git`, from the working directory upward; the working directory where there is none. */
export const repositoryRoot = ({ cwd, kind }: FileSystem): string => {
  for (let directory = cwd; ; directory = dirname(directory)) {
    if (kind(resolve(directory, '.git')) !== undefined) return directory
    if (dirname(directory) === directory) return cwd
  }
}

/**
 * A path as the repository knows it, `/`-separated; absolute where it lies outside. Code scanning reads paths from the
 * repository's root, whatever directory the tool was run in.
 */
export const repositoryPath = (root: string, cwd: string, path: string): string => {
  const inside = relative(root, resolve(cwd, path))
  const known = inside.startsWith('..') || isAbsolute(inside) ? resolve(cwd, path) : inside
  return known.replaceAll('\\', '/') || '.'
}
