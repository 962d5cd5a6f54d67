import type { FileSystem } from '../../source/file-system.js'

/** Reads files one after the other, the fast way where the file system has one. Content is only good until `visit` returns. */
export const readEach = (
  fileSystem: FileSystem,
  paths: readonly string[],
  visit: (path: string, content: Uint8Array | Error) => void,
): void => {
  if (fileSystem.readEach) fileSystem.readEach(paths, visit)
  else for (const path of paths) visit(path, contentOrError(fileSystem, path))
}

const contentOrError = (fileSystem: FileSystem, path: string): Uint8Array | Error => {
  try {
    return fileSystem.read(path)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
