import { atomicWrite } from './cli/atomic-write.js'
import type { Io, Sink } from './cli/io.js'
import { main } from './cli/main.js'
import { lint } from './program.js'
import { nodeFileSystem } from './source/node-file-system.js'

/** The only file that knows the process it runs in. A stream is opened when somebody asks for it: that takes time. */
const sink = (stream: () => NodeJS.WriteStream): Sink => {
  let opened: NodeJS.WriteStream | undefined
  const open = (): NodeJS.WriteStream => {
    if (opened) return opened
    opened = stream()
    // A reader that went away (`| head`) has all that it wanted: no reason to complain, nor to change the verdict.
    opened.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
    return opened
  }
  return {
    write: (text) => (text === '' ? Promise.resolve() : new Promise((taken) => open().write(text, () => taken()))),
    get isTerminal() {
      return open().isTTY === true
    },
    get columns() {
      return open().columns
    },
  }
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
  stdout: sink(() => process.stdout),
  stderr: sink(() => process.stderr),
  standardInput,
  environment: new Map(environment()),
  fileSystem: nodeFileSystem(cwd),
  writeFile: (path, text) => atomicWrite(cwd, path, text),
}

void main(process.argv.slice(2), io, lint).then((code) => {
  // Never `process.exit`: it cuts off what a pipe has not taken yet.
  process.exitCode = code
})
