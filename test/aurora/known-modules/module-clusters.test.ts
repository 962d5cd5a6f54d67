/** What the fixtures of the rules do not show: what is read, what wins, what counts. */
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../../lint/in-memory.js'

const call = (more = '', version = '9.4.0'): string => `
module "orders" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "${version}"
  name    = "orders"
  engine  = "aurora-postgresql"
  ${more}
}
`

const MANIFEST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    {
      Key: 'orders',
      Source: 'registry.terraform.io/terraform-aws-modules/rds-aurora/aws',
      Version: '9.4.0',
      Dir: '.terraform/modules/orders',
    },
  ],
})

const SOURCE = `
variable "name" {}
variable "engine" {}
resource "aws_rds_cluster" "this" {
  cluster_identifier = var.name
  engine             = var.engine
}
`

const addresses = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await lintFiles(files)).findings.map(({ rule, verdict, address }) => `${rule} ${verdict} ${address}`)

describe('the source of a known module', () => {
  test('is judged by what is known where it is not at hand', async () => {
    const report = await lintFiles({ 'main.tf': call() })
    expect(report.findings.map(({ address }) => address)).toEqual(['module.orders'])
    expect(report.summary).toMatchObject({ clusters: 1, auroraClusters: 1, streamed: 0, undecided: 0 })
    expect(report.stats.absentCalls).toBe(0)
  })

  test('wins where terraform init has brought it', async () => {
    const files = {
      'main.tf': call(),
      '.terraform/modules/modules.json': MANIFEST,
      '.terraform/modules/orders/main.tf': SOURCE,
    }
    expect(await addresses(files)).toEqual(['missing-activity-stream violation module.orders.aws_rds_cluster.this'])
  })

  test('is not at hand, nor known, beyond the last major version that was read', async () => {
    const report = await lintFiles({ 'main.tf': call('', '11.0.0') })
    expect(report.findings).toEqual([])
    expect(report.summary.clusters).toBe(0)
    expect(report.stats.absentCalls).toBe(1)
  })

  test('makes nothing of a submodule', async () => {
    const submodule = call().replace('rds-aurora/aws"', 'rds-aurora/aws//modules/dsql"')
    expect((await lintFiles({ 'main.tf': submodule })).summary.clusters).toBe(0)
  })
})

test('a call in each instance of a module is judged for itself', async () => {
  const files = {
    'main.tf': `
module "team" {
  source   = "./team"
  for_each = { a = true, b = false }
  audited  = each.value
}
`,
    'team/main.tf': `
variable "audited" {
  type = bool
}
${call('cluster_activity_stream = var.audited ? { mode = "async", kms_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab" } : null\n  instances = { writer = { instance_class = "db.r6g.large" } }', '~> 10.0')}
`,
  }
  expect(await addresses(files)).toEqual(['missing-activity-stream violation module.team["b"].module.orders'])
})

test('what was handed in is pointed at where it was written', async () => {
  const files = {
    'main.tf': 'module "team" {\n  source = "./team"\n  key    = "audit"\n}\n',
    'team/main.tf': `
variable "key" {
  type = string
}
${call('create_db_cluster_activity_stream = true\n  db_cluster_activity_stream_mode = "async"\n  db_cluster_activity_stream_kms_key_id = var.key\n  instances = { writer = { instance_class = "db.r6g.large" } }')}
`,
  }
  const { findings } = await lintFiles(files)
  expect(findings).toMatchObject([
    {
      rule: 'invalid-module-inputs',
      address: 'module.team.module.orders',
      path: 'db_cluster_activity_stream_kms_key_id',
      location: { source: { path: 'main.tf' } },
      related: [{ address: 'module.team.module.orders', location: { source: { path: 'team/main.tf' } } }],
    },
  ])
})

test('two mistakes of one object have fingerprints of their own', async () => {
  const files = {
    'main.tf': call(
      'cluster_activity_stream = { mode = "on", kms_key_id = "audit" }\n  instances = { writer = { instance_class = "db.r6g.large" } }',
      '10.2.0',
    ),
  }
  const { findings } = await lintFiles(files)
  expect(findings.map(({ path }) => path).sort()).toEqual([
    'cluster_activity_stream.kms_key_id',
    'cluster_activity_stream.mode',
  ])
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2)
})

test('a sensitive input is shown nowhere', async () => {
  const files = {
    'main.tf': `
variable "key" {
  type      = string
  sensitive = true
  default   = "hunter2-is-no-key"
}
${call('create_db_cluster_activity_stream = true\n  db_cluster_activity_stream_mode = "async"\n  db_cluster_activity_stream_kms_key_id = var.key\n  instances = { writer = { instance_class = "db.r6g.large" } }')}
`,
  }
  const { findings } = await lintFiles(files)
  expect(findings).toHaveLength(1)
  expect(JSON.stringify(findings.map(({ message, hint, because }) => [message, hint, because]))).not.toContain(
    'hunter2',
  )
})

test('JSON syntax is read alike', async () => {
  const json = {
    module: {
      orders: {
        source: 'terraform-aws-modules/rds-aurora/aws',
        version: '10.2.0',
        engine: 'aurora-mysql',
        instances: { writer: { instance_class: 'db.r6g.large' } },
        cluster_activity_stream: { mode: 'sync', kms_key_id: '1234abcd-12ab-34cd-56ef-1234567890ab' },
      },
    },
  }
  expect(await addresses({ 'main.tf.json': JSON.stringify(json) })).toEqual([
    'invalid-module-inputs violation module.orders',
  ])
})

test('a stream in a sibling module is the stream of the cluster whose ARN it is given', async () => {
  const files = {
    'main.tf': `${call('instances = { writer = { instance_class = "db.r6g.large" } }')}
module "audit" {
  source     = "./audit"
  arn        = module.orders.cluster_arn
  depends_on = [module.orders]
}
`,
    'audit/main.tf': `
variable "arn" {}
resource "aws_rds_cluster_activity_stream" "this" {
  resource_arn = var.arn
  mode         = "async"
  kms_key_id   = "1234abcd-12ab-34cd-56ef-1234567890ab"
}
`,
  }
  expect(await addresses(files)).toEqual([])
  const unordered = { ...files, 'main.tf': files['main.tf'].replace('  depends_on = [module.orders]\n', '') }
  expect(await addresses(unordered)).toEqual([
    'missing-instance-depends-on violation module.audit.aws_rds_cluster_activity_stream.this',
  ])
})

test('another module that is given the ARN may stream it', async () => {
  const other = 'module "audit" {\n  source = "example/audit/aws"\n  arn    = module.orders.cluster_arn\n}\n'
  expect(await addresses({ 'main.tf': call() + other })).toEqual(['missing-activity-stream undecided module.orders'])
  expect(await addresses({ 'main.tf': call() + other.replace('cluster_arn', 'cluster_endpoint') })).toEqual([
    'missing-activity-stream violation module.orders',
  ])
})
