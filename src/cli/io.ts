import type { FileSystem } from '../source/file-system.js'
import type { FileWriter } from '../source/file-writer.js'
import type { Git } from '../source/git.js'

/** Where text goes. Resolves when it was taken; a reader that went away takes everything. */
export interface Sink {
  readonly write: (text: string) => Promise<void>
  readonly isTerminal: boolean
  /** Of the terminal, if it is one. */
  readonly columns: number | undefined
}

/** All that a run may touch. */
export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly standardInput: () => Promise<Uint8Array>
  readonly environment: ReadonlyMap<string, string>
  readonly fileSystem: FileSystem
  /** For what was read from the file system. */
  readonly fileWriter: FileWriter
  /** A report, whole or not at all. Throws a `UserError` where it cannot be written. */
  readonly writeFile: (path: string, text: string) => void
  /**
   * A new file, whole or not at all, with the directories that lead to it; `false` where something of its name is there, be it a link
   * that leads nowhere: that stays as it is. Throws a `UserError` where it cannot be written.
   */
  readonly createFile: (path: string, text: string) => boolean
  readonly git: Git
}
