/** The runner of GitHub's, as far as a step sees it: what it sets, how it starts the Action, and what it makes of its output. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bundleAction, bundleCommand } from '../../.ci/bundle.mjs'
import { plant } from '../plant.js'

export const root = fileURLToPath(new URL('../..', import.meta.url))

interface Metadata {
  readonly name: string
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

export const metadata = (): Metadata => parse(readFileSync(`${root}action.yml`, 'utf8'))

/** What is made for a test, and gone after it. */
export class Machine {
  readonly directory = mkdtempSync(join(tmpdir(), 'tf-das-lint action '))
  #jobs = 0

  /** The Action as a bare checkout holds it, from the sources as they stand; nothing above it has `node_modules`. */
  async install(): Promise<string> {
    const { main } = metadata().runs
    const entry = join(this.directory, '_actions', main)
    await bundleCommand(join(dirname(entry), 'bin.cjs'))
    await bundleAction(entry)
    return entry
  }

  /** A job with a workspace and a temporary directory of its own. */
  job(files: Files = {}): Job {
    this.#jobs += 1
    return new Job(join(this.directory, `job ${this.#jobs}`), files)
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export interface Step {
  readonly inputs?: Readonly<Record<string, string>>
  /** On top of what the runner sets; `undefined` unsets. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly event?: { readonly name: string; readonly payload: unknown }
}

export interface Annotation {
  readonly level: string
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** What the log shows: lines that are no commands. */
  readonly log: string
  /** Commands other than annotations and groups, as `name`. */
  readonly commands: readonly string[]
}

class Job {
  readonly directory: string
  readonly workspace: string
  readonly temporary: string
  #steps = 0

  constructor(directory: string, files: Files) {
    this.directory = directory
    this.workspace = join(directory, 'work', 'a repository')
    this.temporary = join(directory, '_temp')
    for (const each of [this.workspace, this.temporary]) mkdirSync(each, { recursive: true })
    this.write({ '.git/HEAD': 'ref: refs/heads/main\n', ...files })
  }

  write(files: Files): void {
    plant(this.workspace, files)
  }

  async run(entry: string, { inputs = {}, environment = {}, event }: Step = {}): Promise<Ended> {
    this.#steps += 1
    const file = (name: string): string => join(this.directory, `${name}-${this.#steps}`)
    const [output, summary, payload] = [file('set_output'), file('step_summary'), file('event.json')]
    for (const path of [output, summary]) writeFileSync(path, '')
    writeFileSync(payload, JSON.stringify(event?.payload ?? {}))
    const set: Record<string, string | undefined> = {
      PATH: process.env.PATH,
      // Without it Windows has no random numbers.
      SystemRoot: process.env.SystemRoot,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: `__tf-das-lint${this.#steps === 1 ? '' : `_${this.#steps}`}`,
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: event?.name ?? 'push',
      GITHUB_EVENT_PATH: payload,
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
      GITHUB_JOB: 'lint',
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: 'octo/infra',
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKFLOW_REF: 'octo/infra/.github/workflows/lint.yml@refs/pull/7/merge',
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_TEMP: this.temporary,
      ...inputVariables(inputs),
      ...environment,
    }
    const given = Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const { code, stdout, stderr } = await spawned(entry, this.workspace, Object.fromEntries(given))
    return {
      code,
      stdout,
      stderr,
      outputs: outputsIn(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      ...heard(stdout),
    }
  }
}

/** As the runner sets them: defaults too, blanks as underscores, dashes as they are. */
const inputVariables = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const known = metadata().inputs
  const strange = Object.keys(inputs).filter((name) => !Object.hasOwn(known, name))
  if (strange.length > 0) throw new Error(`action.yml has no input ${strange.join(', ')}`)
  return Object.fromEntries(
    Object.entries(known).map(([name, { default: fallback = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? fallback.replace('${{ github.token }}', 'ghs_0123456789'),
    ]),
  )
}

const spawned = (entry: string, cwd: string, env: Readonly<Record<string, string>>) =>
  new Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>>((resolve, reject) => {
    const child = spawn(process.execPath, [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
  })

/** `name<<delimiter`, lines, `delimiter`. */
const outputsIn = (text: string): Readonly<Record<string, string>> => {
  const outputs = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[at] ?? '') ?? []
    if (name === undefined || delimiter === undefined) continue
    const end = lines.indexOf(delimiter, at)
    outputs.set(name, lines.slice(at + 1, end).join('\n'))
    at = end
  }
  return Object.fromEntries(outputs)
}

/** Both forms of a command: the newer one stands at the beginning of a line, the older one anywhere in it. */
const COMMAND = /^\s*::([\w-]+)(?: (.*?))?::(.*)$|##\[([\w-]+)(?: ([^\]]*))?\](.*)$/
const ANNOTATIONS: ReadonlySet<string> = new Set(['error', 'warning', 'notice'])

/** What the runner hears in a step's output. */
export const heard = (stdout: string): Pick<Ended, 'annotations' | 'log' | 'commands'> => {
  const annotations: Annotation[] = []
  const commands: string[] = []
  const log: string[] = []
  let stop: string | undefined
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const [, newer, properties = '', data = '', older, olderProperties = '', olderData = ''] = COMMAND.exec(line) ?? []
    const command = newer ?? older
    if (stop !== undefined) {
      if (command === stop) stop = undefined
      else log.push(line)
    } else if (command === undefined) log.push(line)
    else if (command === 'stop-commands') stop = data
    else if (ANNOTATIONS.has(command))
      annotations.push({
        level: command,
        message: unescaped(newer === undefined ? olderData : data),
        properties: Object.fromEntries(
          (newer === undefined ? olderProperties : properties).split(/[,;]/).flatMap((pair) => {
            const at = pair.indexOf('=')
            return at < 0 ? [] : [[pair.slice(0, at), unescaped(pair.slice(at + 1))]]
          }),
        ),
      })
    else commands.push(command)
  }
  if (stop !== undefined) throw new Error('the commands of the runner stay stopped')
  return { annotations, commands, log: log.join('\n') }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
