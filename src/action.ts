/** The GitHub Action's entry point: the only file of it that knows the process it runs in. */
import { tmpdir } from 'node:os'
import * as toolkit from '@actions/core'
import type { Host } from './action/host.js'
import { run } from './action/run.js'
import { atomicCreate, atomicWrite } from './cli/atomic-write.js'
import type { Io, Sink } from './cli/io.js'
import { lint, mend, nodeFileSystem, nodeFileWriter, pages, rules, write } from './index.js'
import { nodeGit } from './source/node-git.js'

const environment = new Map(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
)

/** Nothing of a run writes to it: the log is the toolkit's. */
const silent: Sink = { write: async () => {}, isTerminal: false, columns: undefined }

const ioIn = (directory: string): Io => ({
  stdout: silent,
  stderr: silent,
  standardInput: async () => new Uint8Array(),
  environment,
  fileSystem: nodeFileSystem(directory),
  fileWriter: nodeFileWriter(directory),
  writeFile: (path, text) => atomicWrite(directory, path, text),
  createFile: (path, text) => atomicCreate(directory, path, text),
  git: nodeGit(directory, environment),
})

const host: Host = {
  toolkit,
  environment,
  cwd: process.cwd(),
  temporaryDirectory: tmpdir(),
  ioIn,
  setExitCode: (code) => {
    process.exitCode = code
  },
}

// Until the verdict is there: a process that ends without one has not found everything in order.
process.exitCode = 3
void run(host, { lint, mend, write, rules, pages })
