import type { DirectoryEntry, FileSystem } from '../../source/file-system.js'

/** What went wrong when a file or directory was read, as the end of a sentence that begins with its path. */
export const reading = (error: Error): string => {
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'does not exist'
    case 'EACCES':
    case 'EPERM':
      return 'cannot be read: permission denied'
    case 'EISDIR':
      return 'is a directory'
    case 'ENOTDIR':
      return 'is not a directory'
    case 'ENAMETOOLONG':
      return 'cannot be read: its name is too long'
    case 'ELOOP':
      return 'cannot be read: its symbolic links go round in circles'
    default:
      return `cannot be read: ${error.message}`
  }
}

/** `undefined` also for what cannot be looked at: whoever opens it gets to know why. */
export const kindAt = (fileSystem: FileSystem, path: string): DirectoryEntry['kind'] | undefined => {
  try {
    return fileSystem.kind(path)
  } catch {
    return undefined
  }
}

/** Why it cannot be told what stands at a path; links that go round in circles lead to nothing, as others do. */
export const obstacleAt = (fileSystem: FileSystem, path: string): Error | undefined => {
  try {
    fileSystem.kind(path)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return 'code' in error && error.code === 'ELOOP' ? undefined : error
  }
}
