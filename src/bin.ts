/** The only file that knows the process it runs in. */
import { atomicCreate, atomicWrite } from './cli/atomic-write.js'
import type { Io } from './cli/io.js'
import { main } from './cli/main.js'
import { sink } from './cli/sink.js'
import { lint, mend, nodeFileSystem, nodeFileWriter, pages, rules, write } from './index.js'
import { UserError } from './source/diagnostic.js'
import { nodeGit } from './source/node-git.js'
import { reason } from './source/write-error.js'

const cannotReport = (error: NodeJS.ErrnoException): never => {
  throw new UserError(`cannot write to standard output: ${reason(error)}`)
}

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const environment = new Map(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
)

const cwd = process.cwd()
const io: Io = {
  stdout: sink(1, () => process.stdout, cannotReport),
  // Where that fails, there is nowhere left to say so.
  stderr: sink(
    2,
    () => process.stderr,
    () => {},
  ),
  standardInput,
  environment,
  fileSystem: nodeFileSystem(cwd),
  fileWriter: nodeFileWriter(cwd),
  writeFile: (path, text) => atomicWrite(cwd, path, text),
  createFile: (path, text) => atomicCreate(cwd, path, text),
  git: nodeGit(cwd, environment),
}

// Until the verdict is there: a process that ends without one has not found everything in order.
process.exitCode = 3
void main(process.argv.slice(2), io, { lint, mend, write, rules, pages }).then((code) => {
  // Never `process.exit`: it cuts off what a pipe has not taken yet.
  process.exitCode = code
})
