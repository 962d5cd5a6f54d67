import { resolve, sep } from 'node:path'
import type { FileSystem } from '../../source/file-system.js'
import { isWithin } from './paths.js'
import type { ConfigurationReader } from './reader.js'

/** What a configuration may read with Terraform's file functions: the directories that were named, and those of the modules. */
export class ScannedTree {
  readonly #fileSystem: FileSystem
  readonly #reader: ConfigurationReader
  readonly #named: readonly string[]

  constructor(fileSystem: FileSystem, named: readonly string[], reader: ConfigurationReader) {
    this.#fileSystem = fileSystem
    this.#reader = reader
    this.#named = named.flatMap((path) => this.#real(path) ?? [])
  }

  /** Judges the path that symbolic links lead to; of a file that does not exist, the path as it is written. */
  isInside(path: string): boolean {
    const real = this.#real(path) ?? this.#nameless(path)
    const within = (directory: string): boolean => isWithin(directory, real)
    return this.#named.some(within) || this.#reader.directoriesRead().some(({ realPath }) => within(realPath))
  }

  /** The real path of what does not exist: that of the nearest directory that does, with the rest behind it. */
  #nameless(path: string): string {
    const absolute = resolve(this.#fileSystem.cwd, path)
    for (let end = absolute.lastIndexOf(sep); end > 0; end = absolute.lastIndexOf(sep, end - 1)) {
      const real = this.#real(absolute.slice(0, end))
      if (real !== undefined) return real + absolute.slice(end)
    }
    return absolute
  }

  #real(path: string): string | undefined {
    try {
      return this.#fileSystem.realPath(path)
    } catch {
      return undefined
    }
  }
}
