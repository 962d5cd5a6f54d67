/** The Action as the runner starts it: the built entry point in a process of its own, far from any `node_modules`. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_BYTES } from '../../src/action/summary.js'
import { Machine, root } from './runner.js'

const machine = new Machine()
let entry = ''
beforeAll(async () => {
  entry = await machine.install()
})
afterAll(() => machine.remove())

const sample = readFileSync(`${root}fixtures/sample/main.tf`, 'utf8')

const cluster = (name: string, rest = ''): string => `resource "aws_rds_cluster" "${name}" {
  cluster_identifier          = "c"
  engine                      = "aurora-postgresql"
  engine_version              = "15.4"
  master_username             = "root_user"
  manage_master_user_password = true
${rest}}
`

const streamed = (name: string): string => `${cluster(name)}
resource "aws_rds_cluster_instance" "${name}" {
  cluster_identifier = aws_rds_cluster.${name}.id
  engine             = aws_rds_cluster.${name}.engine
  instance_class     = "db.r6g.large"
}

resource "aws_kms_key" "${name}" {}

resource "aws_rds_cluster_activity_stream" "${name}" {
  resource_arn = aws_rds_cluster.${name}.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.${name}.key_id
  depends_on   = [aws_rds_cluster_instance.${name}]
}
`

/** So many clusters without a stream, in one file. */
const clusters = (number: number): string =>
  Array.from({ length: number }, (_, index) => cluster(`c${index}`)).join('\n')

const levels = (annotations: readonly { readonly level: string }[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const { level } of annotations) counts.set(level, (counts.get(level) ?? 0) + 1)
  return Object.fromEntries(counts)
}

describe('a run over the sample', () => {
  it('tells the job all it can', async () => {
    const job = machine.job({ 'main.tf': sample })
    const { code, stderr, outputs, annotations, log, commands, summary } = await job.run(entry)
    expect([code, stderr]).toEqual([1, ''])
    expect(outputs).toEqual({
      findings: '7',
      errors: '6',
      warnings: '1',
      'sarif-file': join(job.temporary, 'tf-das-lint.sarif'),
      'patch-file': join(job.temporary, 'tf-das-lint.patch'),
    })
    expect(commands).toEqual(['add-mask', 'group', 'endgroup'])
    expect(log).toContain('error[invalid-kms-key-id]: kms_key_id of aws_rds_cluster_activity_stream.audit')
    expect(levels(annotations)).toEqual({ error: 6, warning: 1 })
    expect(annotations.find(({ properties }) => properties.title?.endsWith('invalid-kms-key-id'))).toMatchObject({
      level: 'error',
      properties: { file: 'main.tf', line: '83', col: '18', endColumn: '50' },
    })
    expect(annotations.at(-1)).toMatchObject({
      level: 'error',
      message: 'tf-das-lint: 6 errors, 1 warning (7 with a patch); the step fails from severity warning on',
    })
    expect(summary).toContain('\n## tf-das-lint: 6 errors, 1 warning (7 with a patch)\n')
    expect(summary).toContain('\n```mermaid\nflowchart LR\n')
    expect(summary).toContain('\n-  kms_key_id   = "aws_kms_key.database-audit.arn"\n')
  })

  it('writes SARIF and a patch that takes all of it away', async () => {
    const job = machine.job({ 'main.tf': sample })
    const { outputs } = await job.run(entry)
    const sarif = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'))
    expect(sarif.runs[0].results).toHaveLength(7)
    expect(sarif.runs[0].automationDetails.id).toBe('tf-das-lint/')
    expect(sarif.runs[0].tool.driver.rules[0].help.markdown).toContain('#')
    const patch = readFileSync(outputs['patch-file'] ?? '', 'utf8')
    expect(patch).toMatch(/^--- a\/main\.tf\n\+\+\+ b\/main\.tf\n/)
    expect(patch).toContain('+  kms_key_id   = aws_kms_key.database-audit.key_id\n')
    expect(readFileSync(join(job.workspace, 'main.tf'), 'utf8')).toBe(sample)
  })

  it('ends well where nothing is wrong', async () => {
    const { code, outputs, annotations, log, summary } = await machine.job({ 'main.tf': streamed('a') }).run(entry)
    expect(code).toBe(0)
    expect(outputs).toMatchObject({ findings: '0', errors: '0', warnings: '0', 'patch-file': '' })
    expect(annotations).toEqual([])
    expect(log.trim()).toBe('1 Aurora cluster, streamed')
    expect(summary.trim()).toBe('**tf-das-lint**: 1 Aurora cluster, streamed')
  })

  it.each([
    ['never', 0],
    ['error', 1],
  ] as const)('fails as fail-on %s says', async (failOn, expected) => {
    const { code, annotations } = await machine.job({ 'main.tf': sample }).run(entry, { inputs: { 'fail-on': failOn } })
    expect(code).toBe(expected)
    expect(levels(annotations)).toEqual({ error: 5 + expected, warning: 1 })
  })

  it('says nothing that is switched off', async () => {
    const job = machine.job({ 'main.tf': sample })
    const inputs = { annotations: 'false', summary: 'false', 'sarif-file': 'false' }
    const { code, annotations, summary, outputs, log, commands } = await job.run(entry, { inputs })
    expect(code).toBe(1)
    expect(annotations).toHaveLength(1)
    expect(summary).toBe('')
    expect(outputs['sarif-file']).toBe('')
    // Nothing else says what is wrong: the report is not folded.
    expect(commands).toEqual(['add-mask'])
    expect(log).toContain('error[invalid-kms-key-id]')
  })
})

describe('more than GitHub shows', () => {
  it('ends in a word on how many more there are, and where', async () => {
    const { annotations, summary, outputs } = await machine.job({ 'main.tf': clusters(14) }).run(entry)
    expect(outputs.errors).toBe('14')
    expect(levels(annotations)).toEqual({ error: 10, notice: 1 })
    expect(annotations[0]).toMatchObject({
      level: 'notice',
      message:
        'GitHub shows the first 10 annotations of each level of a step: 5 errors more are in the job summary and in the log',
    })
    expect(annotations.at(-1)?.message).toMatch(/^tf-das-lint: 14 errors/)
    expect(summary.match(/^### Around /gm)).toHaveLength(14)
  })

  it('is cut in the summary, with a word', async () => {
    const modules = Array.from({ length: 300 }, (_, at) => [`module ${at}/main.tf`, clusters(3)] as const)
    const { code, summary, outputs } = await machine.job(Object.fromEntries(modules)).run(entry)
    expect(code).toBe(1)
    expect(outputs.errors).toBe('900')
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MOST_BYTES)
    expect(Buffer.byteLength(summary)).toBeGreaterThan(MOST_BYTES / 2)
    expect(summary).toMatch(/\nNot shown, because this may take \d+ bytes: \d+ findings in detail, \d+ graphs\.\n$/)
  })
})

describe('inputs', () => {
  it.each([
    [{ 'fail-on': 'erorr' }, 'the input fail-on is error, warning, note or never; not "erorr" (did you mean error?)'],
    [{ strict: 'maybe' }, 'the input strict is true or false; not "maybe"'],
    [{ 'working-directory': 'infar' }, 'the input working-directory names no directory of the workspace: infar'],
  ])('that are wrong are refused: %j', async (inputs, message) => {
    const { code, annotations, outputs, log } = await machine.job({ 'main.tf': sample }).run(entry, { inputs })
    expect(code).toBe(2)
    expect(annotations).toEqual([{ level: 'error', message: `tf-das-lint: ${message}`, properties: {} }])
    expect([outputs, log.trim()]).toEqual([{}, ''])
  })

  it.each([{}, { 'working-directory': 'infra' }])('tell somebody who forgot the checkout: %j', async (inputs) => {
    const job = machine.job()
    const workspace = join(job.directory, 'empty')
    mkdirSync(workspace)
    const { code, annotations } = await job.run(entry, { inputs, environment: { GITHUB_WORKSPACE: workspace } })
    expect([code, annotations.map(({ message }) => message)]).toEqual([
      2,
      ['tf-das-lint: there is nothing in the workspace (run actions/checkout in a step before)'],
    ])
  })

  it('may lead out of an empty workspace', async () => {
    const job = machine.job({ 'main.tf': cluster('a') })
    const workspace = join(job.directory, 'empty')
    mkdirSync(workspace)
    const step = { inputs: { paths: job.workspace }, environment: { GITHUB_WORKSPACE: workspace } }
    expect((await job.run(entry, step)).outputs.findings).toBe('1')
  })

  it('name paths a line each, and directories on the way of another system', async () => {
    const job = machine.job({ 'envs/prod/main.tf': cluster('p'), 'envs/dev/main.tf': cluster('d'), 'main.tf': sample })
    const { outputs, annotations } = await job.run(entry, { inputs: { paths: 'envs\\prod\nenvs/d*' } })
    expect(outputs.findings).toBe('2')
    expect(annotations.map(({ properties }) => properties.file).filter(Boolean)).toEqual([
      'envs/dev/main.tf',
      'envs/prod/main.tf',
    ])
  })

  it('are relative to the working directory, findings to the repository', async () => {
    const job = machine.job({ 'my infra/db/main.tf': cluster('p'), 'my infra/das.yaml': 'failOn: never\n' })
    const inputs = { 'working-directory': 'my infra\\', paths: 'db', config: 'das.yaml', 'sarif-file': 'das.sarif' }
    const { code, annotations, outputs, summary } = await job.run(entry, { inputs })
    expect(code).toBe(0)
    expect(annotations[0]?.properties.file).toBe('my infra/db/main.tf')
    expect(outputs['sarif-file']).toBe(join(job.workspace, 'my infra', 'das.sarif'))
    const sarif = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'))
    expect(sarif.runs[0].automationDetails.id).toBe('tf-das-lint/my infra/db/')
    expect(sarif.runs[0].artifacts[0].location.uri).toBe('my%20infra/db/main.tf')
    expect(summary).toContain('\nLinted: `my infra/db`\n')
  })

  it('take the workspace for the repository where nothing was checked out', async () => {
    const job = machine.job()
    const workspace = join(job.directory, 'artifact')
    mkdirSync(join(workspace, 'infra'), { recursive: true })
    writeFileSync(join(workspace, 'infra', 'main.tf'), cluster('p'))
    const step = { inputs: { 'working-directory': 'infra' }, environment: { GITHUB_WORKSPACE: workspace } }
    const { annotations } = await job.run(entry, step)
    expect(annotations[0]?.properties.file).toBe('infra/main.tf')
  })

  it('name a baseline and count what is undecided', async () => {
    const undecided = `variable "on" {\n  type = bool\n}\n${streamed('a').replace(
      'resource "aws_rds_cluster_activity_stream" "a" {',
      'resource "aws_rds_cluster_activity_stream" "a" {\n  count = var.on ? 1 : 0',
    )}`
    const job = machine.job({ 'main.tf': undecided, 'known.json': '{ "version": 1, "findings": [] }' })
    const lenient = await job.run(entry, { inputs: { baseline: 'known.json' } })
    expect([lenient.code, lenient.outputs.findings, levels(lenient.annotations)]).toEqual([0, '1', { notice: 1 }])
    const strict = await job.run(entry, { inputs: { baseline: 'known.json', strict: 'true' } })
    expect(strict.code).toBe(1)
    const missing = await job.run(entry, { inputs: { baseline: 'gone.json' } })
    expect(missing.code).toBe(2)
    expect(missing.annotations.at(-1)?.message).toMatch(/^tf-das-lint: .*gone\.json.*; nothing is linted$/)
  })
})

describe('input that cannot be read', () => {
  it('fails the step, and what was found is told all the same', async () => {
    const job = machine.job({
      'a/main.tf': 'resource "aws_rds_cluster" "x" {\n  engine = \n',
      'b/main.tf': cluster('b'),
    })
    const { code, annotations, outputs } = await job.run(entry)
    expect(code).toBe(2)
    expect(outputs.findings).not.toBe('0')
    expect(annotations[0]).toMatchObject({ level: 'error', properties: { file: 'a/main.tf' } })
    expect(annotations.at(-1)?.message).toMatch(/in what could be read: \d error/)
  })

  it('has the words of HashiCorp’s parser, which comes along', async () => {
    const { annotations } = await machine.job({ 'main.tf': `${cluster('a')}\nx = [\n` }).run(entry)
    expect(existsSync(join(dirname(entry), 'action-hcl2json', 'main.wasm.gz'))).toBe(true)
    // Ours says that the bracket is never closed.
    expect(annotations[0]?.message).toBe(
      'Missing expression; Expected the start of an expression, but found the end of the file.',
    )
    expect(annotations.at(-1)?.message).toContain('but found the end of the file; in what could be read')
  })

  it('may be the config: nothing is linted', async () => {
    const job = machine.job({ 'main.tf': sample, '.tf-das-lint.yaml': 'failOn: sometimes\n' })
    const { code, annotations, outputs, log } = await job.run(entry)
    expect([code, outputs]).toEqual([2, {}])
    expect(annotations[0]).toMatchObject({ level: 'error', properties: { file: '.tf-das-lint.yaml' } })
    expect(annotations.at(-1)?.message).toMatch(/^tf-das-lint: .*; nothing is linted$/)
    expect(log).toContain('.tf-das-lint.yaml')
  })
})

describe('a plan', () => {
  const plan = readFileSync(`${root}fixtures/sample/plan.json`, 'utf8')

  it('without its source is told without lines', async () => {
    const { code, outputs, annotations } = await machine
      .job({ 'plan.json': plan })
      .run(entry, { inputs: { plan: 'plan.json' } })
    expect(code).toBe(1)
    expect(Number(outputs.findings)).toBeGreaterThan(0)
    expect(outputs['patch-file']).toBe('')
    expect(annotations[0]?.properties).toMatchObject({ file: 'plan.json', line: '1' })
  })

  it('with its source points at lines', async () => {
    const job = machine.job({ 'out/plan.json': plan, 'infra/main.tf': sample })
    const { annotations } = await job.run(entry, { inputs: { plan: 'out\\plan.json', source: 'infra' } })
    expect(annotations.map(({ properties }) => properties.file)).toContain('infra/main.tf')
  })

  it('is what source is for: without one a notice says that it has no use', async () => {
    const job = machine.job({ 'main.tf': streamed('a'), 'plan.json': plan })
    const { code, annotations } = await job.run(entry, { inputs: { source: '.' } })
    expect([code, annotations.map(({ message }) => message)]).toEqual([
      0,
      ['source: there is no plan among what is linted, so it has no use'],
    ])
    const planned = await job.run(entry, { inputs: { paths: 'plan.json', source: '.' } })
    expect(planned.annotations.filter(({ message }) => message.startsWith('source: '))).toEqual([])
  })

  it('that is not there is a mistake', async () => {
    const { code, annotations } = await machine.job().run(entry, { inputs: { plan: 'plan.json' } })
    expect(code).toBe(2)
    expect(annotations[0]?.message).toContain('plan.json')
  })
})

describe('two runs in one job', () => {
  it('leave each other’s files alone, and are told apart', async () => {
    const job = machine.job({ 'a/main.tf': cluster('a'), 'b/main.tf': cluster('b') })
    const one = await job.run(entry, { inputs: { paths: 'a' } })
    const other = await job.run(entry, { inputs: { paths: 'b' } })
    expect(relative(job.temporary, one.outputs['sarif-file'] ?? '')).toBe('tf-das-lint.sarif')
    expect(relative(job.temporary, other.outputs['sarif-file'] ?? '')).toBe('tf-das-lint-2.sarif')
    const ids = [one, other].map(
      ({ outputs }) => JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8')).runs[0].automationDetails.id,
    )
    expect(ids).toEqual(['tf-das-lint/a/', 'tf-das-lint/b/'])
    expect(one.summary).toContain('\nLinted: `a`\n')
    expect(other.summary).toContain('\nLinted: `b`\n')
    expect(readFileSync(other.outputs['patch-file'] ?? '', 'utf8')).toMatch(/^--- a\/b\/main\.tf/)
  })

  it('share a summary where they are in one step', async () => {
    const job = machine.job({ 'a/main.tf': cluster('a'), 'b/main.tf': cluster('b') })
    const shared = join(job.directory, 'shared.md')
    writeFileSync(shared, '# Before')
    const environment = { GITHUB_STEP_SUMMARY: shared }
    await job.run(entry, { inputs: { paths: 'a' }, environment })
    await job.run(entry, { inputs: { paths: 'b' }, environment })
    expect(readFileSync(shared, 'utf8').match(/^# Before\n|^## tf-das-lint: 1 error/gm)).toHaveLength(3)
  })
})

describe('what the runner does not have', () => {
  it('may be the summary file', async () => {
    const job = machine.job({ 'main.tf': streamed('a') })
    for (const path of [undefined, '', join(job.directory, 'gone.md')]) {
      const { code, annotations } = await job.run(entry, { environment: { GITHUB_STEP_SUMMARY: path } })
      expect(code).toBe(0)
      expect(annotations).toHaveLength(1)
      expect(annotations[0]).toMatchObject({
        level: 'notice',
        message: expect.stringMatching(/^there is no job summary: /),
      })
    }
  })

  it('may be room in the summary', async () => {
    const job = machine.job({ 'main.tf': streamed('a') })
    const full = join(job.directory, 'full.md')
    writeFileSync(full, 'x'.repeat(MOST_BYTES - 10))
    const { code, annotations } = await job.run(entry, { environment: { GITHUB_STEP_SUMMARY: full } })
    expect([code, levels(annotations)]).toEqual([0, { notice: 1 }])
    expect(readFileSync(full).length).toBe(MOST_BYTES - 10)
  })

  it('may be the file for outputs', async () => {
    const job = machine.job({ 'main.tf': streamed('a') })
    const { code, annotations } = await job.run(entry, { environment: { GITHUB_OUTPUT: join(job.directory, 'gone') } })
    expect(code).toBe(0)
    expect(annotations[0]?.message).toMatch(/^the outputs cannot be set: /)
  })

  it('may be the temporary directory', async () => {
    const job = machine.job({ 'main.tf': streamed('a') })
    const { code, annotations } = await job.run(entry, { environment: { RUNNER_TEMP: join(job.directory, 'gone') } })
    expect(code).toBe(2)
    expect(annotations[0]?.message).toMatch(/^cannot write .*tf-das-lint\.sarif: its directory does not exist/)
  })

  it('may be anything at all', async () => {
    const job = machine.job({ 'main.tf': streamed('a') })
    const nothing = Object.fromEntries(
      ['GITHUB_EVENT_NAME', 'GITHUB_EVENT_PATH', 'GITHUB_REPOSITORY', 'GITHUB_JOB', 'GITHUB_WORKSPACE'].map((name) => [
        name,
        undefined,
      ]),
    )
    const { code, stderr } = await job.run(entry, {
      environment: nothing,
      inputs: { 'only-changed': 'true', token: '' },
    })
    expect([code, stderr]).toEqual([0, ''])
  })
})

describe('a run that is for no pull request', () => {
  const inputs = { 'only-changed': 'true', 'fix-suggestions': 'true' }

  it.each([
    [
      'an event of a push',
      { event: { name: 'push', payload: { ref: 'refs/heads/main' } } },
      'the event push is of none',
    ],
    [
      'a payload without one',
      { event: { name: 'pull_request', payload: { action: 'opened' } } },
      'the event pull_request is of none',
    ],
    ['a payload that is none', { event: { name: 'pull_request', payload: [] } }, 'the event pull_request is of none'],
    ['no payload', { environment: { GITHUB_EVENT_PATH: undefined } }, 'the job has no event'],
  ])('because of %s reports everything, and says why', async (_, step, because) => {
    const { code, outputs, annotations } = await machine.job({ 'main.tf': sample }).run(entry, { ...step, inputs })
    expect([code, outputs.findings]).toEqual([1, '7'])
    expect(annotations[0]).toMatchObject({
      level: 'notice',
      message: `only-changed: there is no pull request: ${because}; all findings are reported`,
    })
  })

  it.each(['gone.json', 'broken.json'])('because its payload is %s says so', async (name) => {
    const job = machine.job({ 'main.tf': streamed('a') })
    writeFileSync(join(job.directory, 'broken.json'), '{"pull_request": {')
    const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(job.directory, name) }
    const { code, annotations } = await job.run(entry, { inputs, environment })
    expect(code).toBe(0)
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.message).toMatch(
      /^only-changed: there is no pull request: its event cannot be read: .*; all findings are reported$/,
    )
  })

  it('without a token says so', async () => {
    const payload = { pull_request: { number: 7, head: { sha: 'abc', repo: null }, base: { repo: null } } }
    const step = { inputs: { ...inputs, token: '' }, event: { name: 'pull_request', payload } }
    const { code, outputs, annotations, commands } = await machine.job({ 'main.tf': sample }).run(entry, step)
    expect([code, outputs.findings]).toEqual([1, '7'])
    expect(annotations[0]?.message).toMatch(/^only-changed: the input token is empty, /)
    expect(commands).not.toContain('add-mask')
  })
})

// Windows takes no such names of files.
const where = process.platform === 'win32' ? it.skip : it

describe('hostile names', () => {
  const KEYS = [
    '::error::pwned',
    '%0A::set-output name=findings::0',
    '##[add-mask]a',
    'a\\n::warning::b',
    '@octo/security',
    '<img src=x onerror=alert(1)>',
    '](javascript:alert(1))',
    '`code` **bold** | cell',
    '\\u001b[2Jgone',
    '\\u202egnp.tf',
  ]
  const keyed = cluster('x').replace(
    '{\n',
    `{\n  for_each = toset([${KEYS.map((key) => `"${key.replaceAll('%', '%%')}"`.replaceAll('%%', '%')).join(', ')}])\n`,
  )

  where('are text in the log, in annotations and in the summary', async () => {
    const file = 'a::error file=x,line=1::b%0A @octo <b>.tf'
    const job = machine.job({ [file]: keyed })
    const { code, outputs, annotations, commands, stdout, summary } = await job.run(entry)
    expect([code, outputs.findings]).toEqual([1, String(KEYS.length)])
    expect(commands).toEqual(['add-mask', 'group', 'endgroup'])
    expect(levels(annotations)).toEqual({ error: 2 })
    expect(annotations[0]?.properties.file).toBe(file)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may come through
    expect(stdout + summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/)
    const outsideCode = summary
      .replace(/```[\s\S]*?\n```/g, '')
      .replace(/(`+).+?\1/g, '')
      .replace(/<code>.*?<\/code>/g, '')
    expect(outsideCode).not.toMatch(/@octo|<img|<b>|javascript:/)
  })

  it('stay text where they stand in the error of a file that cannot be read', async () => {
    const job = machine.job({ 'x/main.tf': 'resource "aws_rds_cluster" "a" {\n  ::error::pwned ##[error]pwned\n}\n' })
    const { code, annotations, commands, log } = await job.run(entry)
    expect(code).toBe(2)
    expect(
      annotations.every(
        ({ properties, message }) => properties.file !== undefined || message.startsWith('tf-das-lint: '),
      ),
    ).toBe(true)
    expect(commands).toEqual(['add-mask', 'group', 'endgroup'])
    expect(log).toContain('::error::pwned')
  })

  where('may be those of the workspace', async () => {
    const job = machine.job({ 'main.tf': sample })
    const workspace = join(job.directory, 'my ::error::repo @octo')
    cpSync(job.workspace, workspace, { recursive: true })
    const { code, annotations, commands } = await job.run(entry, { environment: { GITHUB_WORKSPACE: workspace } })
    expect([code, levels(annotations), commands]).toEqual([
      1,
      { error: 6, warning: 1 },
      ['add-mask', 'group', 'endgroup'],
    ])
  })

  it('are no secrets, and secrets are not shown', async () => {
    const secret = 'hunter2-hunter2'
    const text = cluster('a').replace('manage_master_user_password = true', `master_password = "${secret}"`)
    const { stdout, summary, outputs } = await machine.job({ 'main.tf': text }).run(entry)
    expect(outputs.findings).toBe('1')
    const sarif = readFileSync(outputs['sarif-file'] ?? '', 'utf8')
    expect(stdout + summary + sarif).not.toContain(secret)
  })
})

describe('the bundle', () => {
  it('is started with the rights of a checkout that nobody may write to', async () => {
    chmodSync(dirname(entry), 0o555)
    const { code } = await machine.job({ 'main.tf': streamed('a') }).run(entry)
    chmodSync(dirname(entry), 0o755)
    expect(code).toBe(0)
  })
})
