import { dirname, resolve } from 'node:path'
import type { FileSystem } from '../source/file-system.js'
import { type Read, read, wrong } from './read.js'

/** What a config is called, where nobody says otherwise. */
export const configNames = ['.tf-das-lint.json', '.tf-das-lint.yaml', '.tf-das-lint.yml'] as const

/**
 * The config that holds for the working directory: the nearest one from there upward, within the repository. Relative to the
 * working directory; `undefined` where there is none.
 */
export const findConfig = (fileSystem: FileSystem): Read<string | undefined> => {
  let upward = ''
  for (let directory = fileSystem.cwd; ; directory = dirname(directory)) {
    const [found, another] = configNames.filter((name) => kindOf(fileSystem, resolve(directory, name)) === 'file')
    if (found !== undefined && another !== undefined) {
      const message = `${upward}${found} and ${upward}${another} are both configs: which of them holds?`
      return wrong({ message, hint: 'keep one of them, or name one with --config FILE' })
    }
    if (found !== undefined) return read(upward + found)
    const isRoot = dirname(directory) === directory || kindOf(fileSystem, resolve(directory, '.git')) !== undefined
    if (isRoot) return read(undefined)
    upward += '../'
  }
}

/** What cannot be looked at is not there: above the working directory, much is nobody's business. */
const kindOf = ({ kind }: FileSystem, path: string): ReturnType<FileSystem['kind']> => {
  try {
    return kind(path)
  } catch {
    return undefined
  }
}
