import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../src/project.js'
import { plant } from '../plant.js'
import { buildCommand, type Spawned, type SpawnOptions, spawnCommand } from './built.js'
import { CLUSTER, configCases, reportedIn } from './config-cases.js'
import { fixCases, mistaken } from './fix-cases.js'

let command = ''
let directory = ''

beforeAll(async () => {
  command = await buildCommand()
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

const run = (argv: readonly string[], options: SpawnOptions = {}): Promise<Spawned> =>
  spawnCommand(command, argv, { cwd: directory, ...options })

const folder = (name: string, files: Readonly<Record<string, string>>): string => {
  const path = join(directory, name)
  plant(path, files)
  return path
}

const streamless = (clusters: number): string =>
  Array.from(
    { length: clusters },
    (_, index) => `resource "aws_rds_cluster" "c${index}" {\n  engine = "aurora-mysql"\n}\n`,
  ).join('\n')

describe('the built command', () => {
  it('tells its version and its help', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('finds a cluster without a stream, in an empty folder otherwise', async () => {
    const cwd = folder('one', { 'main.tf': streamless(1) })
    const { code, stdout, stderr } = await run([], { cwd })
    expect(stdout).toContain('error[missing-activity-stream]: ')
    expect(stdout).toContain(' --> main.tf:1:1\n')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('reads YAML with what the bundle holds of its library', async () => {
    const cwd = folder('yaml', {
      'main.tf': `resource "aws_rds_cluster" "c" {
  engine = yamldecode(file("settings.yaml")).engine
}
`,
      'settings.yaml': 'engine: aurora-mysql\n',
    })
    expect((await run([], { cwd })).stdout).toContain('error[missing-activity-stream]: ')
  })

  it('tells a mistake of usage as one sentence, whichever of its files finds it', async () => {
    expect(await run(['--format'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'tf-das-lint: --format needs a value\ntf-das-lint --help lists the options\n',
    })
    expect(await run(['explain', 'nothing'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('suppresses a finding, and reads a plan', async () => {
    const comment = '# tf-das-lint:ignore missing-activity-stream reason="a sandbox"\n'
    const cwd = folder('suppressed', { 'main.tf': comment + streamless(1) })
    expect(await run(['--format', 'json'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    const sample = fileURLToPath(new URL('../../fixtures/sample', import.meta.url))
    expect((await run(['plan.json'], { cwd: sample })).stdout).toContain('error[invalid-kms-key-id]: ')
  })

  it('has nothing to check where there is no cluster', async () => {
    const cwd = folder('other', { 'main.tf': 'resource "aws_s3_bucket" "b" {\n}\n' })
    expect(await run([], { cwd })).toEqual({
      code: 0,
      stdout: 'nothing to check: no Aurora cluster in 1 file\n',
      stderr: '',
    })
  })

  it('says that an empty directory is no configuration', async () => {
    const { code, stderr } = await run([], { cwd: folder('empty', {}) })
    expect(code).toBe(2)
    expect(stderr).toContain('holds no Terraform configuration')
  })

  it('says in a sentence what is not there', async () => {
    const { code, stderr } = await run(['gone.tf'])
    expect(code).toBe(2)
    expect(stderr).toContain('gone.tf')
    expect(stderr).not.toContain('    at ')
  })

  it('names the nearest rule', async () => {
    const cwd = folder('rule', { 'main.tf': streamless(1) })
    const { code, stderr } = await run(['--only', 'missing-activity-steam'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('missing-activity-stream')
  })

  it('prints all of a large report into a pipe', async () => {
    const cwd = folder('many', { 'main.tf': streamless(1_500) })
    const { code, stdout } = await run(['--format', 'json'], { cwd })
    expect(code).toBe(1)
    expect(stdout.length).toBeGreaterThan(500_000)
    expect(JSON.parse(stdout).findings).toHaveLength(1_500)
  })

  it('takes a closed pipe without a word, and keeps the verdict', async () => {
    const cwd = folder('many', { 'main.tf': streamless(1_500) })
    const { code, stderr } = await run(['--format', 'json'], { cwd, closeStdoutAfter: 1 })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('reads standard input', async () => {
    const { code, stdout } = await run(['-'], { input: streamless(1) })
    expect(code).toBe(1)
    expect(stdout).toContain('error[missing-activity-stream]')
  })

  it('writes reports to files, whole, and leaves nothing beside them', async () => {
    const cwd = folder('files', { 'main.tf': streamless(1), 'real.json': 'old' })
    symlinkSync('real.json', join(cwd, 'link.json'))
    const { code } = await run(['--output', 'sarif=das.sarif', '--output', 'json=link.json', '--quiet'], { cwd })
    expect(code).toBe(1)
    expect(JSON.parse(readFileSync(join(cwd, 'das.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(JSON.parse(readFileSync(join(cwd, 'real.json'), 'utf8'))).toMatchObject({ schemaVersion: '1' })
    expect(readdirSync(cwd).sort()).toEqual(['das.sarif', 'link.json', 'main.tf', 'real.json'])
  })

  it('says when a report cannot be written', async () => {
    const cwd = folder('unwritable', { 'main.tf': '' })
    expect(await run(['--output', 'json=no/such/directory.json'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'tf-das-lint: cannot write no/such/directory.json: its directory does not exist\n',
    })
  })

  it('takes colour from the environment', async () => {
    const cwd = folder('colour', { 'main.tf': streamless(1) })
    expect((await run([], { cwd })).stdout).not.toContain('\u001b')
    expect((await run([], { cwd, environment: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[')
  })

  it('takes paths in SARIF from the root of the repository', async () => {
    const cwd = folder('repository/infra', { 'main.tf': streamless(1) })
    mkdirSync(join(directory, 'repository/.git'))
    const { stdout } = await run(['--format', 'sarif'], { cwd })
    expect(JSON.parse(stdout).runs[0].artifacts[0].location.uri).toBe('infra/main.tf')
  })
})

describe('the built command with a config', () => {
  it.each(configCases)('that says $says', async ({ says, files, argv = [], code, reported, stderr = [] }) => {
    const cwd = folder(`config/${says}`, files)
    const spawned = await run(argv, { cwd })
    expect({ code: spawned.code, reported: reportedIn(spawned.stdout) }).toEqual({ code, reported })
    for (const text of stderr) expect(spawned.stderr).toContain(text)
    if (stderr.length === 0) expect(spawned.stderr).toBe('')
  })

  it('writes a baseline, whole, and takes it', async () => {
    const cwd = folder('baseline', { 'main.tf': CLUSTER, '.tf-das-lint.yaml': 'baseline: known.json\n' })
    expect(await run(['--write-baseline'], { cwd })).toMatchObject({
      code: 0,
      stderr: 'tf-das-lint: wrote 1 finding to known.json\n',
    })
    expect(readdirSync(cwd).sort()).toEqual(['.tf-das-lint.yaml', 'known.json', 'main.tf'])
    expect(await run([], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect((await run(['--no-config'], { cwd })).code).toBe(1)
    expect(await run(['--write-baseline', '--baseline', 'no/such/known.json'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'tf-das-lint: cannot write no/such/known.json: its directory does not exist\n',
    })
  })
})

/** All files below a directory, by path. */
const filesIn = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  )

describe('the built command that mends', () => {
  it.each(fixCases)(
    '$says',
    async ({ says, files, argv, code, reported, stdout = [], notInStdout = [], stderr = [], written }) => {
      const cwd = folder(`fix/${says.replaceAll('/', ' ')}`, files)
      const spawned = await run(argv, { cwd })
      expect({ code: spawned.code, reported: reportedIn(spawned.stdout) }, spawned.stderr).toEqual({ code, reported })
      for (const text of stdout) expect(spawned.stdout).toContain(text)
      for (const text of notInStdout) expect(spawned.stdout).not.toContain(text)
      for (const text of stderr) expect(spawned.stderr).toContain(text)
      if (stderr.length === 0) expect(spawned.stderr).toBe('')
      expect(filesIn(cwd)).toEqual({ ...files, ...written })
    },
  )

  const REFERENCE = 'aws_kms_key.audit.key_id'
  const crlf = mistaken().replaceAll('\n', '\r\n')
  const awkward = {
    'infra/my db/dätä "1".tf': `\ufeff${crlf}`,
    'infra/no end/main.tf': mistaken().trimEnd(),
    'infra/plain/main.tf': mistaken(),
  }
  const takers = [
    { tool: 'git', argv: ['apply', '--whitespace=nowarn', '-'] },
    { tool: 'patch', argv: ['-p1', '--batch', '--fuzz=0', '--no-backup-if-mismatch'] },
  ]
  for (const { tool, argv } of takers) {
    const tries = spawnSync(tool, ['--version']).status === 0 ? it : it.skip
    tries(`writes a patch of a whole tree that ${tool} takes, and it is what --fix does`, async () => {
      const patched = folder(`patched by ${tool}/repository`, { '.git/HEAD': '', ...awkward })
      const mended = folder(`mended beside ${tool}/repository`, { '.git/HEAD': '', ...awkward })
      const { stdout, code } = await run(['--fix=unsafe', '--format', 'patch', '.'], { cwd: join(patched, 'infra') })
      expect(code).toBe(1)
      expect(filesIn(patched)).toEqual({ '.git/HEAD': '', ...awkward })
      // What is in no repository is patched, too: git looks for none.
      rmSync(join(patched, '.git'), { recursive: true })
      const env = {
        PATH: process.env.PATH,
        GIT_CEILING_DIRECTORIES: directory,
        GIT_CONFIG_NOSYSTEM: '1',
        HOME: directory,
      }
      const taken = spawnSync(tool, argv, { cwd: patched, env, input: stdout, encoding: 'utf8' })
      expect(taken.status, taken.stderr + taken.stdout).toBe(0)
      expect((await run(['--fix=unsafe', '-q', 'infra'], { cwd: mended })).code).toBe(0)
      const { '.git/HEAD': _, ...files } = filesIn(mended)
      expect(filesIn(patched)).toEqual(files)
      for (const text of Object.values(files)) expect(text).toContain(REFERENCE)
    })
  }

  it('keeps the mode, and what leads to the file', async () => {
    const cwd = folder('links', { 'shared/main.tf': mistaken() })
    chmodSync(join(cwd, 'shared/main.tf'), 0o640)
    symlinkSync('shared/main.tf', join(cwd, 'main.tf'))
    const { stdout } = await run(['--format', 'patch', '-q', '--only', 'invalid-kms-key-id', '.'], { cwd })
    expect(stdout.match(/^\+\+\+ .*/gm)).toEqual(['+++ b/shared/main.tf'])
    expect((await run(['--fix', '-q', '--only', 'invalid-kms-key-id', '.'], { cwd })).code).toBe(0)
    expect(readlinkSync(join(cwd, 'main.tf'))).toBe(join('shared', 'main.tf'))
    const isWindows = process.platform === 'win32'
    expect(statSync(join(cwd, 'shared/main.tf')).mode & 0o777).toBe(isWindows ? 0o666 : 0o640)
    expect(readFileSync(join(cwd, 'shared/main.tf'), 'utf8')).toBe(mistaken(REFERENCE))
  })

  it('leaves a read-only file as it is, says so, and prints what is in it', async () => {
    const cwd = folder('read-only', { 'main.tf': mistaken() })
    chmodSync(join(cwd, 'main.tf'), 0o444)
    const { code, stdout, stderr } = await run(['--fix'], { cwd })
    expect({ code, reported: reportedIn(stdout) }).toMatchObject({ code: 1, reported: { length: 2 } })
    expect(stderr).toContain('main.tf is not written: it is read-only\n')
    expect(filesIn(cwd)).toEqual({ 'main.tf': mistaken() })
  })

  it('says that it cannot write to standard input', async () => {
    const { code, stdout, stderr } = await run(['--fix', '-'], { input: mistaken() })
    expect({ code, reported: reportedIn(stdout) }).toMatchObject({ code: 1, reported: { length: 2 } })
    expect(stderr).toContain('is not made: it came by standard input\n')
  })
})
