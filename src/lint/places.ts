import type { FileSystem } from '../source/file-system.js'
import { repositoryPath, repositoryRoot } from '../source/repository.js'

/** Where directories lie in the repository: the same from wherever they are named. Looked for once, when somebody asks. */
export const placesIn = (fileSystem: FileSystem): ((directory: string) => string) => {
  let root: string | undefined
  return (directory) => {
    root ??= repositoryRoot(fileSystem)
    return repositoryPath(root, fileSystem.cwd, directory)
  }
}
