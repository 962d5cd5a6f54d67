import type { Io, Sink } from './cli/io.js'
import { main } from './cli/main.js'
import { lint } from './program.js'
import { nodeFileSystem } from './source/node-file-system.js'

/** The only file that knows the process it runs in. */
const sink = (stream: NodeJS.WriteStream): Sink => {
  // A reader that went away (`| head`) has all that it wanted: no reason to complain, nor to change the verdict.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    write: (text) => (text === '' ? Promise.resolve() : new Promise((taken) => stream.write(text, () => taken()))),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
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
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  standardInput,
  environment: new Map(environment()),
  fileSystem: nodeFileSystem(cwd),
  writeFile: async (path, text) => {
    const { atomicWrite } = await import('./cli/atomic-write.js')
    await atomicWrite(cwd, path, text)
  },
}

void main(process.argv.slice(2), io, lint).then((code) => {
  // Never `process.exit`: it cuts off what a pipe has not taken yet.
  process.exitCode = code
})
