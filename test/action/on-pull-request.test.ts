/** The built Action on a pull request, against GitHub as its published descriptions have it. */
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GitHubServer, NUMBER, OWNER, REPO, TOKEN } from './github-server.js'
import { configuration } from './pull-request.js'
import { type Files, Machine, root, type Step } from './runner.js'

const machine = new Machine()
let entry = ''
let server: GitHubServer
beforeAll(async () => {
  entry = await machine.install()
})
afterAll(() => machine.remove())
beforeEach(async () => {
  server = await GitHubServer.start('/api/v3')
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

/** A job of a pull request that leaves these files. */
const step = (inputs: Readonly<Record<string, string>>, from = `${OWNER}/${REPO}`): Step => ({
  inputs: { token: TOKEN, ...inputs },
  environment: {
    GITHUB_API_URL: server.url,
    GITHUB_GRAPHQL_URL: server.graphqlUrl,
    GITHUB_REPOSITORY: `${OWNER}/${REPO}`,
  },
  event: {
    name: 'pull_request',
    payload: {
      pull_request: {
        number: NUMBER,
        head: { sha: server.headSha, repo: { full_name: from } },
        base: { repo: { full_name: `${OWNER}/${REPO}` } },
      },
    },
  },
})

const quoted = configuration({ orders: 'quoted' })
const good = configuration({ orders: 'good' })

/** Only with the rights of an administrator it makes links. */
const unlessWindows = process.platform === 'win32' ? it.skip : it

const files = (annotations: readonly { readonly properties: Readonly<Record<string, string>> }[]) =>
  annotations.flatMap(({ properties }) => properties.file ?? [])

describe('fix-suggestions', () => {
  it('become annotations that nobody wanted otherwise, where the token of a fork may only read', async () => {
    server.push({ 'main.tf': good }, { 'main.tf': quoted })
    server.fail(/^POST .*reviews/, { status: 403, body: { message: 'Resource not accessible by integration' } }, 9)
    const job = machine.job({ 'main.tf': quoted })
    const inputs = { 'fix-suggestions': 'true', annotations: 'false' }
    const { code, annotations } = await job.run(entry, step(inputs, 'somebody/infra'))
    expect(code).toBe(1)
    expect(annotations.map(({ level }) => level)).toEqual(['notice', 'error', 'error'])
    expect(annotations[0]?.message).toContain('it comes from a fork')
    expect(annotations[1]?.properties).toMatchObject({ file: 'main.tf' })
  })

  it('never show the token', async () => {
    server.push({ 'main.tf': good }, { 'main.tf': quoted })
    const { stdout, summary } = await machine.job({ 'main.tf': quoted }).run(entry, step({ 'fix-suggestions': 'true' }))
    expect(stdout.replace(`::add-mask::${TOKEN}`, '') + summary).not.toContain(TOKEN)
  })
})

describe('only-changed', () => {
  const inputs = { 'only-changed': 'true' }
  const all: Files = {
    'a/main.tf': configuration({ one: 'quoted' }),
    'a/other.tf': configuration({ two: 'quoted' }).replace(/^resource "aws_kms_key" "audit" \{\n.*\n\}\n/m, ''),
    'b/main.tf': configuration({ three: 'quoted' }),
  }

  const changed = async (list: Parameters<GitHubServer['list']>[0], workspace = all) => {
    server.list(list)
    const { outputs, annotations, code, ...rest } = await machine.job(workspace).run(entry, step(inputs))
    return { ...rest, outputs, code, annotations, files: files(annotations) }
  }

  const patch = '@@ -1,1 +1,1 @@\n-# a\n+# b'

  it('is all that there is without it', async () => {
    const { outputs } = await machine.job(all).run(entry, step({}))
    expect(outputs.findings).toBe('3')
  })

  it('reports changed files alone', async () => {
    const ran = await changed([{ filename: 'a/other.tf', status: 'modified', patch }])
    expect([ran.code, ran.outputs.findings, ran.files]).toEqual([1, '1', ['a/other.tf']])
    expect(ran.summary).toContain('a/other.tf')
    expect(ran.summary).not.toContain('a/main.tf')
    expect(ran.summary.match(/^### Around /gm)).toHaveLength(1)
    expect(ran.outputs.errors).toBe('1')
  })

  it('ends well where the findings are in others', async () => {
    const ran = await changed([{ filename: 'README.md', status: 'modified', patch }])
    expect([ran.code, ran.outputs.findings, ran.outputs['patch-file'], ran.annotations]).toEqual([0, '0', '', []])
  })

  it.each([
    ['a file was removed', [{ filename: 'a/gone.tf', status: 'removed', patch }]],
    ['values were renamed', [{ filename: 'a/x.bak', previous_filename: 'a/terraform.tfvars', status: 'renamed' }]],
    ['a file was renamed', [{ filename: 'c.tf', previous_filename: 'a/was.tf', status: 'renamed' }]],
    ['values have changed', [{ filename: 'a/prod.auto.tfvars', status: 'modified', patch }]],
    [
      'a block was taken away',
      [{ filename: 'a/more.tf', status: 'modified', patch: '@@ -1,2 +1,1 @@\n-resource "aws_kms_key" "k" {}\n # b' }],
    ],
    ['nobody knows what was changed in a file', [{ filename: 'a/large.tf', status: 'modified' }]],
  ])('reports all of a directory in which %s', async (_, list) => {
    const ran = await changed(list)
    expect(ran.files.toSorted()).toEqual(['a/main.tf', 'a/other.tf'])
  })

  describe('reports what it breaks elsewhere', () => {
    const whole = configuration({ orders: 'good' })
    const at = whole.indexOf('resource "aws_rds_cluster_activity_stream"')
    const [rest, stream] = [whole.slice(0, at), whole.slice(at)]
    const counted = stream.replace('{\n', '{\n  count = var.audit ? 1 : 0\n')
    const variable = (standard: boolean): string => `variable "audit" {\n  default = ${standard}\n}\n`
    const call = (rest: string): string => `module "db" {\n  source = "../../modules/db"\n${rest}}\n`
    const db = {
      'modules/db/main.tf': rest,
      'modules/db/stream.tf': counted,
      'modules/db/variables.tf': variable(true),
    }

    it.each<readonly [string, Readonly<Record<string, string | undefined>>, Readonly<Record<string, string>>]>([
      [
        'a stream that is turned off',
        { 'a/main.tf': rest, 'a/stream.tf': stream },
        { 'a/main.tf': rest, 'a/stream.tf': stream.replace('{\n', '{\n  count = 0\n') },
      ],
      [
        'a stream that points elsewhere',
        { 'a/main.tf': rest, 'a/stream.tf': stream },
        {
          'a/main.tf': rest,
          'a/stream.tf': stream.replace(
            'aws_rds_cluster.orders.arn',
            '"arn:aws:rds:eu-west-1:123456789012:cluster:other"',
          ),
        },
      ],
      [
        'the default of a variable',
        { 'a/main.tf': rest, 'a/stream.tf': counted, 'a/variables.tf': variable(true) },
        { 'a/main.tf': rest, 'a/stream.tf': counted, 'a/variables.tf': variable(false) },
      ],
      [
        'a local value',
        {
          'a/main.tf': rest,
          'a/stream.tf': counted.replace('var.', 'local.'),
          'a/l.tf': 'locals {\n  audit = true\n}\n',
        },
        {
          'a/main.tf': rest,
          'a/stream.tf': counted.replace('var.', 'local.'),
          'a/l.tf': 'locals {\n  audit = false\n}\n',
        },
      ],
      [
        'the argument of a call',
        { ...db, 'envs/prod/main.tf': call('') },
        { ...db, 'envs/prod/main.tf': call('  audit = false\n') },
      ],
      [
        'a file that overrides it',
        { 'a/main.tf': whole },
        { 'a/main.tf': whole, 'a/das_override.tf': stream.replace(/\{[\s\S]*\}/, '{\n  count = 0\n}') },
      ],
      ['a further call', db, { ...db, 'envs/prod/new.tf': call('  audit = false\n') }],
      [
        'values of a root module',
        {
          ...db,
          'envs/prod/main.tf': `variable "audit" {}\n${call('  audit = var.audit\n')}`,
          'envs/prod/terraform.tfvars': 'audit = true\n',
        },
        {
          ...db,
          'envs/prod/main.tf': `variable "audit" {}\n${call('  audit = var.audit\n')}`,
          'envs/prod/terraform.tfvars': 'audit = false\n',
        },
      ],
    ])('%s', async (_, before, after) => {
      server.push(before, after)
      const { outputs, code } = await machine.job(after).run(entry, step(inputs))
      expect([code, outputs.findings]).toEqual([1, '1'])
    })

    unlessWindows('through links', async () => {
      server.push({}, { 'shared/main.tf': rest })
      const job = machine.job({ 'shared/main.tf': rest, 'b/x.tf': '' })
      symlinkSync('../shared/main.tf', join(job.workspace, 'b/main.tf'))
      const { annotations } = await job.run(entry, step({ ...inputs, paths: 'b' }))
      expect(files(annotations)).toEqual(['shared/main.tf'])
      server.push({}, { 'b/main.tf': '../shared/main.tf' })
      expect((await job.run(entry, step({ ...inputs, paths: 'b' }))).outputs.findings).toBe('1')
      // What lies outside of the repository has a name in it, or none.
      writeFileSync(join(job.directory, 'foreign.tf'), rest)
      symlinkSync(join(job.directory, 'foreign.tf'), join(job.workspace, 'b/foreign.tf'))
      rmSync(join(job.workspace, 'b/main.tf'))
      const foreign = await job.run(entry, step({ paths: 'b' }))
      expect(files(foreign.annotations)).toEqual(['b/foreign.tf'])
    })

    it('and nothing that it does not touch', async () => {
      const off = { ...db, 'envs/prod/main.tf': call('  audit = false\n'), 'envs/prod/tags.tf': '# a\n' }
      server.push(off, {
        ...off,
        'envs/prod/tags.tf': '# b\nvariable "tags" {}\n',
        'modules/db/more.tf': 'variable "x" {}\n',
      })
      const { outputs } = await machine.job(off).run(entry, step(inputs))
      expect(outputs.findings).toBe('0')
    })
  })

  it('needs no history', async () => {
    const job = machine.job(all)
    rmSync(join(job.workspace, '.git'), { recursive: true })
    server.list([{ filename: 'b/main.tf', status: 'added', patch }])
    const { annotations } = await job.run(entry, step(inputs))
    expect(files(annotations)).toEqual(['b/main.tf'])
  })

  it('knows a working directory', async () => {
    server.list([{ filename: 'a/main.tf', status: 'modified', patch }])
    const { annotations } = await machine.job(all).run(entry, step({ ...inputs, 'working-directory': 'a' }))
    expect(files(annotations)).toEqual(['a/main.tf'])
  })

  it.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
  ])('reports everything where GitHub says %i', async (status, message) => {
    server.fail(/files/, { status, body: { message } }, 9)
    const ran = await changed([])
    expect([ran.code, ran.outputs.findings]).toEqual([1, '3'])
    expect(ran.annotations[0]).toMatchObject({
      level: 'notice',
      message: expect.stringMatching(/all findings are reported$/),
    })
  })

  it('reports everything of a pull request with more files than GitHub lists', async () => {
    const list = Array.from({ length: 3000 }, (_, at) => ({ filename: `${at}.md`, status: 'added', patch }))
    const ran = await changed(list)
    expect(ran.outputs.findings).toBe('3')
    expect(ran.annotations[0]?.message).toMatch(
      /^only-changed: GitHub lists 3,000 files .*; all findings are reported$/,
    )
  })

  it('reports a plan without its source', async () => {
    server.list([{ filename: 'README.md', status: 'modified', patch }])
    const plan = readFileSync(`${root}fixtures/sample/plan.json`)
    const job = machine.job({ 'plan.json': plan })
    const { outputs } = await job.run(entry, step({ ...inputs, plan: 'plan.json' }))
    expect(Number(outputs.findings)).toBeGreaterThan(0)
  })
})
