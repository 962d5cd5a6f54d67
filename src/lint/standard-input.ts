import type { FileSystem, RandomAccess } from '../source/file-system.js'

/** Bytes that are held anyway, as a document to read from. */
export const heldDocument = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: (into, position) => {
    const piece = bytes.subarray(position, position + into.length)
    into.set(piece)
    return piece.length
  },
  close: () => {},
})

/** As findings name it. */
export const INPUT_FILE = 'standard-input.tf'

/** A directory that holds nothing but the configuration that came by standard input. */
export const inputDirectory = (bytes: Uint8Array, { cwd }: FileSystem): FileSystem => {
  const isDirectory = (path: string): boolean => path === '.' || path === '' || path === cwd
  const isInput = (path: string): boolean =>
    path === INPUT_FILE || path === `./${INPUT_FILE}` || path === `${cwd}/${INPUT_FILE}`
  const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  const read = (path: string): Uint8Array => {
    if (!isInput(path)) throw missing(path)
    return bytes
  }
  return {
    cwd,
    read,
    list: (path) => {
      if (!isDirectory(path)) throw missing(path)
      return [{ name: INPUT_FILE, kind: 'file' }]
    },
    kind: (path) => (isDirectory(path) ? 'directory' : isInput(path) ? 'file' : undefined),
    realPath: (path) => (isDirectory(path) ? cwd : `${cwd}/${INPUT_FILE}`),
    open: (path) => heldDocument(read(path)),
    readEach: (paths, visit) => {
      for (const path of paths) visit(path, isInput(path) ? bytes : missing(path))
    },
  }
}

/** How far we look for what is not a comment. */
const HEAD_BYTES = 64 * 1024
const BLANKS_AND_COMMENTS = /^(?:\s|#.*|\/\/.*|\/\*[\s\S]*?\*\/)*/
const BLOCK = /^[A-Za-z_][\w-]*\s*(?:(?:"[^"\n]*"|[\w-]+)\s*){0,2}\{/

/** Whether there is a block, or nothing but comments: JSON, logs, binary plans and plans as text begin otherwise. */
export const looksLikeConfiguration = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES))
  const comments = BLANKS_AND_COMMENTS.exec(head)?.[0] ?? ''
  const rest = head.slice(comments.length)
  return BLOCK.test(rest) || (rest === '' && comments.trim() !== '')
}
