/** Scripts of the workflows and the examples, run as they stand, by a shell, with what they ask of the outside put in front of them. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { read, root } from './documents.js'

let directory = ''

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-scripts-'))
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly output: string
}

const run = (argv: readonly [string, ...string[]], cwd: string, environment: Readonly<Record<string, string>>) =>
  new Promise<Ended>((resolve, reject) => {
    const [program, ...rest] = argv
    const PATH = [join(directory, 'bin'), process.env.PATH].join(delimiter)
    const child = spawn(program, rest, { cwd, env: { HOME: directory, ...environment, PATH } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.end()
  })

/** A program in front of all others that runs this. */
const plantProgram = (name: string, script: string): void => {
  mkdirSync(join(directory, 'bin'), { recursive: true })
  writeFileSync(join(directory, 'bin', name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(directory, 'bin', name), 0o755)
}

/** The script of a step, as GitHub runs it with `bash -e`. */
const scriptOf = (path: string, wanted: string): string => {
  const jobs: Readonly<Record<string, { steps: readonly { name?: string; run?: string }[] }>> = parse(read(path)).jobs
  const steps = Object.values(jobs).flatMap(({ steps }) => steps)
  return steps.find(({ name, run: script = '' }) => name === wanted || script.includes(wanted))?.run ?? ''
}

const has = (program: string, ask = '--version'): boolean => {
  try {
    execFileSync(program, [ask], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const isWindows = process.platform === 'win32'

describe.skipIf(isWindows || !has('git') || !has('bash'))('the tag of the major version', () => {
  const script = scriptOf('.github/workflows/release.yml', 'Move the tag of the major version')

  const released = async (tag: string, tags: readonly string[]) => {
    const cwd = mkdtempSync(join(directory, 'repository-'))
    const git = (...argv: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], {
        cwd,
        env: { PATH: process.env.PATH },
      })
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '--message', 'one')
    for (const each of tags) git('tag', each)
    plantProgram('gh', 'echo "$@"')
    return run(['bash', '-e', '-c', script], cwd, {
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'abc',
    })
  }

  it('is made with the first version', async () => {
    expect(await released('v1.0.0', ['v0.9.0', 'v0', 'v1.0.0'])).toEqual({
      code: 0,
      output: 'api --method POST repos/o/r/git/refs -f ref=refs/tags/v1 -f sha=abc\n',
    })
  })

  it('is moved to the newest version', async () => {
    expect(await released('v1.10.0', ['v1', 'v1.9.0', 'v1.10.0', 'v10.0.0', 'v2.0.0'])).toEqual({
      code: 0,
      output: 'api --method PATCH repos/o/r/git/refs/tags/v1 -f sha=abc -F force=true\n',
    })
  })

  it('stays where an older version is repaired', async () => {
    expect(await released('v1.9.1', ['v1', 'v1.9.0', 'v1.9.1', 'v1.10.0'])).toEqual({
      code: 0,
      output: 'v1 stays at v1.10.0\n',
    })
  })
})

describe.skipIf(isWindows || !has('openssl', 'version') || !has('bash'))('a plan between two jobs', () => {
  const path = 'fixtures/workflow-examples/github/plan-then-lint.yml'
  const encrypt = scriptOf(path, '| openssl enc')
  const decrypt = scriptOf(path, 'openssl enc -d')

  // https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
  const bash = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'] as const

  it.each([
    ['a key', {}, 'true', 'the secret PLAN_KEY is missing\n'],
    ['a plan', { PLAN_KEY: 'key' }, 'false', ''],
  ])('is not handed on without %s', async (_, environment, terraform, output) => {
    const cwd = mkdtempSync(join(directory, 'plan-'))
    plantProgram('terraform', terraform)
    expect(await run([...bash, encrypt], cwd, environment)).toEqual({ code: 1, output })
  })

  it('arrives, and cannot be read on its way', async () => {
    const cwd = mkdtempSync(join(directory, 'plan-'))
    const plan = '{"password":"hunter2"}\n'
    plantProgram('terraform', `test "$*" = 'show -json plan.bin' && echo '${plan.trim()}'`)
    expect(await run([...bash, encrypt], cwd, { PLAN_KEY: 'key' })).toEqual({ code: 0, output: '' })
    expect(readFileSync(join(cwd, 'plan.json.enc'), 'latin1')).not.toContain('hunter2')
    expect((await run(['bash', '-e', '-c', decrypt], cwd, { PLAN_KEY: 'another' })).code).toBe(1)
    expect(await run(['bash', '-e', '-c', decrypt], cwd, { PLAN_KEY: 'key' })).toEqual({ code: 0, output: '' })
    expect(readFileSync(join(cwd, 'plan.json'), 'utf8')).toBe(plan)
  })
})

describe.skipIf(isWindows || !has('curl'))('the plan of a run of HCP Terraform', () => {
  const script = join(root, 'fixtures/workflow-examples/hcp-terraform/lint-run.sh')
  let servers: readonly Server[] = []
  let seen: string[] = []
  let answer: (response: ServerResponse) => void = () => {}

  const listening = (answering: (request: IncomingMessage, response: ServerResponse) => void) =>
    new Promise<{ readonly server: Server; readonly address: string }>((resolve) => {
      const server = createServer(answering)
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        resolve({ server, address: `http://127.0.0.1:${port}` })
      })
    })

  let address = ''

  beforeAll(async () => {
    const note = (place: string, { method, url, headers }: IncomingMessage) =>
      seen.push(`${place} ${method} ${url} ${headers.authorization ?? 'without a token'}`)
    const archive = await listening((request, response) => {
      note('archive', request)
      response.end('{"format_version":"1.2"}')
    })
    const api = await listening((request, response) => {
      note('api', request)
      answer(response)
    })
    servers = [archive.server, api.server]
    address = api.address
    answer = (response) =>
      response.writeHead(307, { location: `${archive.address.replace('127.0.0.1', 'localhost')}/plan` }).end()
    plantProgram('npx', 'echo "$@" | sed "s/[^ ]*$//"; for plan; do :; done; cat "$plan"; echo " in $plan"; exit 1')
  })

  afterAll(() => {
    for (const server of servers) server.close()
  })

  beforeEach(() => {
    seen = []
  })

  const lintRun = () =>
    run(['sh', script, 'run-1'], directory, { TFE_TOKEN: 'secret', TFE_ADDRESS: address, TMPDIR: directory })

  it('is linted, with its exit code, and removed', async () => {
    const { code, output } = await lintRun()
    expect(code).toBe(1)
    expect(output).toContain('--yes tf-das-lint@0 --source . \n{"format_version":"1.2"} in ')
    expect(() => readFileSync(output.split(' in ').at(-1)?.trim() ?? '')).toThrow(/ENOENT/)
    expect(seen).toEqual([
      'api GET /api/v2/runs/run-1/plan/json-output Bearer secret',
      'archive GET /plan without a token',
    ])
  })

  it('is waited for', async () => {
    const redirect = answer
    answer = (response) => response.writeHead(204).end()
    expect(await lintRun()).toEqual({ code: 2, output: 'run-1 has no plan yet\n' })
    answer = redirect
  })

  it('is not linted where the token has no right to it', async () => {
    const redirect = answer
    answer = (response) => response.writeHead(404).end('{"errors":[]}')
    const { code, output } = await lintRun()
    expect(code).toBe(22)
    expect(output).toContain('404')
    answer = redirect
  })
})
