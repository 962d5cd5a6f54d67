import { atomicWrite } from './cli/atomic-write.js'
import type { Io, Sink } from './cli/io.js'
import { main } from './cli/main.js'
import { reason } from './cli/write-error.js'
import { lint, nodeFileSystem, pages, rules } from './index.js'
import { UserError } from './source/diagnostic.js'

/** The only file that knows the process it runs in. A stream is opened when somebody asks for it: that takes time. */
const sink = (stream: () => NodeJS.WriteStream, failed: (error: NodeJS.ErrnoException) => void): Sink => {
  let opened: NodeJS.WriteStream | undefined
  const open = (): NodeJS.WriteStream => {
    if (opened) return opened
    opened = stream()
    // What is wrong with a write is told to the writer.
    opened.on('error', () => {})
    return opened
  }
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      open().write(text, (error) => {
        try {
          // A reader that went away (`| head`) has all that it wanted: no reason to complain, nor to change the verdict.
          if (error && !isClosedPipe(error)) failed(error)
          resolve()
        } catch (mistake) {
          reject(mistake)
        }
      })
    })
  return {
    write: (text) => (text === '' ? Promise.resolve() : write(text)),
    get isTerminal() {
      return open().isTTY === true
    },
    get columns() {
      return open().columns
    },
  }
}

const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE'

const cannotReport = (error: NodeJS.ErrnoException): never => {
  throw new UserError(`cannot write to standard output: ${reason(error)}`)
}

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const environment = function* (): Generator<[string, string]> {
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) yield [name, value]
}

const cwd = process.cwd()
const io: Io = {
  stdout: sink(() => process.stdout, cannotReport),
  // Where that fails, there is nowhere left to say so.
  stderr: sink(
    () => process.stderr,
    () => {},
  ),
  standardInput,
  environment: new Map(environment()),
  fileSystem: nodeFileSystem(cwd),
  writeFile: (path, text) => atomicWrite(cwd, path, text),
}

// Until the verdict is there: a process that ends without one has not found everything in order.
process.exitCode = 3
void main(process.argv.slice(2), io, { lint, rules, pages }).then((code) => {
  // Never `process.exit`: it cuts off what a pipe has not taken yet.
  process.exitCode = code
})
