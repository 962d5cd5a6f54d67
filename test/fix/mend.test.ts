import { describe, expect, test } from 'vitest'
import { mend } from '../../src/fix/index.js'
import type { Mended, MendOptions } from '../../src/fix/mended.js'
import { baselineOf } from '../../src/lint/baseline.js'
import { lint } from '../../src/program.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'
import { cluster, key, stream } from './configuration.js'

const mendFiles = (files: Readonly<Record<string, Planted>>, options: Partial<MendOptions> = {}): Promise<Mended> =>
  mend(lint, {
    paths: ['.'],
    fileSystem: memoryFileSystem(files),
    environment: new Map(),
    variables: [],
    safety: 'unsafe',
    ...options,
  })

const quoted = key + cluster('main') + stream('main')
const right = key + cluster('main') + stream('main', 'aws_kms_key.audit.key_id')
const QUOTED = 'invalid-kms-key-id aws_rds_cluster_activity_stream.main'

const named = (findings: Mended['mended']): readonly string[] =>
  findings.map(({ rule, address }) => `${rule} ${address}`)
const changed = ({ changes }: Mended): Readonly<Record<string, string>> =>
  Object.fromEntries(changes.map(({ path, after }) => [path, after]))

describe('mending', () => {
  test('says what was mended, and what the files are to hold', async () => {
    const mended = await mendFiles({ 'main.tf': quoted })
    expect(changed(mended)).toEqual({ 'main.tf': right })
    expect(named(mended.mended)).toEqual([QUOTED])
    expect(mended).toMatchObject({ rounds: 1, left: [], cwd: '/project' })
    expect(mended.before.findings.length).toBe(1)
    expect(mended.after.findings).toEqual([])
    expect(mended.changes[0]?.before.text).toBe(quoted)
  })

  test('does nothing where nothing is wrong', async () => {
    const mended = await mendFiles({ 'main.tf': right })
    expect(mended).toMatchObject({ changes: [], mended: [], left: [], rounds: 0 })
    expect(mended.after).toBe(mended.before)
  })

  test('does nothing more the second time', async () => {
    const files = { 'main.tf': key + cluster('a') + cluster('b') + cluster('c') + stream('c') }
    const once = await mendFiles(files)
    expect(once.mended.length).toBe(3)
    expect(await mendFiles(changed(once))).toMatchObject({ changes: [], rounds: 0 })
  })

  test('leaves what is not safe where only safe patches are asked for', async () => {
    const mended = await mendFiles({ 'main.tf': quoted + cluster('other') }, { safety: 'safe' })
    expect(changed(mended)).toEqual({ 'main.tf': right + cluster('other') })
    expect(named(mended.after.findings)).toEqual(['missing-activity-stream aws_rds_cluster.other'])
    // It has no patch of that grade.
    expect(mended.left).toEqual([])
  })

  test('mends a file once that is read by several names', async () => {
    const files = { 'a/main.tf': quoted, 'b/main.tf': { link: '../a/main.tf' } }
    const mended = await mendFiles(files)
    expect(named(mended.mended)).toEqual([QUOTED, QUOTED])
    expect(changed(mended)).toEqual({ 'a/main.tf': right })
  })

  test('says the same of files whatever their paths look like', async () => {
    for (const path of ['.', './', '/project', 'main.tf', '/project/main.tf']) {
      expect(changed(await mendFiles({ 'main.tf': quoted }, { paths: [path] }))).toEqual({ 'main.tf': right })
    }
  })

  test('mends a module that is called twice once', async () => {
    const call = (name: string): string => `module "${name}" {\n  source = "./db"\n}\n`
    const mended = await mendFiles({ 'main.tf': call('one') + call('two'), 'db/main.tf': quoted })
    expect(mended.mended.map(({ address }) => address)).toEqual([
      'module.one.aws_rds_cluster_activity_stream.main',
      'module.two.aws_rds_cluster_activity_stream.main',
    ])
    expect(changed(mended)).toEqual({ 'db/main.tf': right })
  })
})

test('an error that was there before may be in another line afterwards', async () => {
  const output = 'output "twice" {\n  value = 1\n}\n'
  const mended = await mendFiles({ 'main.tf': `${key}${cluster('main')}${output}${output}` })
  expect(named(mended.mended)).toEqual(['missing-activity-stream aws_rds_cluster.main'])
})

test('a patch that only waits for another stays apart from what was changed elsewhere', async () => {
  const aligned = `
resource "aws_rds_cluster_activity_stream" "a" {
  resource_arn = "aws_rds_cluster.a.arn" # of the cluster
  mode         = "Async"                 # as everywhere
  kms_key_id   = "aws_kms_key.audit.arn" # of the team

  depends_on = [aws_rds_cluster_instance.a]
}
`
  const files = { 'key.tf': key, 'a.tf': cluster('a') + aligned, 'b.tf': cluster('b') + stream('b') }
  const mended = await mendFiles(files)
  expect(mended.after.findings).toEqual([])
  expect(mended.rounds).toBeGreaterThan(1)
  expect(mended.changes.map(({ path, group }) => [path, group])).toEqual([
    ['a.tf', 0],
    ['b.tf', 1],
  ])
})

describe('what is not to be mended', () => {
  const comment = ' # tf-das-lint:ignore invalid-kms-key-id reason="as it was"'

  test('a finding that a comment suppresses', async () => {
    const files = { 'main.tf': key + cluster('main') + stream('main', '"aws_kms_key.audit.arn"', comment) }
    expect(await mendFiles(files)).toMatchObject({ changes: [], left: [] })
  })

  test('one that is exempt', async () => {
    const exemptions = [{ address: '*', rules: ['invalid-kms-key-id'], reason: 'as it was', file: 'config.json' }]
    const mended = await mendFiles({ 'main.tf': quoted }, { exemptions })
    expect(mended.before.suppressed.length).toBe(1)
    expect(mended).toMatchObject({ changes: [], left: [] })
  })

  test('one that the baseline knows', async () => {
    const { before } = await mendFiles({ 'main.tf': quoted })
    const mended = await mendFiles(
      { 'main.tf': quoted + cluster('other') },
      { baseline: baselineOf('known.json', before.findings) },
    )
    expect(named(mended.mended)).toEqual(['missing-activity-stream aws_rds_cluster.other'])
    expect(changed(mended)['main.tf']).toContain(quoted)
  })

  test('one in a file that was not named', async () => {
    const files = { 'main.tf': key + cluster('main') + stream('main'), 'other.tf': cluster('other') + stream('other') }
    const mended = await mendFiles(files, { paths: ['other.tf'] })
    expect(changed(mended)).toEqual({ 'other.tf': cluster('other') + stream('other', 'aws_kms_key.audit.key_id') })
    expect(mended.after.findings).toEqual([])
  })
})

describe('where patches may write', () => {
  const call = (source: string): string => `module "db" {\n  source = "${source}"\n}\n`
  const reasons = ({ left }: Mended): readonly string[] => left.map(({ reason }) => reason)

  test('not to a module outside of what was named', async () => {
    const files = { 'live/main.tf': call('../modules/db'), 'modules/db/main.tf': quoted }
    const mended = await mendFiles(files, { paths: ['live'] })
    expect(mended).toMatchObject({ changes: [], mended: [], rounds: 0 })
    expect(reasons(mended)).toEqual([
      'modules/db/main.tf lies outside of what was named: run tf-das-lint --fix=unsafe modules/db',
    ])
    const safe = await mendFiles(files, { paths: ['live'], safety: 'safe' })
    expect(reasons(safe)).toEqual([
      'modules/db/main.tf lies outside of what was named: run tf-das-lint --fix modules/db',
    ])
    expect(changed(await mendFiles(files, { paths: ['live', 'modules'] }))).toEqual({ 'modules/db/main.tf': right })
  })

  test('beside a file that was named, and not below another directory', async () => {
    const files = { 'live/main.tf': call('../modules/db'), 'live/other.tf': quoted, 'modules/db/main.tf': '' }
    expect(changed(await mendFiles(files, { paths: ['live/other.tf'] }))).toEqual({ 'live/other.tf': right })
  })

  test('not behind a link that leads out of it', async () => {
    const files = { 'live/main.tf': { link: '/elsewhere/main.tf' }, '/elsewhere/main.tf': quoted }
    const mended = await mendFiles(files, { paths: ['live'] })
    expect(mended.changes).toEqual([])
    expect(reasons(mended)).toEqual(['live/main.tf leads outside of what was named, to /elsewhere/main.tf'])
  })

  test('behind a link that stays within', async () => {
    const files = { 'live/main.tf': { link: 'shared/db' }, 'live/shared/db': quoted }
    expect(changed(await mendFiles(files, { paths: ['live'] }))).toEqual({ 'live/main.tf': right })
  })

  test('where a directory is named by a link, behind it', async () => {
    const files = { live: { link: '/elsewhere' }, '/elsewhere/main.tf': quoted }
    expect(changed(await mendFiles(files, { paths: ['live'] }))).toEqual({ 'live/main.tf': right })
  })

  test('not to hidden directories', async () => {
    const files = { 'main.tf': call('./.modules/db'), '.modules/db/main.tf': quoted }
    expect(reasons(await mendFiles(files))).toEqual(['.modules/db/main.tf is hidden, or in a hidden directory'])
  })

  test('to a hidden directory that was named', async () => {
    expect(changed(await mendFiles({ '.infra/main.tf': quoted }, { paths: ['.infra'] }))).toEqual({
      '.infra/main.tf': right,
    })
  })

  test('not to standard input', async () => {
    const standardInput = async () => new TextEncoder().encode(quoted)
    const mended = await mendFiles({}, { paths: ['-'], standardInput })
    expect(mended).toMatchObject({ changes: [], rounds: 0 })
    expect(named(mended.after.findings)).toEqual([QUOTED])
    expect(reasons(mended)).toEqual(['it came by standard input'])
  })
})
