/** What a run does that no runner can be brought to: bugs, and a toolkit that fails. */
import { expect, it } from 'vitest'
import type { Host, Toolkit } from '../../src/action/host.js'
import { run } from '../../src/action/run.js'
import type { Engine } from '../../src/cli/engine.js'
import type { Io } from '../../src/cli/io.js'
import { lint, mend, pages, rules, write } from '../../src/program.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'

const engine: Engine = { lint, mend, write, rules, pages }

interface Ran {
  readonly code: number | undefined
  readonly failure: string | undefined
  readonly log: readonly string[]
  readonly written: ReadonlyMap<string, string>
}

const ranOver = async (
  files: Readonly<Record<string, string>>,
  over: {
    readonly engine?: Partial<Engine>
    readonly toolkit?: Partial<Toolkit>
    readonly inputs?: Record<string, string>
  } = {},
): Promise<Ran> => {
  const log: string[] = []
  const written = new Map<string, string>()
  let code: number | undefined
  let failure: string | undefined
  const summary: Toolkit['summary'] = { addRaw: () => summary as never, write: async () => summary as never }
  const io: Io = {
    stdout: { write: async () => {}, isTerminal: false, columns: undefined },
    stderr: { write: async () => {}, isTerminal: false, columns: undefined },
    standardInput: async () => new Uint8Array(),
    environment: new Map(),
    fileSystem: memoryFileSystem(files),
    fileWriter: { replace: () => undefined },
    writeFile: (path, text) => void written.set(path, text),
    createFile: () => false,
    git: async () => ({ kind: 'absent' }),
  }
  const host: Host = {
    toolkit: {
      getInput: (name) => over.inputs?.[name] ?? '',
      setOutput: () => {},
      setSecret: () => {},
      setFailed: (message) => {
        failure = String(message)
      },
      info: (text) => void log.push(text),
      startGroup: () => {},
      endGroup: () => {},
      summary,
      ...over.toolkit,
    },
    environment: new Map([['RUNNER_TEMP', '/temporary']]),
    cwd: io.fileSystem.cwd,
    temporaryDirectory: '/tmp',
    ioIn: () => io,
    setExitCode: (given) => {
      code = given
    },
  }
  await run(host, { ...engine, ...over.engine })
  return { code, failure, log, written }
}

const FAULTY = 'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n}\n'

it('says where to report a bug, with its stack', async () => {
  const bug = async () => {
    throw new TypeError('x is not a function ::error::')
  }
  const { code, failure, log } = await ranOver({ 'main.tf': FAULTY }, { engine: { mend: bug } })
  expect(code).toBe(3)
  expect(failure).toMatch(/^tf-das-lint \d.* has a bug: report it with the lines above at https:/)
  expect(log[0]).toMatch(/^TypeError: x is not a function ::error::\n {4}at /)
})

it('writes what is left of a job to the directory of the job', async () => {
  const { code, written } = await ranOver({ 'main.tf': FAULTY })
  expect(code).toBe(1)
  expect([...written.keys()]).toEqual(['/temporary/tf-das-lint.sarif', '/temporary/tf-das-lint.patch'])
})

it('goes on without a summary and outputs', async () => {
  const failing = () => {
    throw new Error('no room')
  }
  const summary: Toolkit['summary'] = { addRaw: failing, write: failing }
  const { code, log } = await ranOver({ 'main.tf': FAULTY }, { toolkit: { summary, setOutput: failing } })
  expect(code).toBe(1)
  expect(log.filter((line) => line.startsWith('::notice '))).toEqual([
    '::notice title=tf-das-lint::the outputs cannot be set: no room',
    '::notice title=tf-das-lint::there is no job summary: no room',
  ])
})

it.each([
  { paths: 'infra,modules/db' },
  { paths: 'infra, modules/db' },
  { paths: 'infra\nmodules/db plain' },
  { plan: 'plan.json\tother.json' },
])('says that paths are written one a line: %j', async (inputs) => {
  const files = { 'infra/main.tf': FAULTY, 'modules/db/main.tf': FAULTY, 'plan.json': '{}' }
  const { code, failure, log, written } = await ranOver(files, { inputs })
  const [input, given = ''] = Object.entries(inputs)[0] ?? []
  const wrong = JSON.stringify(given.split('\n').at(-1))
  expect(failure).toBe(
    `tf-das-lint: the input ${input} names what is not there: ${wrong} (several paths are written one a line)`,
  )
  expect([code, log, [...written]]).toEqual([2, [], []])
})

it.each(['my infra', 'a,b', 'my infra\\main.tf'])('takes the path %s for one', async (paths) => {
  const { code, failure } = await ranOver({ 'my infra/main.tf': FAULTY, 'a,b/main.tf': FAULTY }, { inputs: { paths } })
  expect([code, failure]).toEqual([1, 'tf-das-lint: 1 error (1 with a patch); the step fails from severity warning on'])
})

it.each(['my infra/*', '{prod,test}/db'])('takes the glob %s for one', async (paths) => {
  // A file system in memory has no globs: each matches nothing.
  const { failure } = await ranOver({ 'main.tf': FAULTY }, { inputs: { paths } })
  expect(failure).toBe(`tf-das-lint: nothing matches ${paths}; in what could be read: no findings`)
})

it('tells nobody to run what is not there', async () => {
  let summary = ''
  const collected: Toolkit['summary'] = {
    addRaw: (text) => {
      summary += text
      return collected as never
    },
    write: async () => collected as never,
  }
  const { log } = await ranOver({ 'main.tf': FAULTY }, { toolkit: { summary: collected } })
  expect(summary).toContain('; npx tf-das-lint --fix=unsafe mends it\n')
  expect(`${log.join('\n')}${summary}`).not.toMatch(/(?<!npx )tf-das-lint --/)
})
