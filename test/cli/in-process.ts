import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/cli/main.js'
import { lint, mend, pages, rules, write } from '../../src/program.js'
import type { Git } from '../../src/source/git.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** With what was written. */
  readonly files: Readonly<Record<string, Planted>>
}

export interface Around {
  /** `YYYY-MM-DD` */
  readonly today?: string
  readonly environment?: Readonly<Record<string, string>>
  /** What git says; there is none where this is absent. */
  readonly git?: Git
}

/** Runs the command in this process as it is, over files in memory. */
export const runOver = async (
  files: Readonly<Record<string, Planted>>,
  argv: readonly string[] = [],
  { today = '2026-06-30', environment = {}, git = async () => ({ kind: 'absent' }) }: Around = {},
): Promise<Ran> => {
  const out: string[] = []
  const err: string[] = []
  const written: Record<string, string> = {}
  const io: Io = {
    stdout: { write: async (text) => void out.push(text), isTerminal: false, columns: undefined },
    stderr: { write: async (text) => void err.push(text), isTerminal: false, columns: undefined },
    standardInput: async () => new Uint8Array(),
    environment: new Map(Object.entries(environment)),
    fileSystem: memoryFileSystem(files),
    fileWriter: {
      replace: (replacements) => {
        for (const { path, after } of replacements)
          written[path] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(after)
        return undefined
      },
    },
    writeFile: (path, text) => {
      written[path] = text
    },
    createFile: (path, text) => {
      if (Object.hasOwn(files, path)) return false
      written[path] = text
      return true
    },
    git,
  }
  const code = await main(argv, io, {
    lint: (options) => lint({ today, ...options }),
    mend: (options) => mend({ today, ...options }),
    write,
    rules,
    pages,
  })
  return { code, stdout: out.join(''), stderr: err.join(''), files: { ...files, ...written } }
}
