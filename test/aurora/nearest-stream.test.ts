import { describe, expect, test } from 'vitest'
import { lintFiles } from '../lint/in-memory.js'

type Files = Readonly<Record<string, string>>

/** What is said of the nearest stream: the evidence behind the engine's, the hint, and where to look. */
const nearest = async (files: Files): Promise<readonly string[]> => {
  const { findings, diagnostics } = await lintFiles(files, { only: ['missing-activity-stream'] })
  expect(diagnostics).toEqual([])
  expect(findings).toHaveLength(1)
  const [finding] = findings
  const places = finding?.related.map(({ location }) =>
    location?.kind === 'source' ? `${location.source.path}: ${location.source.slice(location.span)}` : 'nowhere',
  )
  const because = finding?.because.slice(1).filter((text) => !text.startsWith('no patch: ')) ?? []
  return [...because, finding?.hint ?? '', ...(places ?? [])]
}

const cluster = (name = 'main', identifier = 'orders', more = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  ${more}\n  cluster_identifier = "${identifier}"\n  engine = "aurora-mysql"\n}\n`
const stream = (arn: string, more = '', name = 'audit'): string =>
  `resource "aws_rds_cluster_activity_stream" "${name}" {\n  ${more}\n  resource_arn = ${arn}\n  mode = "async"\n}\n`
const variable = (name: string, value: string): string => `variable "${name}" {\n  default = ${value}\n}\n`

const AUDIT = 'aws_rds_cluster_activity_stream.audit'
const TURN_ON = `turn ${AUDIT} on, which points at this cluster`
const ADD =
  "add an aws_rds_cluster_activity_stream with resource_arn = aws_rds_cluster.main.arn and a customer managed key, which depends_on the cluster's instances"
const WRITE = `write resource_arn = aws_rds_cluster.main.arn in ${AUDIT}, if it is meant for this cluster`
const HEADER = `main.tf: resource "aws_rds_cluster_activity_stream" "audit"`

test('no stream at all', async () => {
  expect(await nearest({ 'main.tf': cluster() })).toEqual([ADD])
})

describe('a stream that is turned off', () => {
  test.each<[string, string, string, string]>([
    ['count = 0', '', 'has count = 0', '0'],
    ['count = var.on ? 1 : 0', variable('on', 'false'), 'has count = 0: var.on is false', 'var.on ? 1 : 0'],
    [
      'count = var.on && local.stage == "prod" ? 1 : 0',
      `${variable('on', 'true')}locals {\n  stage = "test"\n}\n`,
      'has count = 0: local.stage is "test", var.on is true',
      'var.on && local.stage == "prod" ? 1 : 0',
    ],
    [
      'count = var.on && var.many ? 1 : 0',
      variable('on', 'false') + variable('many', 'true'),
      'has count = 0: var.on is false',
      'var.on && var.many ? 1 : 0',
    ],
    [
      'for_each = toset(var.names)',
      variable('names', '[]'),
      'has an empty for_each: var.names is empty',
      'toset(var.names)',
    ],
    [
      'lifecycle {\n    enabled = var.on\n  }',
      variable('on', 'false'),
      'has enabled = false: var.on is false',
      'var.on',
    ],
  ])('%s', async (more, beside, because, place) => {
    const files = { 'main.tf': beside + cluster() + stream('aws_rds_cluster.main.arn', more) }
    expect(await nearest(files)).toEqual([`${AUDIT} ${because}`, TURN_ON, `main.tf: ${place}`])
  })

  test('a sensitive switch is not told', async () => {
    const on = 'variable "on" {\n  default = false\n  sensitive = true\n}\n'
    const files = { 'main.tf': on + cluster() + stream('aws_rds_cluster.main.arn', 'count = var.on ? 1 : 0') }
    expect(await nearest(files)).toContain(`${AUDIT} has count = 0`)
  })

  test('by the call of its module', async () => {
    const call =
      'module "audit" {\n  source = "./audit"\n  count = var.on ? 1 : 0\n  arn = aws_rds_cluster.main.arn\n}\n'
    const files = {
      'main.tf': variable('on', 'false') + cluster() + call,
      'audit/main.tf': `variable "arn" {}\n${stream('var.arn')}`,
    }
    expect(await nearest(files)).toEqual([
      'module.audit has count = 0: var.on is false',
      `turn module.audit.${AUDIT} on, which points at this cluster`,
      'main.tf: var.on ? 1 : 0',
    ])
  })

  test('for another cluster is not the nearest', async () => {
    const streams =
      stream('aws_rds_cluster.other.arn', '', 'own') + stream('aws_rds_cluster.other.arn', 'count = 0', 'off')
    const files = { 'main.tf': cluster() + cluster('other', 'invoices') + streams }
    expect((await nearest(files))[0]).toBe('aws_rds_cluster_activity_stream.own points at aws_rds_cluster.other')
  })

  test('of a target that nobody knows may be meant', async () => {
    const files = { 'main.tf': `variable "arn" {}\n${cluster()}${stream('var.arn', 'count = 0')}` }
    expect(await nearest(files)).toEqual([
      `${AUDIT} has count = 0`,
      `turn ${AUDIT} on, if it is meant for this cluster`,
      'main.tf: 0',
    ])
  })

  test('comes before one that points elsewhere', async () => {
    const elsewhere = stream('"arn:aws:rds:us-east-1:123456789012:cluster:order"', '', 'near')
    const files = { 'main.tf': cluster() + elsewhere + stream('aws_rds_cluster.main.arn', 'count = 0') }
    expect((await nearest(files))[0]).toBe(`${AUDIT} has count = 0`)
  })
})

describe('a stream that points elsewhere', () => {
  test('at another cluster', async () => {
    const other = cluster('other', 'invoices')
    const files = { 'main.tf': cluster() + other + stream('aws_rds_cluster.other.arn') }
    expect(await nearest(files)).toEqual([`${AUDIT} points at aws_rds_cluster.other`, ADD, HEADER])
  })

  test('at the cluster of the nearest name', async () => {
    const others = cluster('archive', 'archive') + cluster('main2', 'orders-2')
    const streams = stream('aws_rds_cluster.archive.arn', '', 'a') + stream('aws_rds_cluster.main2.arn', '', 'b')
    const files = { 'main.tf': cluster() + others + streams }
    expect((await nearest(files))[0]).toBe('aws_rds_cluster_activity_stream.b points at aws_rds_cluster.main2')
  })

  test.each([
    ['another identifier', 'us-east-1', 'order'],
    ['nothing alike', 'us-east-1', 'warehouse'],
  ])('at an ARN with %s', async (_, region, identifier) => {
    const files = { 'main.tf': cluster() + stream(`"arn:aws:rds:${region}:123456789012:cluster:${identifier}"`) }
    const because = `${AUDIT} points at a cluster ${identifier} in ${region}, which is not this one`
    expect(await nearest(files)).toEqual([because, WRITE, HEADER])
  })

  test('at the same identifier in another region', async () => {
    const provider = 'provider "aws" {\n  region = "eu-central-1"\n}\n'
    const files = { 'main.tf': provider + cluster() + stream('"arn:aws:rds:us-east-1:123456789012:cluster:orders"') }
    expect(await nearest(files)).toEqual([
      `${AUDIT} points at a cluster orders in us-east-1, which is not this one`,
      WRITE,
      HEADER,
    ])
  })

  test('at no cluster', async () => {
    const files = { 'main.tf': cluster() + stream('"arn:aws:s3:::orders"') }
    expect(await nearest(files)).toEqual([
      `${AUDIT} points at no cluster: its resource_arn is no cluster's ARN`,
      WRITE,
      HEADER,
    ])
  })

  test('from another module, at another cluster, is nothing near', async () => {
    const files = {
      'main.tf': `${cluster()}module "db" {\n  source = "./db"\n}\n`,
      'db/main.tf': cluster('main', 'orders-2') + stream('aws_rds_cluster.main.arn'),
    }
    expect(await nearest(files)).toEqual([ADD])
  })
})

describe('a stream without an instance for this one', () => {
  test('for_each', async () => {
    const clusters = cluster('main', '${each.key}', 'for_each = toset(["eu", "us"])')
    const files = { 'main.tf': clusters + stream('aws_rds_cluster.main[each.key].arn', 'for_each = toset(["us"])') }
    expect(await nearest(files)).toEqual([
      `${AUDIT} has no instance ["eu"]`,
      `add "eu" to the for_each of ${AUDIT}`,
      HEADER,
    ])
  })

  test('count', async () => {
    const clusters = cluster('main', 'orders-${count.index}', 'count = 2')
    const files = { 'main.tf': clusters + stream('aws_rds_cluster.main[count.index].arn', 'count = 1') }
    expect(await nearest(files)).toEqual([`${AUDIT} has no instance [1]`, `raise the count of ${AUDIT}`, HEADER])
  })
})

test('a cluster that cannot stream is told of no stream', async () => {
  const serverless = cluster('main', 'orders', 'engine_mode = "serverless"')
  const files = { 'main.tf': serverless + stream('aws_rds_cluster.main.arn', 'count = 0') }
  expect(await nearest(files)).toEqual(['serverless v1 has no activity streams: move to provisioned instances first'])
})

describe('where the engine comes from', () => {
  test.each<[string, Files, string]>([
    ['the cluster', { 'main.tf': cluster() }, ''],
    [
      'a default',
      { 'main.tf': variable('engine', '"aurora-mysql"') + cluster().replace('"aurora-mysql"', 'var.engine') },
      ', the default of var.engine',
    ],
    [
      'a local value',
      { 'main.tf': `locals {\n  engine = "aurora-mysql"\n}\n${cluster().replace('"aurora-mysql"', 'local.engine')}` },
      ', from local.engine',
    ],
    [
      'a values file',
      {
        'main.tf': `variable "engine" {}\n${cluster().replace('"aurora-mysql"', 'var.engine')}`,
        'terraform.tfvars': 'engine = "aurora-mysql"\n',
      },
      ', from terraform.tfvars',
    ],
    [
      'a call',
      {
        'main.tf': 'module "db" {\n  source = "./db"\n  engine = "aurora-mysql"\n}\n',
        'db/main.tf': `variable "engine" {}\n${cluster().replace('"aurora-mysql"', 'var.engine')}`,
      },
      ', given to module.db',
    ],
    [
      "a called module's default",
      {
        'main.tf': 'module "db" {\n  source = "./db"\n}\n',
        'db/main.tf': variable('engine', '"aurora-mysql"') + cluster().replace('"aurora-mysql"', 'var.engine'),
      },
      ', the default of module.db.var.engine',
    ],
    [
      'another resource',
      {
        'main.tf': `resource "aws_rds_global_cluster" "main" {\n  engine = "aurora-mysql"\n}\n${cluster().replace('"aurora-mysql"', 'aws_rds_global_cluster.main.engine')}`,
      },
      ', from aws_rds_global_cluster.main.engine',
    ],
  ])('%s', async (_, files, from) => {
    const { findings } = await lintFiles(files, { only: ['missing-activity-stream'] })
    expect(findings.map(({ because }) => because)).toEqual([[`engine is aurora-mysql${from}`]])
  })

  test('an option', async () => {
    const files = { 'main.tf': `variable "engine" {}\n${cluster().replace('"aurora-mysql"', 'var.engine')}` }
    const variables = [{ kind: 'var', text: 'engine=aurora-mysql' }] as const
    const { findings } = await lintFiles(files, { only: ['missing-activity-stream'], variables })
    expect(findings.map(({ because }) => because)).toEqual([['engine is aurora-mysql, the value of var.engine']])
  })
})

test('what keeps a stream off is found once, however many clusters ask', async () => {
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  const never = 'count = length([for n in range(1000) : n if n < 0])'
  const { findings } = await lintFiles(
    {
      'main.tf': [
        'variable "arn" {}\n',
        ...numbers.map((number) => cluster(`main${number}`, `orders${number}`)),
        ...numbers.map((number) => stream('var.arn', never, `audit${number}`)),
      ].join(''),
    },
    { only: ['missing-activity-stream'] },
  )
  expect(new Set(findings.flatMap(({ because }) => because.slice(1, 2)))).toEqual(
    new Set(['aws_rds_cluster_activity_stream.audit0 has count = 0']),
  )
  expect(findings).toHaveLength(numbers.length)
})
