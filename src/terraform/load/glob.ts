import type { FileSystem } from '../../source/file-system.js'
import { userPath } from './paths.js'

export const hasMagic = (path: string): boolean => /[*?[\]{}]/.test(path)

/** Matching paths as the user knows them, sorted. Hidden directories and those that are never walked do not match. */
export const expandGlob = async (pattern: string, fileSystem: FileSystem): Promise<readonly string[]> => {
  const { glob } = await import('glob')
  const matches = await glob(pattern, { cwd: fileSystem.cwd, dot: false, ignore: '**/node_modules/**' })
  return matches.map((path) => userPath(fileSystem, path)).sort()
}
