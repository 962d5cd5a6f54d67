/** The hooks, run by real pre-commit in repositories of users. */
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../cli/built.js'
import { cluster, stream } from '../streamed.js'
import { cloneHooks, type HookConfig, type Hooks, hasPreCommit, Repository } from './repository.js'

const quoted = stream.replace('aws_kms_key.main.key_id', '"aws_kms_key.main.key_id"')
const sound = { 'db/cluster.tf': cluster(), 'db/stream.tf': stream }
const MISSING = 'has no activity stream'
const QUOTED = 'is the text'

let hooks: Hooks
const repositories: Repository[] = []
const repository = async (files: Readonly<Record<string, string>>, ...wanted: readonly HookConfig[]) => {
  const made = await Repository.with(hooks, files, ...(wanted.length > 0 ? wanted : [['tf-das-lint'] as const]))
  repositories.push(made)
  return made
}

/** Lines are broken to the width of a terminal. */
const stopped = (...texts: readonly string[]) => ({
  code: 1,
  output: expect.toSatisfy((output: string) =>
    ['Failed', ...texts].every((text) => output.replace(/\s+/g, ' ').includes(text)),
  ),
})
const passed = { code: 0, output: expect.toSatisfy((output: string) => /Passed\n$/.test(output)) }

describe.skipIf(!hasPreCommit)('pre-commit', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    hooks = await cloneHooks()
  }, 240_000)
  afterAll(() => {
    for (const each of repositories) each.remove()
  })

  it('takes the manifest', async () => {
    const made = await repository({})
    expect(await made.preCommit('validate-manifest', `${root}.pre-commit-hooks.yaml`)).toEqual({ code: 0, output: '' })
  })

  it('tries the hook from a clone', async () => {
    const made = await repository({ 'main.tf': readFileSync(`${root}fixtures/sample/main.tf`, 'utf8') })
    const { code, output } = await made.preCommit('try-repo', hooks.path, 'tf-das-lint', '--all-files')
    expect(output).toContain('main.tf:83:18')
    expect(output).toContain('6 errors, 1 warning')
    expect(code).toBe(1)
  })

  it('stops a commit that brings a cluster without a stream, and takes it with one', async () => {
    const made = await repository({})
    expect(await made.check({ 'db/cluster.tf': cluster() })).toEqual(stopped('db/cluster.tf:1:1', MISSING))
    expect(await made.check({ 'db/stream.tf': stream })).toEqual(passed)
  })

  it('does nothing where nothing of Terraform is committed', async () => {
    const made = await repository({ 'db/cluster.tf': cluster() })
    expect(await made.check({ 'readme.md': '# Nothing', 'empty.json': '{}' })).toEqual(passed)
  })

  it('tells only what is in the files of the commit, and looks at their whole module', async () => {
    const made = await repository({ ...sound, 'db/stream.tf': quoted })
    expect(await made.check({ 'db/cluster.tf': `# the same\n${cluster()}` })).toEqual(passed)
    const { code, output } = await made.check({ 'db/stream.tf': `# the same\n${quoted}` })
    expect({ code, output }).toEqual(stopped('db/stream.tf:9:18', QUOTED))
    expect(output).not.toContain(MISSING)
  })

  it('sees a module through those who call it', async () => {
    const made = await repository({
      'modules/db/main.tf': `variable "engine" {}\n\n${cluster('var.engine')}\noutput "arn" {\n  value = aws_rds_cluster.main.arn\n}\n`,
      'live/main.tf': `module "db" {\n  source = "../modules/db"\n  engine = "aurora-postgresql"\n}\n`,
    })
    const changed = { 'modules/db/main.tf': `${made.read('modules/db/main.tf')}\n` }
    expect(await made.check(changed)).toEqual(stopped('module.db.aws_rds_cluster.main has no activity stream'))
    const called = stream
      .replace('aws_rds_cluster.main.arn', 'module.db.arn')
      .replace('aws_rds_cluster_instance.main', 'module.db')
    expect(await made.check({ 'live/stream.tf': called })).toEqual(passed)
    expect(await made.preCommit('run', '--all-files')).toEqual(passed)
  })

  it('stops a commit that only deletes the stream', async () => {
    const made = await repository(sound)
    expect(await made.check({ 'db/stream.tf': undefined })).toEqual(stopped('db/cluster.tf:1:1', MISSING))
    await made.git('commit', '--quiet', '--no-verify', '--message', 'without')
    const between = await made.preCommit('run', '--from-ref', 'HEAD~1', '--to-ref', 'HEAD')
    expect(between).toEqual(stopped('db/cluster.tf:1:1', MISSING))
  })

  it('takes a commit that deletes the whole module', async () => {
    const made = await repository(sound)
    expect(await made.check({ 'db/stream.tf': undefined, 'db/cluster.tf': undefined })).toEqual(passed)
  })

  it('takes a file that moves within its module, and stops one that leaves it', async () => {
    const made = await repository(sound)
    await made.git('mv', 'db/stream.tf', 'db/streams.tf')
    expect(await made.preCommit('run')).toEqual(passed)
    await made.git('mv', 'db/streams.tf', 'stream.tf')
    expect(await made.preCommit('run')).toEqual(stopped('db/cluster.tf:1:1', MISSING))
    await made.git('mv', 'stream.tf', 'db/stream.tf.bak')
    expect(await made.preCommit('run')).toEqual(stopped('db/cluster.tf:1:1', MISSING))
  })

  it.each([
    ['a changed value', { 'db/terraform.tfvars': 'engine = "aurora-mysql"\n' }],
    ['a changed value in JSON', { 'db/x.auto.tfvars.json': '{"engine": "aurora-mysql"}\n' }],
    ['a file of values that goes', { 'db/terraform.tfvars': undefined }],
  ])('looks for what comes of %s', async (_, change) => {
    const made = await repository({
      'db/main.tf': `variable "engine" {\n  default = "aurora-postgresql"\n}\n\n${cluster('var.engine')}`,
      'db/terraform.tfvars': 'engine = "mysql"\n',
      'db/env/prod.tfvars': 'engine = "mysql"\n',
    })
    expect(await made.check({ 'db/env/prod.tfvars': 'engine = "mariadb"\n' })).toEqual(passed)
    expect(await made.check(change)).toEqual(stopped('db/main.tf:5:1', MISSING))
  })

  it('reads what is staged, not what lies beside it', async () => {
    const made = await repository({})
    await made.stage({ 'db/cluster.tf': cluster() })
    made.write('db/cluster.tf', cluster() + stream)
    expect(await made.preCommit('run')).toEqual(stopped('db/cluster.tf:1:1', MISSING))
    expect(made.read('db/cluster.tf')).toBe(cluster() + stream)
  })

  it('takes files of any name', async () => {
    const made = await repository({})
    const names = [
      '--strict.tf',
      '-.tofu',
      'a b.tf',
      '\u00fcber [x] *.tf',
      'rules',
      "it's $(x) `y`.tf.json",
      '%0A::x.tofu.json',
    ]
    const files = names.map((name, at) => [
      name === 'rules' ? 'rules/main.tf' : `${name}`,
      name.endsWith('.json')
        ? JSON.stringify({ resource: { aws_rds_cluster: { [`c${at}`]: { engine: 'aurora-mysql' } } } })
        : `resource "aws_rds_cluster" "c${at}" {\n  engine = "aurora-mysql"\n}\n`,
    ])
    const { code, output } = await made.check(Object.fromEntries(files))
    expect(code).toBe(1)
    for (const [name = ''] of files) expect(output).toContain(`${name}  1 error`)
  })

  it('leaves alone what is hidden, as a run over the repository does, and files of other tools', async () => {
    const made = await repository({})
    const files = ['live/.terraform/modules/db/main.tf', '.github/test/main.tf', 'db/main.tf.tmpl', 'db/terragrunt.hcl']
    expect(await made.check(Object.fromEntries(files.map((path) => [path, cluster()])))).toEqual(passed)
  })

  it('follows a symbolic link', async () => {
    const made = await repository({ 'shared.txt': cluster() })
    symlinkSync('shared.txt', join(made.path, 'linked.tf'))
    expect(await made.check({})).toEqual(stopped('linked.tf:1:1', MISSING))
  })

  it('says what it cannot read', async () => {
    const made = await repository({})
    expect(await made.check({ 'main.tf': `${cluster()}\nresource "x {\n` })).toEqual(stopped('exit code: 2', 'main.tf'))
  })

  it('takes options from the config, and from that of the linter', async () => {
    const files = { 'main.tf': `${cluster('var.engine')}variable "engine" {}\n` }
    const made = await repository({}, ['tf-das-lint', 'args: [--strict]'])
    expect(await made.check(files)).toEqual(stopped('undecided'))
    const config = JSON.stringify({ rules: { 'missing-activity-stream': 'off' } })
    expect(await made.check({ '.tf-das-lint.json': config, 'main.tf': cluster() })).toEqual(passed)
  })

  it('looks at all files where it is told to', async () => {
    const made = await repository({ ...sound, 'other/main.tf': cluster() })
    expect(await made.preCommit('run')).toEqual(passed)
    expect(await made.preCommit('run', '--all-files')).toEqual(stopped('other/main.tf:1:1', MISSING))
  })

  it('mends, says so, and is content with the next try', async () => {
    const made = await repository({ 'db/cluster.tf': cluster() }, ['tf-das-lint-fix'])
    const first = await made.check({ 'db/stream.tf': quoted })
    expect(first).toEqual(stopped('files were modified by this hook'))
    expect(made.read('db/stream.tf')).toBe(stream)
    expect(await made.check({})).toEqual(passed)
    await made.git('commit', '--quiet', '--no-verify', '--message', 'mended')
    expect(await made.check({ 'db/stream.tf': undefined })).toEqual(stopped(MISSING))
  })

  it('reads the plans that are committed', async () => {
    const made = await repository({}, ['tf-das-lint-plan'])
    const plan = readFileSync(`${root}fixtures/sample/plan.json`, 'utf8')
    expect(await made.check({ 'main.tf': cluster(), 'floor-plan.json.txt': '', 'package.json': '{}' })).toMatchObject({
      code: 0,
      output: expect.stringContaining('Skipped'),
    })
    expect(await made.check({ 'ci/prod.tfplan.json': plan })).toEqual(stopped('aws_rds_cluster_activity_stream.audit'))
  })

  it('reads a plan that is none of its files', async () => {
    const lines = ['args: [build/plan.json]', 'pass_filenames: false', 'always_run: true']
    const made = await repository({ '.gitignore': 'build/\n' }, ['tf-das-lint-plan', ...lines])
    expect(await made.preCommit('run')).toEqual(stopped('build/plan.json does not exist'))
    made.write('build/plan.json', readFileSync(`${root}fixtures/sample/plan.json`, 'utf8'))
    expect(await made.preCommit('run')).toEqual(stopped('aws_rds_cluster_activity_stream.audit'))
  })

  it('is installed from a package as well, by a hook of the repository itself', async () => {
    const made = await repository({ 'db/cluster.tf': cluster() })
    const [manifest = ''] = readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8').split(/\n\n/)
    const [, hook = ''] = manifest.split(/^(?=- id: )/m)
    made.write(
      '.pre-commit-config.yaml',
      [
        'repos:',
        '  - repo: local',
        '    hooks:',
        ...hook
          .trimEnd()
          .split('\n')
          .map((line) => `      ${line}`),
        `        additional_dependencies: [${JSON.stringify(await hooks.packed())}]`,
        '',
      ].join('\n'),
    )
    expect(await made.check({ 'db/cluster.tf': `${cluster()}# the same\n` })).toEqual(
      stopped('db/cluster.tf:1:1', MISSING),
    )
  })

  it('stands in the way of git commit', async () => {
    const made = await repository({ 'readme.md': '' })
    await made.preCommit('install')
    await made.stage({ 'db/cluster.tf': cluster() })
    const refused = await made.tryGit('commit', '--message', 'without a stream')
    expect(refused).toEqual(stopped('db/cluster.tf:1:1', MISSING))
    await made.stage({ 'db/stream.tf': stream })
    expect((await made.tryGit('commit', '--message', 'with a stream')).code).toBe(0)
    await made.stage({ 'db/stream.tf': undefined })
    expect(await made.tryGit('commit', '--all', '--message', 'without again')).toEqual(stopped(MISSING))
    expect((await made.git('log', '--format=%s')).trim().split('\n')).toEqual(['with a stream', 'first'])
  })
})
