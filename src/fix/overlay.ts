import { resolve } from 'node:path'
import { heldDocument } from '../lint/standard-input.js'
import type { FileSystem } from '../source/file-system.js'
import { readEach } from '../terraform/load/read-each.js'

/** Tells files apart, however their paths are written: by what symbolic links lead to. */
export class FileIdentities {
  readonly #fileSystem: FileSystem
  readonly #known = new Map<string, string>()

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem
  }

  /** The absolute path itself where there is no such file. */
  of(path: string): string {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    const identity = this.#realPath(path)
    this.#known.set(path, identity)
    return identity
  }

  #realPath(path: string): string {
    try {
      return this.#fileSystem.realPath(path)
    } catch {
      return resolve(this.#fileSystem.cwd, path)
    }
  }
}

/** The file system as it would be if some of its files held something else; `changed` by their identities. */
export const overlay = (
  fileSystem: FileSystem,
  identities: FileIdentities,
  changed: ReadonlyMap<string, { readonly after: string }>,
): FileSystem => {
  const encoder = new TextEncoder()
  const contents = new Map([...changed].map(([identity, { after }]) => [identity, encoder.encode(after)]))
  const contentOf = (path: string): Uint8Array | undefined => contents.get(identities.of(path))
  return {
    cwd: fileSystem.cwd,
    list: (path) => fileSystem.list(path),
    kind: (path) => fileSystem.kind(path),
    realPath: (path) => fileSystem.realPath(path),
    read: (path) => contentOf(path) ?? fileSystem.read(path),
    open: (path) => {
      const content = contentOf(path)
      return content ? heldDocument(content) : fileSystem.open(path)
    },
    readEach: (paths, visit) => {
      for (const path of paths) {
        const content = contentOf(path)
        if (content) visit(path, content)
        else readEach(fileSystem, [path], visit)
      }
    },
  }
}
