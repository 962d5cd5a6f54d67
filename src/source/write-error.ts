/** Why something could not be written, in words. */
export const reason = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return 'its directory does not exist'
    case 'ENOTDIR':
    // Of a directory that is to be made.
    case 'EEXIST':
      return 'a part of its path is a file'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission'
    case 'EISDIR':
      return 'it is a directory'
    case 'ENOSPC':
      return 'the disk is full'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
