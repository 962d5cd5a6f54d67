/**
 * What exists is judged, whatever is configured. `fixtures/terraform.tfstate` is a state as Terraform keeps it, with a cluster for each
 * thing that can be wrong; `fixtures/state.json` what `terraform show -json` of Terraform 1.11 prints of it; `fixtures/clusters.json` has
 * the shape of the output of `aws rds describe-db-clusters`.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.js'
import type { LintOptions } from '../../src/lint/options.js'
import type { Report } from '../../src/report/report.js'
import { reporters } from '../../src/report/reporters.js'
import { accessTo } from '../plan/access.js'
import { hasTerraform, OFFLINE_PROVIDER, shownState } from '../real-terraform.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'
import { lintFiles, verdicts } from './in-memory.js'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const RAW = fixture('terraform.tfstate')
const SHOWN = fixture('state.json')
const CLUSTERS = fixture('clusters.json')

const lintDocuments = (
  files: Readonly<Record<string, Planted>>,
  options: Partial<LintOptions> = {},
): Promise<Report> => {
  const fileSystem = memoryFileSystem(files)
  return lintFiles(files, {
    paths: Object.keys(files),
    fileSystem: { ...fileSystem, open: (path) => accessTo(fileSystem.read(path)) },
    ...options,
  })
}

const messages = ({ diagnostics }: Report): readonly string[] =>
  diagnostics.map(({ severity, message }) => `${severity}: ${message}`)

/** A state of one cluster, its instance and what else is given, without which it would say no more than that. */
const stateOf = (more: readonly object[] = [], cluster: object = {}): string =>
  JSON.stringify({
    version: 4,
    serial: 1,
    lineage: 'x',
    resources: [
      resource('aws_rds_cluster', { arn: ARN, cluster_identifier: 'orders', engine: 'aurora-postgresql', ...cluster }),
      resource('aws_rds_cluster_instance', { cluster_identifier: 'orders', instance_class: 'db.r6g.large' }),
      ...more,
    ],
  })
const resource = (type: string, attributes: object, name = 'main') => ({
  mode: 'managed',
  type,
  name,
  instances: [{ attributes }],
})
const ARN = 'arn:aws:rds:eu-west-1:123456789012:cluster:orders'
const streamOf = (arn: string): object =>
  resource('aws_rds_cluster_activity_stream', { id: arn, resource_arn: arn, mode: 'async', kms_key_id: 'k' })

test('the README names the rules that judge it', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const [, state = '', aws = ''] = /A \*\*state\*\* is judged by([^;]*);([^.]*)\./.exec(readme) ?? []
  const named = (text: string): readonly string[] => [...text.matchAll(/`([a-z-]+)`/g)].map(([, id = '']) => id).sort()
  const judging = (deployed: string): readonly string[] =>
    rules.flatMap(({ metadata }) => (metadata.deployed?.includes(deployed) ? [metadata.id] : []))
  expect(named(state)).toEqual(judging('state'))
  expect(named(aws)).toEqual(judging('aws'))
})

describe('a state', () => {
  const EXPECTED = [
    'aws-managed-kms-key violation aws_rds_cluster_activity_stream.aws_managed_key',
    'cluster-without-instance violation aws_rds_cluster.without_instance',
    'duplicate-activity-stream violation aws_rds_cluster_activity_stream.orders_again',
    'missing-activity-stream violation aws_rds_cluster.by_count[0]',
    'missing-activity-stream violation aws_rds_cluster.deposed_stream',
    'missing-activity-stream violation module.db["a\\"b$${c}]"].aws_rds_cluster.this',
    'missing-activity-stream violation module.db["us"].aws_rds_cluster.this',
    'unsupported-cluster violation aws_rds_cluster.serverless',
    'unsupported-engine-version violation aws_rds_cluster.old',
    'unsupported-instance-class violation aws_rds_cluster_instance.small',
  ]

  test.each([
    ['as Terraform keeps it', RAW],
    ['as terraform show -json prints it', SHOWN],
  ])('%s', async (_, content) => {
    const report = await lintDocuments({ 'state.json': content })
    expect(verdicts(report)).toEqual(EXPECTED)
    expect(messages(report)).toEqual([])
    expect(report.summary).toMatchObject({ clusters: 12, auroraClusters: 11, streamed: 7, undecided: 0 })
    expect(report.stats).toMatchObject({ plans: 0, rootModules: 0, deployed: 1 })
    expect(report.findings.every(({ location, fix }) => location?.kind === 'document' && fix === undefined)).toBe(true)
    expect(report.findings.flatMap(({ because }) => because).filter((reason) => reason.startsWith('no patch'))).toEqual(
      [],
    )
  })

  test('has the same fingerprints in both forms', async () => {
    const [raw, shown] = await Promise.all([RAW, SHOWN].map((content) => lintDocuments({ 'state.json': content })))
    expect(raw?.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      shown?.findings.map(({ fingerprint }) => fingerprint),
    )
  })

  test.runIf(hasTerraform)('is printed by real Terraform as it stands here', () => {
    const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-state-'))
    try {
      copyFileSync(join(import.meta.dirname, 'fixtures', 'terraform.tfstate'), join(directory, 'terraform.tfstate'))
      writeFileSync(join(directory, 'main.tf'), OFFLINE_PROVIDER)
      expect(JSON.parse(shownState(directory))).toEqual(JSON.parse(SHOWN))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  test('shows no secret of it in any report', async () => {
    expect(RAW).toContain('correct-horse-battery')
    const report = await lintDocuments({ 'a.json': RAW, 'b.json': SHOWN })
    expect(report.findings).toHaveLength(2 * EXPECTED.length)
    const options = {
      color: false,
      columns: 200,
      quiet: false,
      category: 'test',
      repositoryPath: (path: string) => path,
    }
    for (const reporter of Object.values(reporters)) {
      const text = reporter(report, options)
      expect(text).toContain('orders_again')
      expect(text).not.toMatch(/correct-horse|root_user/)
    }
  })

  test('says what to do in its configuration', async () => {
    const { findings } = await lintDocuments({ 'state.json': stateOf() })
    expect(findings).toMatchObject([
      {
        message: 'aws_rds_cluster.main has no activity stream: its database activity is not recorded',
        hint: "declare an aws_rds_cluster_activity_stream beside aws_rds_cluster.main in the configuration of this state, with a customer managed key and depends_on the cluster's instances; where one runs that was started otherwise, import it",
        because: ['engine is aurora-postgresql', 'no aws_rds_cluster_activity_stream in this state points at it'],
      },
    ])
  })

  test.each<[string, readonly object[], object, readonly string[]]>([
    ['with a stream of the cluster', [streamOf(ARN)], {}, []],
    [
      'with a stream of one in another region',
      [streamOf(ARN.replace('eu-west-1', 'us-east-1'))],
      {},
      ['missing-activity-stream violation aws_rds_cluster.main'],
    ],
    [
      'with a stream of one in another account',
      [streamOf(ARN.replace('1234', '4321'))],
      {},
      ['missing-activity-stream violation aws_rds_cluster.main'],
    ],
    ['whose cluster is not Aurora', [], { engine: 'postgres' }, []],
    [
      'whose cluster has what only a configuration can have wrong',
      [streamOf(ARN)],
      { availability_zones: ['eu-west-1a'], database_name: '[db]' },
      [],
    ],
  ])('%s', async (_, more, cluster, expected) => {
    expect(verdicts(await lintDocuments({ 'state.json': stateOf(more, cluster) }))).toEqual(expected)
  })

  test('keeps clusters of one name in two regions apart', async () => {
    const twin = ARN.replace('eu-west-1', 'us-east-1')
    const state = stateOf([
      streamOf(ARN),
      resource('aws_rds_cluster', { arn: twin, cluster_identifier: 'orders', engine: 'aurora-postgresql' }, 'twin'),
      resource('aws_rds_cluster_activity_stream', { resource_arn: twin, mode: 'async', kms_key_id: 'k' }, 'twin'),
    ])
    const located = state.replace(
      '"instance_class"',
      '"arn":"arn:aws:rds:eu-west-1:123456789012:db:orders-1","instance_class"',
    )
    expect(verdicts(await lintDocuments({ 'state.json': located }))).toEqual([
      'cluster-without-instance violation aws_rds_cluster.twin',
    ])
  })

  test('has what no configuration could declare at once', async () => {
    const clusters = (module: object, ...keys: readonly unknown[]): object => {
      const instances = keys.map((index_key) => ({ index_key, attributes: { engine: 'aurora-mysql' } }))
      return { ...module, mode: 'managed', type: 'aws_rds_cluster', name: 'a', instances }
    }
    const resources = [
      clusters({}, undefined, 0, 'k'),
      clusters({ module: 'module.db' }, undefined),
      clusters({ module: 'module.db["\u00e9\\u00e9"]' }, undefined),
    ]
    const state = JSON.stringify({ version: 4, serial: 1, resources })
    expect(verdicts(await lintDocuments({ 'state.json': state }))).toEqual([
      'missing-activity-stream violation aws_rds_cluster.a',
      'missing-activity-stream violation aws_rds_cluster.a["k"]',
      'missing-activity-stream violation aws_rds_cluster.a[0]',
      'missing-activity-stream violation module.db.aws_rds_cluster.a',
      'missing-activity-stream violation module.db["\u00e9\\u00e9"].aws_rds_cluster.a',
    ])
  })

  test('survives names that objects have', async () => {
    const state = stateOf()
      .replaceAll('"name":"main"', '"name":"__proto__"')
      .replaceAll('"mode"', '"module":"module.constructor","mode"')
    expect(verdicts(await lintDocuments({ 'state.json': state }))).toEqual([
      'missing-activity-stream violation module.constructor.aws_rds_cluster.__proto__',
    ])
  })

  test('counts what was read before it ends', async () => {
    const report = await lintDocuments({ 'state.json': stateOf().slice(0, -3) })
    expect(verdicts(report)).toEqual(['missing-activity-stream violation aws_rds_cluster.main'])
    expect(messages(report)).toEqual([expect.stringMatching(/^error: the JSON ends in the middle/)])
  })

  test.each<[string, object, string]>([
    [
      'of Terraform 0.11',
      { version: 3, serial: 1, modules: [] },
      'error: this is a state of format version 3, and only version 4 is read',
    ],
    [
      'that is encrypted',
      { serial: 1, lineage: 'x', encrypted_data: '…' },
      'error: this state is encrypted by OpenTofu',
    ],
    ['with nothing in it', { format_version: '1.0' }, 'warning: this state is empty'],
  ])('%s gives one sentence', async (_, content, expected) => {
    expect(messages(await lintDocuments({ 'state.json': JSON.stringify(content) }))).toEqual([expected])
  })

  test('has no source', async () => {
    const report = await lintDocuments({ 'state.json': stateOf([streamOf(ARN)]) }, { source: 'infra' })
    expect(messages(report)).toEqual(['warning: --source is for plans: state.json is a state, and is judged alone'])
  })

  test('is exempted by the addresses in it', async () => {
    const exemption = { address: 'aws_rds_cluster.*', rules: ['missing-activity-stream'], reason: 'dev', file: 'c' }
    const report = await lintDocuments({ 'state.json': stateOf() }, { exemptions: [exemption as never] })
    expect(report.findings).toEqual([])
    expect(report.suppressed).toHaveLength(1)
  })

  test('says nothing of what a baseline has of other inputs', async () => {
    const entry = { address: 'aws_rds_cluster.gone', rule: 'missing-activity-stream' }
    const baseline = { file: 'baseline.json', findings: new Map([['f', entry]]) }
    const report = await lintDocuments({ 'state.json': stateOf([streamOf(ARN)]) }, { baseline })
    expect(messages(report)).toEqual([])
  })
})

describe('the clusters that AWS lists', () => {
  const cluster = (name: string, region = 'eu-west-1'): string => `arn:aws:rds:${region}:123456789012:cluster:${name}`

  test('are judged by their ARNs', async () => {
    const report = await lintDocuments({ 'clusters.json': CLUSTERS })
    expect(verdicts(report)).toEqual([
      `cluster-without-instance violation ${cluster('headless')}`,
      `missing-activity-stream violation ${cluster('legacy')}`,
      `missing-activity-stream undecided ${cluster('mysql')}`,
      `missing-activity-stream violation ${cluster('sales')}`,
      `missing-activity-stream violation ${cluster('stopping')}`,
      `missing-activity-stream violation ${cluster('orders', 'us-east-1')}`,
    ])
    expect(messages(report)).toEqual([])
    expect(report.summary).toMatchObject({ clusters: 11, auroraClusters: 8, streamed: 3, undecided: 1 })
    expect(report.findings.every(({ location, fix }) => location?.kind === 'document' && fix === undefined)).toBe(true)
  })

  test('are told how to stream', async () => {
    const { findings } = await lintDocuments({ 'clusters.json': CLUSTERS })
    const hints = new Map(findings.map(({ address, hint }) => [address, hint]))
    expect(hints.get(cluster('sales'))).toContain(
      `aws rds start-activity-stream --region eu-west-1 --resource-arn ${cluster('sales')} --mode async --kms-key-id KEY --apply-immediately`,
    )
    expect(hints.get(cluster('sales'))).toContain('--mode sync')
    expect(hints.get(cluster('mysql'))).not.toContain('--mode sync')
    expect(hints.get(cluster('legacy'))).toMatch(/^version "5\.7\.mysql_aurora\.2\.10\.2" has no activity streams/)
    expect(hints.get(cluster('headless'))).toBe(
      'add an instance to headless, or stop its stream: aws rds stop-activity-stream',
    )
  })

  test('may come as several pages', async () => {
    const { DBClusters }: { readonly DBClusters: readonly object[] } = JSON.parse(CLUSTERS)
    const page = (...part: readonly [number, number?]): string =>
      JSON.stringify({ DBClusters: DBClusters.slice(...part) })
    const whole = await lintDocuments({ 'clusters.json': CLUSTERS })
    const pages = await lintDocuments({ 'a.json': page(0, 5), 'b.json': page(5) })
    expect(new Set(verdicts(pages))).toEqual(new Set(verdicts(whole)))
    expect(pages.summary).toEqual(whole.summary)
  })

  test('whose members were left out may have some', async () => {
    const report = await lintDocuments({ 'clusters.json': CLUSTERS.replaceAll('DBClusterMembers', 'Members') })
    expect(verdicts(report).filter((one) => one.startsWith('cluster-without-instance'))).toEqual([])
  })

  test('of which the list does not say whether they stream may do so', async () => {
    const told = verdicts(await lintDocuments({ 'clusters.json': CLUSTERS }))
    const report = await lintDocuments({ 'clusters.json': CLUSTERS.replaceAll('ActivityStreamStatus', 'Left out') })
    const missing = told.filter((one) => one.startsWith('missing-activity-stream violation'))
    expect(missing.length).toBeGreaterThan(0)
    expect(verdicts(report)).toEqual(
      expect.arrayContaining(missing.map((one) => one.replace('violation', 'undecided'))),
    )
    expect(verdicts(report).filter((one) => one.startsWith('missing-activity-stream violation'))).toEqual([])
  })

  test('are certain, whatever else is linted, and say nothing of a configuration', async () => {
    const list = JSON.stringify({
      DBClusters: [
        { DBClusterArn: ARN, Engine: 'aurora-postgresql', ActivityStreamStatus: 'stopped', DBClusterMembers: [] },
      ],
    })
    const configuration =
      'resource "aws_rds_cluster" "main" {\n  cluster_identifier = "orders"\n  engine = "aurora-mysql"\n}\n'
    const report = await lintDocuments({ 'main.tf': configuration, 'a.json': stateOf([streamOf(ARN)]), 'b.json': list })
    expect(verdicts(report)).toEqual([
      `missing-activity-stream violation ${ARN}`,
      'missing-activity-stream violation aws_rds_cluster.main',
    ])
  })

  test('a state may have its stream in another one', async () => {
    const other = JSON.stringify({ version: 4, serial: 1, resources: [streamOf(ARN)] })
    const report = await lintDocuments({ 'a.json': stateOf(), 'b.json': other })
    expect(verdicts(report)).toEqual(['missing-activity-stream undecided aws_rds_cluster.main'])
  })
})

describe('a broken document', () => {
  const small = stateOf([streamOf(ARN)])
  const shown = JSON.stringify({
    format_version: '1.0',
    values: {
      root_module: { resources: [{ address: 'aws_rds_cluster.a', ...resource('aws_rds_cluster', {}), values: {} }] },
    },
  })
  const list = JSON.stringify({ DBClusters: [{ DBClusterArn: ARN, Engine: 'aurora-mysql', DBClusterMembers: [{}] }] })

  test.each([
    ['a state', small],
    ['a state that Terraform shows', shown],
    ['the clusters that AWS lists', list],
  ])('is never fatal: %s', async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.constantFrom('', '{', ']', '"', ',', '1', '\\', 'null'),
        async (at, put) => {
          const cut = await lintDocuments({ 'x.json': whole.slice(0, at) })
          // All of it is there, or somebody is told that it is not.
          expect(messages(cut).some((message) => message.startsWith('error: '))).toBe(at < whole.length)
          const changed = await lintDocuments({ 'x.json': `${whole.slice(0, at)}${put}${whole.slice(at + 1)}` })
          for (const { message } of changed.diagnostics) expect(message.length).toBeLessThan(200)
        },
      ),
      { seed: 20_261_123, numRuns: 100 },
    )
  })

  test('has members of any kind', async () => {
    const value = fc.jsonValue({ maxDepth: 2 })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...MEMBERS), value), async (members) => {
        const entry = { mode: 'managed', type: 'aws_rds_cluster', name: 'a', address: 'aws_rds_cluster.a', ...members }
        const documents = [
          { version: 4, serial: 1, resources: [{ ...entry, instances: [{ attributes: members, ...members }] }] },
          { version: 4, serial: 1, ...members },
          {
            format_version: '1.0',
            values: { root_module: { resources: [{ ...entry, values: members }], ...members } },
          },
          { DBClusters: [{ DBClusterArn: ARN, ...members }] },
        ]
        for (const document of documents) await lintDocuments({ 'x.json': JSON.stringify(document) })
      }),
      { seed: 20_261_124, numRuns: 100 },
    )
  })
})

/** What is read of one of them. */
const MEMBERS = [
  ...['module', 'mode', 'type', 'name', 'address', 'index', 'index_key', 'instances', 'attributes', 'attributes_flat'],
  ...[
    'values',
    'sensitive_values',
    'sensitive_attributes',
    'deposed',
    'deposed_key',
    'child_modules',
    'resources',
    'version',
  ],
  ...['arn', 'region', 'cluster_identifier', 'engine', 'engine_version', 'engine_mode', 'availability_zones'],
  ...['DBClusterArn', 'Engine', 'EngineVersion', 'EngineMode', 'AvailabilityZones', 'DBClusterMembers', 'Status'],
  ...['ActivityStreamStatus', 'ActivityStreamMode', 'ActivityStreamKmsKeyId', '__proto__', 'constructor'],
]
