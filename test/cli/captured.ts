import type { Engine } from '../../src/cli/engine.js'
import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/cli/main.js'
import { mend, pages, rules, write } from '../../src/program.js'
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
  realPath: refuse,
  open: refuse,
  readEach: refuse,
}

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly files: ReadonlyMap<string, string>
  /** What the engine was asked for. */
  readonly request: Parameters<Engine['lint']>[0] | undefined
}

export interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly columns?: number
  readonly writeFile?: Io['writeFile']
}

/** Runs the command in this process, with an engine that returns the report (or throws the error). */
export const runWith = async (
  outcome: Report | Error,
  argv: readonly string[],
  { environment = {}, terminal = false, columns, writeFile }: Circumstances = {},
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
  }
  const lint: Engine['lint'] = async (asked) => {
    request = asked
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  const code = await main(argv, io, { lint, mend, write, rules, pages })
  return { code, stdout: out.join(''), stderr: err.join(''), files, request }
}
