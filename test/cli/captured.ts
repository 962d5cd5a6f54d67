import { resolve } from 'node:path'
import type { Engine } from '../../src/cli/engine.js'
import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/cli/main.js'
import type { Mended, Written } from '../../src/fix/index.js'
import { pages, rules } from '../../src/program.js'
import type { Report } from '../../src/report/report.js'
import type { FileSystem } from '../../src/source/file-system.js'

const refuse = (): never => {
  throw new Error('there are no files here')
}

/** No files: what the command itself needs of them is where the repository begins. */
const emptyFileSystem: FileSystem = {
  cwd: '/work',
  read: refuse,
  list: refuse,
  kind: () => undefined,
  realPath: (path) => resolve('/work', path),
  open: refuse,
  readEach: refuse,
}

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly files: ReadonlyMap<string, string>
  /** What the engine was asked for. */
  readonly request: Parameters<Engine['lint']>[0] | Parameters<Engine['mend']>[0] | undefined
}

export interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly columns?: number
  readonly writeFile?: Io['writeFile']
  /** What comes of mending, where it is anything. */
  readonly mended?: Partial<Mended>
  /** What comes of writing it, where that is not all of it. */
  readonly written?: Partial<Written>
}

/** Runs the command in this process, with an engine that returns the report (or throws the error). */
export const runWith = async (
  outcome: Report | Error,
  argv: readonly string[],
  { environment = {}, terminal = false, columns, writeFile, mended, written }: Circumstances = {},
): Promise<Run> => {
  const out: string[] = []
  const err: string[] = []
  let request: Run['request']
  const files = new Map<string, string>()
  const io: Io = {
    stdout: { write: async (text) => void out.push(text), isTerminal: terminal, columns },
    stderr: { write: async (text) => void err.push(text), isTerminal: terminal, columns },
    standardInput: async () => new Uint8Array(),
    environment: new Map(Object.entries(environment)),
    fileSystem: emptyFileSystem,
    fileWriter: { replace: refuse },
    writeFile: writeFile ?? ((path, text) => void files.set(path, text)),
    createFile: refuse,
    git: refuse,
  }
  const lint: Engine['lint'] = async (asked) => {
    request = asked
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const mend: Engine['mend'] = async (asked) => {
    const before = await lint(asked)
    const { safety } = asked
    const nothing = { before, after: before, changes: [], mended: [], left: [], rounds: 0 }
    return { ...nothing, safety, cwd: emptyFileSystem.cwd, lintAgain: async () => before, ...mended }
  }
  const write: Engine['write'] = async ({ after, changes, mended, left }) => {
    return { written: changes, unwritten: [], report: after, mended, left, ...written }
  }
  const code = await main(argv, io, { lint, mend, write, rules, pages })
  return { code, stdout: out.join(''), stderr: err.join(''), files, request }
}
