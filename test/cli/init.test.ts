/** `tf-das-lint init`. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { configText } from '../../src/cli/init/config-template.js'
import { hookText } from '../../src/cli/init/hook-template.js'
import { workflowText } from '../../src/cli/init/workflow-template.js'
import { readConfig } from '../../src/config/config.js'
import { version } from '../../src/project.js'
import { plant } from '../plant.js'
import { hasPreCommit, preCommit } from '../pre-commit/repository.js'
import type { Planted } from '../terraform/load/memory-file-system.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { buildCommand, root, type Spawned, spawnCommand } from './built.js'
import { type Ran, runOver } from './in-process.js'

const CONFIG = '.tf-das-lint.yaml'
const HOOK = '.pre-commit-config.yaml'
const WORKFLOW = '.github/workflows/tf-das-lint.yml'
const REPOSITORY = { '.git/HEAD': '' }

const told = ({ stderr }: Pick<Ran, 'stderr'>): readonly string[] =>
  [...stderr.matchAll(/^tf-das-lint: (.+)$/gm)].map(([, sentence = '']) => sentence)

const steps = ({ stderr }: Pick<Ran, 'stderr'>): readonly string[] =>
  stderr
    .slice(stderr.indexOf('next:\n'))
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim().replace(/ {2,}/, ': '))

/** What was written, by path. */
const written = (ran: Ran, before: Readonly<Record<string, Planted>>): readonly string[] =>
  Object.keys(ran.files).filter((path) => ran.files[path] !== before[path])

describe('init', () => {
  it('writes a config into the working directory, and says what to do next', async () => {
    const ran = await runOver({}, ['init'])
    expect(ran).toMatchObject({ code: 0, stdout: '', files: { [CONFIG]: configText() } })
    expect(written(ran, {})).toEqual([CONFIG])
    expect(told(ran)).toEqual([`wrote ${CONFIG}`])
    expect(steps(ran)).toEqual([
      'tf-das-lint: lints the working directory',
      'tf-das-lint init --hook --workflow: writes the files of pre-commit and GitHub',
    ])
  })

  it('names commands that are at hand where npx runs it', async () => {
    const { stderr } = await runOver({}, ['init'], { environment: { npm_command: 'exec' } })
    expect(steps({ stderr })).toEqual([
      'npx tf-das-lint: lints the working directory',
      'npx tf-das-lint init --hook --workflow: writes the files of pre-commit and GitHub',
    ])
  })

  it('writes hook and workflow where they are asked for', async () => {
    const ran = await runOver(REPOSITORY, ['init', '--hook', '--workflow'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(written(ran, REPOSITORY)).toEqual([CONFIG, HOOK, WORKFLOW])
    expect(ran.files).toMatchObject({ [HOOK]: hookText(undefined), [WORKFLOW]: workflowText(undefined) })
    expect(told(ran)).toEqual([CONFIG, HOOK, WORKFLOW].map((path) => `wrote ${path}`))
    expect(steps(ran)).toEqual([
      'tf-das-lint: lints the working directory',
      'pre-commit install: runs the hook at each commit',
      `git add ${CONFIG} ${HOOK} ${WORKFLOW} && git commit: once pushed, the workflow runs on pull requests and on pushes to main`,
    ])
    expect(written(await runOver(REPOSITORY, ['--hook', 'init']), REPOSITORY)).toEqual([CONFIG, HOOK])
    expect(written(await runOver(REPOSITORY, ['init', '--workflow']), REPOSITORY)).toEqual([CONFIG, WORKFLOW])
  })

  it('writes them at the root of the repository, and says there where the configuration is', async () => {
    const files = { '../.git/HEAD': '' }
    const ran = await runOver(files, ['init', '--hook', '--workflow'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    // The working directory is /project.
    expect(written(ran, files)).toEqual([CONFIG, `../${HOOK}`, `../${WORKFLOW}`])
    expect(parse(String(ran.files[`../${HOOK}`])).repos[0].hooks[0].args).toEqual([
      '--config',
      `project/${CONFIG}`,
      '--',
    ])
    const { steps: used } = parse(String(ran.files[`../${WORKFLOW}`])).jobs['tf-das-lint']
    expect(used.at(-1).with).toEqual({ 'fix-suggestions': true, 'working-directory': 'project' })
  })

  it('changes nothing that is there, and is content with it', async () => {
    const { files } = await runOver(REPOSITORY, ['init', '--hook', '--workflow'])
    const again = await runOver(files, ['init', '--hook', '--workflow'])
    expect(again).toMatchObject({ code: 0, stdout: '', files })
    expect(told(again)).toEqual([
      `${CONFIG} is the config here, and stays as it is`,
      `${HOOK} is there, and stays as it is`,
      `${WORKFLOW} is there, and stays as it is`,
    ])
    expect(steps(again).at(-1)).toMatch(/: once pushed, the workflow runs where its triggers say$/)
  })

  it.each(['.tf-das-lint.json', '.tf-das-lint.yml', '../.tf-das-lint.yaml'])(
    'writes no config beside %s',
    async (path) => {
      const files = { '../.git/HEAD': '', [path]: 'rules: {}\n' }
      const ran = await runOver(files, ['init'])
      expect(ran).toMatchObject({ code: 0, stdout: '', files })
      expect(told(ran)).toEqual([`${path} is the config here, and stays as it is`])
    },
  )

  it('names no config to the hook that is found without', async () => {
    const files = { '../.git/HEAD': '', '../.tf-das-lint.yaml': 'strict: true\n' }
    const ran = await runOver(files, ['init', '--hook'])
    expect(parse(String(ran.files[`../${HOOK}`])).repos[0].hooks).toEqual([{ id: 'tf-das-lint' }])
  })

  it.each(['', '  ', '    '])('shows what to add to what is there, behind %j', async (indent) => {
    const hook = `repos:\n${indent}-   repo: https://example.org/other\n${indent}    rev: v1\n${indent}    hooks:\n${indent}    -   id: other\n`
    const workflow = `${workflowText(undefined).replaceAll('tf-das-lint', 'other')}`
    const files = { ...REPOSITORY, [HOOK]: hook, [WORKFLOW]: workflow }
    const ran = await runOver(files, ['init', '--hook'])
    expect(ran).toMatchObject({ code: 0, files: { ...files, [CONFIG]: configText() } })
    expect(told(ran)).toEqual([`wrote ${CONFIG}`, `${HOOK} is there, and stays as it is; what to add to it:`])
    expect(parse(hook + ran.stdout).repos).toEqual([...parse(hook).repos, ...parse(hookText(undefined)).repos])
    const other = await runOver(files, ['init', '--workflow'])
    expect(Object.keys(parse(workflow + other.stdout).jobs)).toEqual(['other', 'tf-das-lint'])
  })

  it('is not taken in by a hook that is commented out', async () => {
    const files = { ...REPOSITORY, [HOOK]: hookText(undefined).replace('  - repo:', '  # - repo:') }
    expect((await runOver(files, ['init', '--hook'])).stdout).toContain('- id: tf-das-lint\n')
  })

  it.each([
    [{ [CONFIG]: '', '.tf-das-lint.json': '' }, ['init'], 'are both configs: which of them holds?\nkeep one of them'],
    [{}, ['init', '--hook'], 'the hook belongs to a Git repository, and there is none here\ngit init makes one'],
    [{}, ['init', '--workflow'], 'the workflow belongs to a Git repository, and there is none here'],
    [
      REPOSITORY,
      ['init', 'infra'],
      'takes no path; not "infra"\na directory of the name init is linted by tf-das-lint ./init',
    ],
    [REPOSITORY, ['init', '--hok'], 'unknown option --hok of tf-das-lint init\ndid you mean --hook?'],
    [REPOSITORY, ['init', '--hook=yes'], '--hook takes no value; not "yes"'],
    [REPOSITORY, ['--hook', '.'], 'unknown option --hook\n'],
    [{ [CONFIG]: { directory: true } }, ['init'], `cannot write ${CONFIG}: something of that name is there`],
    [{ [CONFIG]: { link: 'nowhere' } }, ['init'], `cannot write ${CONFIG}: something of that name is there`],
  ] satisfies readonly (readonly [Readonly<Record<string, Planted>>, readonly string[], string])[])(
    'writes nothing over %j for %j',
    async (files, argv, message) => {
      const ran = await runOver(files, argv)
      expect(ran).toMatchObject({ code: 2, stdout: '', files })
      expect(ran.stderr).toContain(message)
    },
  )
})

describe('the config that init writes', () => {
  /** What stands behind `#` alone is a key that is left out. */
  const uncommented = configText().replace(/^#(?! \S|$)/gm, '')

  it.each([
    ['as it is', configText(), ['failOn', 'strict']],
    ['with all that is left out', uncommented, schemaKeys()],
  ])('is one %s', async (_, text, keys) => {
    expect(Object.keys(parse(text))).toEqual(keys)
    expect(await readConfig(memoryFileSystem({ [CONFIG]: text }), CONFIG)).toMatchObject({ kind: 'read' })
  })

  it('changes nothing', async () => {
    const main = { 'main.tf': 'resource "aws_rds_cluster" "c" {\n  engine = "aurora-mysql"\n}\n' }
    const plain = await runOver(main, ['--format', 'json'])
    expect(await runOver({ ...main, [CONFIG]: configText() }, ['--format', 'json'])).toMatchObject({
      code: plain.code,
      stdout: plain.stdout,
    })
  })

  it('holds no line that would be taken for neither', () => {
    for (const line of configText()
      .split('\n')
      .filter((each) => each.startsWith('#'))) {
      expect(line).toMatch(/^#(?: \S.*|[a-z]\w+:.*| {2,}[-a-z].*)?$/)
    }
  })

  it('names the schema that is there', () => {
    const [, path = ''] =
      /\$schema=https:\/\/raw\.githubusercontent\.com\/tf-das-lint\/tf-das-lint\/main\/(\S+)/.exec(configText()) ?? []
    expect(existsSync(join(root, path)), path).toBe(true)
  })
})

/** All keys of a config, in the order in which init shows them. */
function schemaKeys(): readonly string[] {
  const { properties } = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'))
  const order = ['failOn', 'strict', 'rules', 'exempt', 'baseline']
  return Object.keys(properties)
    .filter((key) => key !== '$schema')
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

const AWKWARD = `a "b"/\${{ github.token }} & c: d # é`

describe('the hook that init writes', () => {
  it('is of this version, and names a hook that there is', () => {
    const [{ rev, hooks }] = parse(hookText(undefined)).repos
    expect(rev).toBe(`v${version}`)
    const ids = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')).map(
      ({ id }: { readonly id: string }) => id,
    )
    expect(ids).toContain(hooks[0].id)
    const [, ...named] = /there are (\S+), which .* and (\S+), for plans/.exec(hookText(undefined)) ?? []
    for (const id of named) expect(ids).toContain(id)
  })

  it('holds any path', () => {
    expect(parse(hookText(AWKWARD)).repos[0].hooks[0].args).toEqual(['--config', AWKWARD, '--'])
  })

  const tries = hasPreCommit ? it : it.skip
  const answer = (...argv: readonly string[]) => {
    const environment = { PATH: process.env.PATH, HOME: tmpdir() }
    const { status, stdout, stderr } = spawnSync(preCommit, argv, { cwd: tmpdir(), env: environment, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }
  const valid = (text: string) => {
    const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
    writeFileSync(join(directory, HOOK), text)
    const answered = answer('validate-config', join(directory, HOOK))
    rmSync(directory, { recursive: true })
    return answered
  }

  tries.each([undefined, AWKWARD])('is one to pre-commit itself (with the config in %s)', (config) => {
    expect(valid(hookText(config))).toEqual({ status: 0, output: '' })
  })

  tries('goes below what pre-commit itself begins with', async () => {
    const files = { ...REPOSITORY, [HOOK]: answer('sample-config').output }
    const { stdout } = await runOver(files, ['init', '--hook'])
    const together = files[HOOK] + stdout
    expect(valid(together)).toEqual({ status: 0, output: '' })
    expect(parse(together).repos.map(({ hooks }: { readonly hooks: readonly object[] }) => hooks.at(-1))).toEqual([
      { id: 'check-added-large-files' },
      { id: 'tf-das-lint' },
    ])
  })
})

describe('the workflow that init writes', () => {
  it('runs when init says that it does', () => {
    expect(parse(workflowText(undefined)).on).toEqual({ pull_request: null, push: { branches: ['main'] } })
  })

  it('gives the action inputs that it has', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
    const { uses, with: given } = parse(workflowText('infra')).jobs['tf-das-lint'].steps.at(-1)
    expect(uses).toBe(`tf-das-lint/tf-das-lint@v${version.split('.')[0]}`)
    for (const input of Object.keys(given)) expect(inputs).toHaveProperty(input)
  })

  it('holds any directory, and no expression for it', () => {
    const { 'working-directory': directory } = parse(workflowText(AWKWARD)).jobs['tf-das-lint'].steps.at(-1).with
    const evaluated = directory.replace(/\$\{\{ '(.*?)' \}\}/g, '$1')
    expect(evaluated).toBe(AWKWARD)
    expect([...directory.matchAll(/\$\{\{.*?\}\}/g)].map(([expression]) => expression)).toEqual(["${{ '${{' }}"])
  })
})

describe('the built command', () => {
  let command = ''
  let directory = ''
  beforeAll(async () => {
    command = await buildCommand()
    directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const folder = (path: string, files: Readonly<Record<string, string>> = {}): string => {
    const at = join(directory, path)
    plant(at, files)
    return at
  }
  const run = (cwd: string, ...argv: readonly string[]): Promise<Spawned> => spawnCommand(command, argv, { cwd })

  it('writes all three, whole, and leaves nothing beside them', async () => {
    const repository = folder('whole', REPOSITORY)
    const cwd = folder('whole/my infra')
    expect(await run(cwd, 'init', '--hook', '--workflow')).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toBe(configText())
    expect(readFileSync(join(repository, HOOK), 'utf8')).toBe(hookText(`my infra/${CONFIG}`))
    expect(readFileSync(join(repository, WORKFLOW), 'utf8')).toBe(workflowText('my infra'))
    expect(readdirSync(repository).sort()).toEqual(['.git', '.github', HOOK, 'my infra'].sort())
    expect(readdirSync(cwd)).toEqual([CONFIG])
    expect(readdirSync(dirname(join(repository, WORKFLOW)))).toEqual(['tf-das-lint.yml'])
  })

  it('leaves what is there, and every link, as it is', async () => {
    const cwd = folder('links', { ...REPOSITORY, [HOOK]: 'repos: []\n' })
    symlinkSync('elsewhere.yaml', join(cwd, CONFIG))
    expect(await run(cwd, 'init')).toMatchObject({ code: 2, stdout: '' })
    expect(existsSync(join(cwd, 'elsewhere.yaml'))).toBe(false)
    rmSync(join(cwd, CONFIG))
    expect(await run(cwd, 'init', '--hook')).toMatchObject({ code: 0 })
    expect(readFileSync(join(cwd, HOOK), 'utf8')).toBe('repos: []\n')
  })

  it('is written once by many at the same time', async () => {
    const cwd = folder('many', REPOSITORY)
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(cwd, 'init')))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(runs.filter(({ stderr }) => stderr.includes(`wrote ${CONFIG}`))).toHaveLength(1)
    expect(readdirSync(cwd).sort()).toEqual(['.git', CONFIG])
  })

  it('says why it cannot write', async () => {
    const cwd = folder('blocked', { ...REPOSITORY, '.github/workflows': 'a file' })
    const { code, stderr } = await run(cwd, 'init', '--workflow')
    expect(code).toBe(2)
    expect(stderr).toContain(`cannot write ${WORKFLOW}: a part of its path is a file\n`)
  })

  it('lints a directory of the name', async () => {
    const cwd = folder('named', { 'init/main.tf': 'resource "aws_rds_cluster" "c" {\n  engine = "aurora-mysql"\n}\n' })
    expect(await run(cwd, './init')).toMatchObject({ code: 1 })
  })
})
