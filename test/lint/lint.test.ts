import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.js'
import type { Finding } from '../../src/finding.js'
import { UserError } from '../../src/source/diagnostic.js'
import { lintFiles, verdicts } from './in-memory.js'

const cluster = (name: string, content = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  ${content}\n}\n`
const stream = (name: string, key = '"my key"'): string =>
  `resource "aws_rds_cluster_activity_stream" "${name}" {\n  resource_arn = aws_rds_cluster.${name}.arn\n  kms_key_id = ${key}\n  mode = "async"\n}\n`
const instance = (name: string): string =>
  `resource "aws_rds_cluster_instance" "${name}" {\n  cluster_identifier = aws_rds_cluster.${name}.id\n}\n`
/** A finding of each of three rules: `bare` has no stream, that of `main` has no key and does not wait. */
const SEVERAL = cluster('main') + instance('main') + stream('main') + cluster('bare')
const MISSING = 'missing-activity-stream'
const KEY = 'invalid-kms-key-id'
const WAIT = 'missing-instance-depends-on'

const place = ({ location }: Finding): string =>
  location?.kind === 'source'
    ? `${location.source.path}:${location.source.position(location.span.start).line}`
    : (location?.file ?? 'nowhere')

describe('the rules that are asked for', () => {
  const found = async (options: Parameters<typeof lintFiles>[1]): Promise<readonly string[]> => {
    const report = await lintFiles({ 'main.tf': SEVERAL }, options)
    return [...new Set(report.findings.map(({ rule }) => rule))].sort()
  }

  test.each([
    ['all', {}, [KEY, MISSING, WAIT]],
    ['empty lists', { only: [], skip: [] }, [KEY, MISSING, WAIT]],
    ['one', { only: [KEY] }, [KEY]],
    ['two', { only: [WAIT, KEY] }, [KEY, WAIT]],
    ['one twice', { only: [KEY, KEY] }, [KEY]],
    ['all but one', { skip: [KEY] }, [MISSING, WAIT]],
    ['one that is skipped', { only: [KEY], skip: [KEY] }, []],
    ['one of two that is skipped', { only: [KEY, WAIT], skip: [KEY] }, [WAIT]],
  ])('%s', async (_, options, expected) => {
    expect(await found(options)).toEqual(expected)
  })

  const off = new Map([[KEY, 'off' as const]])

  test('are not those that are off', async () => {
    expect(await found({ severities: off })).toEqual([MISSING, WAIT])
    expect(await found({ severities: off, skip: [WAIT] })).toEqual([MISSING])
  })

  test('are those that are named, though they are off', async () => {
    expect(await found({ severities: off, only: [KEY] })).toEqual([KEY])
    expect((await lintFiles({ 'main.tf': SEVERAL }, { severities: off, only: [KEY] })).severities.size).toBe(0)
  })

  test('are named in the report, in their own order', async () => {
    const ids = rules.map(({ metadata }) => metadata.id)
    const report = await lintFiles({ 'main.tf': SEVERAL }, { only: [WAIT, KEY, MISSING] })
    expect(report.rules.map(({ id }) => id)).toEqual(ids.filter((id) => [WAIT, KEY, MISSING].includes(id)))
    expect((await lintFiles({ 'main.tf': SEVERAL })).rules.map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    ['only', 'missing-activity-steam', `did you mean ${MISSING}?`],
    ['skip', 'invalid-kms-key', `did you mean ${KEY}?`],
    ['only', 'everything-else-there-is', `the rules are ${rules.map(({ metadata }) => metadata.id).join(', ')}`],
    ['only', '', expect.any(String)],
    ['skip', '__proto__', expect.any(String)],
  ])('%s=%s is the mistake of the user', async (option, id, hint) => {
    const error: unknown = await lintFiles({ 'main.tf': SEVERAL }, { [option]: [id] }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({ message: `there is no rule ${id}`, hint })
  })

  test('are needed for anything to be said of suppressions', async () => {
    await expect(lintFiles({ 'main.tf': SEVERAL }, { only: ['unused-suppression'] })).rejects.toThrow(
      'unused-suppression runs no rule',
    )
  })
})

describe('files that are named', () => {
  const FILES = {
    'a.tf': cluster('a'),
    'b.tf': cluster('b'),
    'streams.tf': stream('a', 'aws_kms_key.main.key_id'),
    'keys.tf': 'resource "aws_kms_key" "main" {}\n',
    'c.tf.json': '{ "resource": { "aws_rds_cluster": { "c": { "engine": "aurora-mysql" } } } }',
    'more/main.tf': cluster('d'),
  }

  test.each([
    [['.'], ['b', 'c', 'd']],
    [['b.tf'], ['b']],
    [['./b.tf'], ['b']],
    [['/project/b.tf'], ['b']],
    [['b.tf', 'b.tf'], ['b']],
    [['c.tf.json'], ['c']],
    [
      ['b.tf', 'c.tf.json'],
      ['b', 'c'],
    ],
    [['more/main.tf'], ['d']],
    [
      ['b.tf', 'more'],
      ['b', 'd'],
    ],
    [
      ['b.tf', '.'],
      ['b', 'c', 'd'],
    ],
    [
      ['.', 'b.tf'],
      ['b', 'c', 'd'],
    ],
    [['keys.tf'], []],
    // The file with the cluster alone has no stream; its directory has.
    [['a.tf'], []],
  ])('%j', async (paths, expected) => {
    const { findings } = await lintFiles(FILES, { paths, only: [MISSING] })
    expect(findings.map(({ address }) => address.replace('aws_rds_cluster.', '')).sort()).toEqual(expected)
  })

  test('what is wrong in a called module is there, not in the file with the call', async () => {
    const files = {
      'main.tf': 'module "db" {\n  source = "./db"\n}\n',
      'db/main.tf': cluster('this'),
    }
    expect(verdicts(await lintFiles(files, { paths: ['main.tf'], only: [MISSING] }))).toEqual([])
    expect(verdicts(await lintFiles(files, { only: [MISSING] }))).toEqual([
      `${MISSING} violation module.db.aws_rds_cluster.this`,
    ])
  })

  test('stand for their whole modules where that is asked for', async () => {
    const { findings } = await lintFiles(FILES, { paths: ['keys.tf'], only: [MISSING], wholeModules: true })
    expect(findings.map(({ address }) => address).sort()).toEqual(['aws_rds_cluster.b', 'aws_rds_cluster.c'])
  })

  test('what is written in the argument of a call is', async () => {
    const files = {
      'main.tf': 'module "db" {\n  source = "./db"\n  key = "my key"\n}\n',
      'db/main.tf': `variable "key" {}\n${cluster('this')}${stream('this', 'var.key')}`,
    }
    const { findings } = await lintFiles(files, { paths: ['main.tf'] })
    expect(findings.map((finding) => `${finding.rule} ${place(finding)}`)).toEqual([`${KEY} main.tf:3`])
  })
})

describe('a directory that is named twice', () => {
  test.each([
    [['db']],
    [['db', 'db']],
    [['db', './db', 'db/']],
    [['db', '/project/db']],
    [['db', '.']],
    [['.', 'db']],
    [['db/../db']],
    [['link']],
    [['db', 'link']],
  ])('%j', async (paths) => {
    const { findings, summary } = await lintFiles(
      { 'db/main.tf': cluster('main'), link: { link: 'db' } },
      { paths, only: [MISSING] },
    )
    expect(findings).toHaveLength(1)
    expect(summary).toMatchObject({ clusters: 1, errors: 1 })
  })
})

describe('the order of findings', () => {
  test('by file, line, rule, address', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => cluster(`c${at}`)).join('')
    const { findings } = await lintFiles({
      'b.tf': lines,
      'a.tf': cluster('z') + cluster('many', 'for_each = toset(["b", "a", "10", "9"])'),
      'a/main.tf': cluster('deeper'),
      'B.tf': cluster('upper'),
      'stream.tf': cluster('main') + instance('main') + stream('main'),
    })
    const places = findings.map((finding) => `${place(finding)} ${finding.rule} ${finding.address}`)
    expect(places.slice(0, 8)).toEqual([
      `B.tf:1 ${MISSING} aws_rds_cluster.upper`,
      `a.tf:1 ${MISSING} aws_rds_cluster.z`,
      `a.tf:5 ${MISSING} aws_rds_cluster.many["10"]`,
      `a.tf:5 ${MISSING} aws_rds_cluster.many["9"]`,
      `a.tf:5 ${MISSING} aws_rds_cluster.many["a"]`,
      `a.tf:5 ${MISSING} aws_rds_cluster.many["b"]`,
      `a/main.tf:1 ${MISSING} aws_rds_cluster.deeper`,
      `b.tf:1 ${MISSING} aws_rds_cluster.c0`,
    ])
    expect(places.filter((text) => text.startsWith('b.tf'))).toEqual(
      Array.from({ length: 12 }, (_, at) => `b.tf:${at * 4 + 1} ${MISSING} aws_rds_cluster.c${at}`),
    )
    expect(places.filter((text) => text.startsWith('stream.tf'))).toEqual([
      `stream.tf:8 ${WAIT} aws_rds_cluster_activity_stream.main`,
      `stream.tf:10 ${KEY} aws_rds_cluster_activity_stream.main`,
    ])
  })

  test('does not hang on the order of files, or of paths', async () => {
    const files = { 'a/main.tf': SEVERAL, 'b/main.tf': SEVERAL, 'c/x.tf': cluster('x'), 'c/y.tf': cluster('y') }
    const turned = Object.fromEntries(Object.entries(files).reverse())
    const seen = (report: Awaited<ReturnType<typeof lintFiles>>) =>
      report.findings.map((finding) => ({
        ...finding,
        location: place(finding),
        related: finding.related.length,
        fix: finding.fix?.title,
        fingerprint: finding.fingerprint,
      }))
    const first = await lintFiles(files, { paths: ['a', 'b', 'c'] })
    expect(seen(await lintFiles(turned, { paths: ['c', 'b', 'a'] }))).toEqual(seen(first))
    expect(seen(await lintFiles(files, { paths: ['a', 'b', 'c'] }))).toEqual(seen(first))
    expect(first.findings).toHaveLength(8)
  })
})

describe('severities that are given', () => {
  const severitiesOf = async (text: string, severities: ReadonlyMap<string, 'error' | 'warning' | 'note'>) =>
    (await lintFiles({ 'main.tf': text }, { severities })).findings.map(({ rule, severity }) => `${severity} ${rule}`)

  test('are those of all that the rule finds', async () => {
    const found = await severitiesOf(
      SEVERAL,
      new Map([
        [KEY, 'warning'],
        [WAIT, 'note'],
      ]),
    )
    expect([...found].sort()).toEqual([`error ${MISSING}`, `note ${WAIT}`, `warning ${KEY}`])
  })

  test('also of what would weigh less', async () => {
    const unlisted = `${cluster('main')}${stream('main', 'var.key')}variable "key" {}
resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  instance_class     = "db.r6id.large"
}
`
    const CLASS = 'unsupported-instance-class'
    expect(await severitiesOf(unlisted, new Map())).toContain(`warning ${CLASS}`)
    expect(await severitiesOf(unlisted, new Map([[CLASS, 'error']]))).toContain(`error ${CLASS}`)
    expect(await severitiesOf(unlisted, new Map([[CLASS, 'note']]))).toContain(`note ${CLASS}`)
  })

  test('leave what is undecided a note', async () => {
    const undecided = 'variable "engine" {}\nresource "aws_rds_cluster" "main" {\n  engine = var.engine\n}\n'
    expect(await severitiesOf(undecided, new Map([[MISSING, 'error']]))).toEqual([`note ${MISSING}`])
  })

  test('of a rule that is not there are the mistake of the user', async () => {
    const severities = new Map([['missing-activity-steam', 'note' as const]])
    await expect(lintFiles({ 'main.tf': SEVERAL }, { severities })).rejects.toThrow(UserError)
  })
})

describe('fingerprints', () => {
  const fingerprints = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await lintFiles(files)).findings.map(({ fingerprint }) => fingerprint).sort()

  test('tell findings apart', async () => {
    const all = await fingerprints({ 'a/main.tf': SEVERAL, 'b/main.tf': SEVERAL })
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(6)
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{32}$/)
  })

  test.each([
    ['lines above', { 'main.tf': `# more\n\n\n${SEVERAL}` }],
    ['another file', { 'other.tf': SEVERAL }],
    ['another order of blocks', { 'main.tf': cluster('bare') + stream('main') + instance('main') + cluster('main') }],
    ['two files', { 'a.tf': cluster('bare') + stream('main'), 'b.tf': instance('main') + cluster('main') }],
  ])('survive %s', async (_, files) => {
    expect(await fingerprints(files)).toEqual(await fingerprints({ 'main.tf': SEVERAL }))
  })
})

describe('several root modules', () => {
  const CALL = 'module "db" {\n  source = "../db"\n}\n'

  test('are told apart where there are several', async () => {
    const { findings, stats } = await lintFiles({ 'one/main.tf': cluster('a'), 'two/main.tf': cluster('a') })
    expect(findings.map(({ address, rootModule }) => `${rootModule} ${address}`)).toEqual([
      'one aws_rds_cluster.a',
      'two aws_rds_cluster.a',
    ])
    expect(stats.rootModules).toBe(2)
  })

  test('are not named where there is one', async () => {
    const { findings } = await lintFiles({ 'main.tf': cluster('a') })
    expect(findings.map(({ rootModule }) => rootModule)).toEqual([undefined])
  })

  test('that call the same module each have its findings', async () => {
    const { findings, summary } = await lintFiles({
      'one/main.tf': CALL,
      'two/main.tf': CALL,
      'db/main.tf': cluster('this'),
    })
    expect(findings.map((finding) => `${finding.rootModule} ${place(finding)}`)).toEqual([
      'one db/main.tf:1',
      'two db/main.tf:1',
    ])
    expect(summary.clusters).toBe(2)
  })
})

describe('the summary', () => {
  test('counts clusters, streams and findings', async () => {
    const { summary } = await lintFiles({
      'main.tf': `variable "x" {}\n${SEVERAL}${cluster('many', 'count = 3')}${cluster('perhaps', 'for_each = var.x')}resource "aws_rds_cluster" "multi_az" {\n  engine = "mysql"\n}\nresource "aws_rds_cluster" "which" {\n  engine = var.x\n}\n`,
    })
    expect(summary).toEqual({
      clusters: 8,
      auroraClusters: 7,
      streamed: 1,
      undecided: 1,
      errors: 7,
      warnings: 0,
      notes: 1,
      suppressed: 0,
    })
  })

  test('of nothing', async () => {
    const { summary, findings, diagnostics } = await lintFiles({ 'main.tf': 'resource "aws_s3_bucket" "main" {}\n' })
    expect({ summary, findings, diagnostics }).toEqual({
      summary: {
        clusters: 0,
        auroraClusters: 0,
        streamed: 0,
        undecided: 0,
        errors: 0,
        warnings: 0,
        notes: 0,
        suppressed: 0,
      },
      findings: [],
      diagnostics: [],
    })
  })
})
