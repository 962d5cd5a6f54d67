import { describe, expect, test } from 'vitest'
import { lintWith } from '../../src/lint/lint.js'
import type { LintOptions } from '../../src/lint/options.js'
import type { Report } from '../../src/report/report.js'
import type { Rule } from '../../src/rule.js'
import { accessTo } from '../plan/access.js'
import { coverageRule } from '../report/samples.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'
import { changed, declared, type PlannedConfiguration } from '../terraform/planned.js'
import { lintFiles, verdicts } from './in-memory.js'

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Lints files in memory, plans among them. */
const lintPlans = (
  files: Readonly<Record<string, Planted>>,
  paths: readonly string[],
  options: Partial<LintOptions> = {},
): Promise<Report> => {
  const fileSystem = memoryFileSystem(files)
  return lintFiles(files, {
    paths,
    fileSystem: { ...fileSystem, open: (path) => accessTo(fileSystem.read(path)) },
    ...options,
  })
}

const planOf = (configuration: PlannedConfiguration, changes: readonly object[], more: object = {}): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: { root_module: configuration },
    ...more,
  })

const CLUSTER = 'aws_rds_cluster.main'
const MISSING = 'missing-activity-stream'
const SOURCE = 'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\n'
const OTHER = 'resource "aws_rds_cluster" "other" {\n  engine = "aurora-mysql"\n}\n'
const PLAN = planOf({ resources: [declared(CLUSTER, { engine: { constant_value: 'aurora-mysql' } })] }, [
  changed(CLUSTER, { after: { engine: 'aurora-mysql' } }),
])

/** Where each finding is: `main.tf:1`, `plan.json`. */
const places = ({ findings }: Report): readonly string[] =>
  findings.map(({ location }) =>
    location?.kind === 'source'
      ? `${location.source.path}:${location.source.position(location.span.start).line}`
      : (location?.file ?? 'nowhere'),
  )
const messages = ({ diagnostics }: Report): readonly string[] =>
  diagnostics.map(({ severity, message }) => `${severity}: ${message}`)

describe('the source of a plan', () => {
  const ALONE = 'the plan is judged alone'

  test.each<[string, Readonly<Record<string, Planted>>, readonly string[], Partial<LintOptions>, readonly string[]]>([
    ['beside it', { 'main.tf': SOURCE, 'plan.json': PLAN }, ['plan.json'], {}, ['main.tf:1']],
    ['beside it, below', { 'db/main.tf': SOURCE, 'db/plan.json': PLAN }, ['db/plan.json'], {}, ['db/main.tf:1']],
    ['in the working directory', { 'main.tf': SOURCE, 'out/plan.json': PLAN }, ['out/plan.json'], {}, ['main.tf:1']],
    [
      'beside it before the working directory',
      { 'main.tf': SOURCE, 'out/main.tf': SOURCE, 'out/plan.json': PLAN },
      ['out/plan.json'],
      {},
      ['out/main.tf:1'],
    ],
    [
      'the working directory, where what is beside it is another',
      { 'main.tf': SOURCE, 'out/main.tf': OTHER, 'out/plan.json': PLAN },
      ['out/plan.json'],
      {},
      ['main.tf:1'],
    ],
    [
      'as named',
      { 'main.tf': OTHER, 'db/main.tf': SOURCE, 'plan.json': PLAN },
      ['plan.json'],
      { source: 'db' },
      ['db/main.tf:1'],
    ],
    [
      'as named, with a slash',
      { 'db/main.tf': SOURCE, 'plan.json': PLAN },
      ['plan.json'],
      { source: './db/' },
      ['db/main.tf:1'],
    ],
    ['nowhere', { 'plan.json': PLAN }, ['plan.json'], {}, ['plan.json']],
    ['another one beside it', { 'main.tf': OTHER, 'plan.json': PLAN }, ['plan.json'], {}, ['plan.json']],
    ['one that lies deeper', { 'db/main.tf': SOURCE, 'plan.json': PLAN }, ['plan.json'], {}, ['plan.json']],
    [
      'the plan and its directory: once',
      { 'main.tf': SOURCE, 'plan.json': PLAN },
      ['plan.json', '.'],
      {},
      ['main.tf:1'],
    ],
    [
      'the plan and another directory: each',
      { 'main.tf': SOURCE, 'plan.json': PLAN, 'db/main.tf': OTHER },
      ['plan.json', 'db'],
      {},
      ['db/main.tf:1', 'main.tf:1'],
    ],
  ])('%s', async (_, files, paths, options, expected) => {
    const report = await lintPlans(files, paths, options)
    expect(places(report)).toEqual(expected)
    expect(messages(report)).toEqual([])
  })

  test.each<[string, string, string, string]>([
    ['has more', SOURCE + OTHER, '', 'the configuration has aws_rds_cluster.other, the plan has not'],
    ['has less', SOURCE, 'aws_rds_cluster.gone', 'the plan has aws_rds_cluster.gone, the configuration has not'],
    [
      'calls more',
      `${SOURCE}module "db" {\n  source = "./db"\n}\n`,
      '',
      'the configuration has module.db, the plan has not',
    ],
  ])('that %s: the plan alone, and a warning', async (_, source, more, sentence) => {
    const plan = planOf({ resources: [CLUSTER, ...(more === '' ? [] : [more])].map((address) => declared(address)) }, [
      changed(CLUSTER, { after: { engine: 'aurora-mysql' } }),
    ])
    const report = await lintPlans({ 'main.tf': source, 'plan.json': plan }, ['plan.json'])
    expect(places(report)).toEqual(['plan.json'])
    expect(messages(report)).toEqual([
      `warning: plan.json was not made from the configuration in .: ${sentence}; ${ALONE}`,
    ])
  })

  test.each<[string, string, string]>([
    ['is not there', 'nowhere', 'error: --source nowhere is no directory'],
    ['is a file', 'main.tf', 'error: --source main.tf is no directory'],
    [
      'is empty',
      'empty',
      `warning: plan.json was not made from the configuration in empty: it declares no cluster; ${ALONE}`,
    ],
    [
      'is another',
      'other',
      `warning: plan.json was not made from the configuration in other: the plan has ${CLUSTER}, the configuration has not; ${ALONE}`,
    ],
  ])('that is named and %s', async (_, source, message) => {
    const files = { 'main.tf': SOURCE, 'plan.json': PLAN, empty: { directory: true }, 'other/main.tf': OTHER } as const
    const report = await lintPlans(files, ['plan.json'], { source })
    expect(messages(report)).toEqual([message])
    expect(places(report)).toEqual(['plan.json'])
  })
})

describe('a plan and its source', () => {
  const key = 'resource "aws_kms_key" "main" {}\n'
  const stream = (more = ''): string =>
    `resource "aws_rds_cluster_activity_stream" "main" {\n  resource_arn = local.arn\n  kms_key_id = aws_kms_key.main.arn\n  mode = "async"\n  ${more}\n}\n`
  const source = (more = ''): string => `locals {\n  arn = aws_rds_cluster.main.arn\n}\n${SOURCE}${key}${stream(more)}`
  const STREAM = 'aws_rds_cluster_activity_stream.main'
  const plan = planOf(
    {
      resources: [
        declared(CLUSTER, { engine: { constant_value: 'aurora-mysql' } }),
        declared('aws_kms_key.main'),
        declared(STREAM, {
          resource_arn: { references: ['local.arn'] },
          kms_key_id: { references: ['aws_kms_key.main.arn', 'aws_kms_key.main'] },
        }),
      ],
    },
    [
      changed(CLUSTER, { after: { engine: 'aurora-mysql' } }),
      changed('aws_kms_key.main'),
      changed(STREAM, { after: { mode: 'async' }, after_unknown: { resource_arn: true, kms_key_id: true } }),
    ],
  )

  const only = [MISSING, 'kms-key-forces-replacement']

  test('the source says what the JSON has lost', async () => {
    expect(verdicts(await lintPlans({ 'plan.json': plan }, ['plan.json'], { only }))).toEqual([
      `kms-key-forces-replacement violation ${STREAM}`,
      `${MISSING} undecided ${CLUSTER}`,
    ])
    expect(verdicts(await lintPlans({ 'main.tf': source(), 'plan.json': plan }, ['plan.json'], { only }))).toEqual([
      `kms-key-forces-replacement violation ${STREAM}`,
    ])
  })

  test('and what changes are ignored', async () => {
    const ignoring = source('lifecycle {\n    ignore_changes = [kms_key_id]\n  }')
    expect(verdicts(await lintPlans({ 'main.tf': ignoring, 'plan.json': plan }, ['plan.json'], { only }))).toEqual([])
    const [finding] = (await lintPlans({ 'plan.json': plan }, ['plan.json'], { only })).findings
    expect(finding?.because).toEqual([
      "unless lifecycle ignores changes of kms_key_id, which a plan's JSON does not hold",
    ])
  })

  test("the plan's variables count before the default, and before the environment", async () => {
    const files = {
      'main.tf':
        'variable "on" {\n  default = 1\n}\nresource "aws_rds_cluster" "main" {\n  count = var.on\n  engine = "aurora-mysql"\n}\n',
      'plan.json': planOf(
        {
          resources: [declared(CLUSTER, {}, { count_expression: { references: ['var.on'] } })],
          variables: { on: { default: 1 } },
        },
        ['0', '1'].map((index) => changed(`${CLUSTER}[${index}]`, { after: { engine: 'aurora-mysql' } })),
        { variables: { on: { value: 2 } } },
      ),
    }
    const report = await lintPlans(files, ['plan.json'], { environment: new Map([['TF_VAR_on', '3']]) })
    expect(verdicts(report)).toEqual([`${MISSING} violation ${CLUSTER}[0]`, `${MISSING} violation ${CLUSTER}[1]`])
  })
})

describe('a plan that is older than its source', () => {
  const STREAM = 'aws_rds_cluster_activity_stream.main'
  const plan = planOf(
    {
      resources: [
        declared(CLUSTER, {
          engine: { constant_value: 'aurora-mysql' },
          database_name: { constant_value: '[db-name]' },
        }),
        declared('aws_kms_key.main'),
        declared(STREAM, {
          resource_arn: { references: [`${CLUSTER}.arn`, CLUSTER] },
          kms_key_id: { constant_value: 'aws_kms_key.main.arn' },
        }),
      ],
    },
    [
      changed(CLUSTER, { after: { engine: 'aurora-mysql', database_name: '[db-name]' } }),
      changed('aws_kms_key.main'),
      changed(STREAM, {
        after: { mode: 'async', kms_key_id: 'aws_kms_key.main.arn' },
        after_unknown: { resource_arn: true },
      }),
    ],
  )
  const source = (name: string, key: string): string =>
    [
      `resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  database_name = ${name}\n}`,
      'resource "aws_kms_key" "main" {}',
      `resource "aws_rds_cluster_activity_stream" "main" {\n  resource_arn = ${CLUSTER}.arn\n  kms_key_id = ${key}\n  mode = "async"\n}\n`,
    ].join('\n')
  const only = ['invalid-database-identifier', 'invalid-kms-key-id']

  /** What each finding's patch writes, or what stands in the way of one. */
  const patches = async (text: string): Promise<readonly string[]> => {
    const { findings } = await lintPlans({ 'main.tf': text, 'plan.json': plan }, ['plan.json'], { only })
    return findings.map(
      ({ rule, fix, because }) => `${rule}: ${fix ? fix.edits.map((edit) => edit.text).join() : because.join()}`,
    )
  }

  const WRITTEN = ['invalid-database-identifier: "db_name"', 'invalid-kms-key-id: aws_kms_key.main.key_id']
  const OTHERWISE = 'no patch: its source says otherwise than the plan'
  const NOT_WRITTEN = [`invalid-database-identifier: ${OTHERWISE}`, `invalid-kms-key-id: ${OTHERWISE}`]

  test.each<[string, string, string, readonly string[]]>([
    ['says the same: patches', '"[db-name]"', '"aws_kms_key.main.arn"', WRITTEN],
    ['is mended: none', '"db_name"', 'aws_kms_key.main.key_id', NOT_WRITTEN],
    ['says another wrong thing: none', '"db-name"', '"aws_kms_key.other.arn"', NOT_WRITTEN],
    ['chooses among others: none', 'timestamp() == "" ? "a" : "b"', '"${timestamp()}-key"', NOT_WRITTEN],
    [
      'may choose it, and another: a patch that is right either way',
      'timestamp() == "" ? "[db-name]" : "b"',
      '"aws_kms_key.main.arn"',
      [
        'invalid-database-identifier: trim(replace(timestamp() == "" ? "[db-name]" : "b", "/[^A-Za-z0-9_]+/", "_"), "_")',
        'invalid-kms-key-id: aws_kms_key.main.key_id',
      ],
    ],
  ])('which %s', async (_, name, key, expected) => {
    expect(await patches(source(name, key))).toEqual(expected)
  })
})

describe('several plans', () => {
  test('each have their findings, and are counted', async () => {
    const report = await lintPlans({ 'a.json': PLAN, 'b.json': PLAN }, ['a.json', 'b.json'])
    expect(places(report)).toEqual(['a.json', 'b.json'])
    expect(report.stats).toMatchObject({ plans: 2, rootModules: 0 })
  })

  test('one of which is missing: the other is judged', async () => {
    const report = await lintPlans({ 'a.json': PLAN, 'b.json': { fails: 'EACCES' } }, ['a.json', 'b.json'])
    expect(places(report)).toEqual(['a.json'])
    expect(messages(report)).toHaveLength(1)
    expect(messages(report)[0]).toMatch(/^error: b\.json cannot be read: .*EACCES/)
  })

  test('without a configuration', async () => {
    const json = JSON.stringify({ format_version: '1.2', planned_values: {}, resource_changes: [] })
    const report = await lintPlans({ 'a.json': json }, ['a.json'])
    expect(messages(report)).toEqual(['error: a.json holds no configuration, so nothing in it can be judged'])
    expect(report.findings).toEqual([])
  })
})

describe('standard input', () => {
  const piped = (content: string, files: Readonly<Record<string, Planted>> = {}, paths: readonly string[] = ['-']) =>
    lintPlans(files, paths, { standardInput: () => Promise.resolve(bytesOf(content)) })

  test.each<[string, string, readonly string[]]>([
    ['a configuration', SOURCE, ['standard-input.tf:1']],
    ['a configuration behind comments', `# first\n/* then */\n\n${SOURCE}`, ['standard-input.tf:4']],
    ['a configuration behind a byte order mark', `\uFEFF${SOURCE}`, ['standard-input.tf:1']],
    ['a configuration with CRLF', SOURCE.replaceAll('\n', '\r\n'), ['standard-input.tf:1']],
    ['a plan', PLAN, ['-']],
    ['a plan behind blanks', `\n  ${PLAN}`, ['-']],
    ['comments alone', '# nothing\n', []],
    ['another block', 'resource "aws_s3_bucket" "main" {}\n', []],
  ])('%s', async (_, content, expected) => {
    const report = await piped(content)
    expect(places(report)).toEqual(expected)
    expect(messages(report)).toEqual([])
  })

  test('a plan finds its source in the working directory', async () => {
    expect(places(await piped(PLAN, { 'main.tf': SOURCE }))).toEqual(['main.tf:1'])
  })

  test('a configuration knows nothing of the working directory', async () => {
    const report = await piped(SOURCE, {
      'main.tf': 'resource "aws_rds_cluster_activity_stream" "main" {\n  resource_arn = aws_rds_cluster.main.arn\n}\n',
    })
    expect(verdicts(report)).toEqual([`${MISSING} violation ${CLUSTER}`])
  })

  test('beside a directory', async () => {
    const report = await piped(SOURCE, { 'db/main.tf': OTHER }, ['db', '-'])
    expect(places(report)).toEqual(['db/main.tf:1', 'standard-input.tf:1'])
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['no JSON and no configuration', 'Error: no plan'],
    ['a list', '[]'],
    ['another document', '{ "a": 1 }'],
    ['a plan that is cut off', PLAN.slice(0, PLAN.length / 2)],
    ['bytes', '\u0000\u0001PK\u0003'],
  ])('%s is an error, and no finding but of what could be read', async (_, content) => {
    const report = await piped(content)
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1)
    expect(report.findings).toEqual([])
  })

  test('is not read where it is not asked for', async () => {
    const report = await lintPlans({ 'main.tf': SOURCE }, ['.'], {
      standardInput: () => Promise.reject(new Error('it was read')),
    })
    expect(places(report)).toEqual(['main.tf:1'])
  })
})

describe('a suppression in the source of a plan', () => {
  const commented = (rule: string, source = SOURCE): string =>
    `# tf-das-lint:ignore ${rule} reason="dev only"\n${source}`
  const told = ({ findings }: Report): readonly string[] =>
    findings.map(({ rule, message }) => (rule === 'unused-suppression' ? message : rule))
  const only = [MISSING]

  test('is honoured', async () => {
    const report = await lintPlans({ 'main.tf': commented(MISSING), 'plan.json': PLAN }, ['plan.json'], { only })
    expect(told(report)).toEqual([])
    expect(report.suppressed.map(({ finding }) => finding.address)).toEqual([CLUSTER])
  })

  test('counts once, where the source is named as well', async () => {
    const files = { 'main.tf': commented(MISSING), 'plan.json': PLAN }
    const report = await lintPlans(files, ['plan.json', '.'], { only })
    expect(told(report)).toEqual([])
    expect(report.suppressed).toHaveLength(1)
  })

  test('is not seen without it', async () => {
    const files = { 'db/main.tf': commented(MISSING), 'plan.json': PLAN }
    expect(told(await lintPlans(files, ['plan.json'], { only }))).toEqual([MISSING])
  })

  test('of what only a plan can tell is unused with a plan alone', async () => {
    const silent: Rule = { metadata: { ...coverageRule, id: 'only-in-plans', planOnly: true }, check: () => [] }
    const files = { 'main.tf': commented('only-in-plans'), 'plan.json': PLAN }
    const fileSystem = memoryFileSystem(files)
    const lint = (path: string): Promise<Report> =>
      lintWith([silent], {
        paths: [path],
        fileSystem: { ...fileSystem, open: (name) => accessTo(fileSystem.read(name)) },
        environment: new Map(),
        variables: [],
      })
    expect(told(await lint('.'))).toEqual([])
    expect(told(await lint('plan.json'))).toEqual([`the suppression of only-in-plans at ${CLUSTER} matches no finding`])
  })

  test('of an instance that the plan does not have is not unused', async () => {
    const source = SOURCE + commented(MISSING, 'resource "aws_rds_cluster" "gone" {\n  count = 0\n}\n')
    const plan = planOf(
      {
        resources: [
          declared(CLUSTER, { engine: { constant_value: 'aurora-mysql' } }),
          { ...declared('aws_rds_cluster.gone'), count_expression: { constant_value: 0 } },
        ],
      },
      [changed(CLUSTER, { after: { engine: 'aurora-mysql' } })],
    )
    expect(told(await lintPlans({ 'main.tf': source, 'plan.json': plan }, ['plan.json'], { only }))).toEqual([MISSING])
  })
})

test.each([
  [
    'that is complete has no instances but those that it names',
    true,
    [`cluster-without-instance violation ${CLUSTER}`],
  ],
  ['for a target may leave instances out', false, []],
])('a plan %s', async (_, complete, expected) => {
  const STREAM = 'aws_rds_cluster_activity_stream.main'
  const INSTANCE = 'aws_rds_cluster_instance.main'
  const configuration = {
    resources: [
      declared(CLUSTER, { engine: { constant_value: 'aurora-mysql' } }),
      declared(INSTANCE, { cluster_identifier: { references: [`${CLUSTER}.id`, CLUSTER] } }),
      declared(STREAM, { resource_arn: { references: [`${CLUSTER}.arn`, CLUSTER] } }),
    ],
  }
  const changes = [
    changed(CLUSTER, { after: { engine: 'aurora-mysql' }, after_unknown: { arn: true, id: true } }),
    changed(STREAM, { after: { mode: 'async' }, after_unknown: { resource_arn: true, kms_key_id: true } }),
  ]
  const plan = planOf(configuration, changes, { complete })
  const report = await lintPlans({ 'plan.json': plan }, ['plan.json'])
  expect(verdicts(report)).toEqual(expected)
})
