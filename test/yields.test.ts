/**
 * One mistake is one finding: where two rules would report it, one of them yields (`yieldsTo` of its metadata). Each pair is shown
 * twice: as it stands, where only the root of the mistake is told, and with that root mended, where the rule that yielded speaks.
 */
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { lintFiles } from './lint/in-memory.js'

interface Yield {
  readonly rule: string
  readonly to: string
  readonly configuration: string
  /** What is to be replaced in the configuration, by what. */
  readonly mend: readonly [string, string]
}

const KEY = `
resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}
`

const cluster = (more: string): string => `
resource "aws_rds_cluster" "main" {
  cluster_identifier          = "orders"
  master_username             = "orders_admin"
  manage_master_user_password = true
  ${more}
}
`

const INSTANCE = `
resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}
`

const stream = (more = 'depends_on = [aws_rds_cluster_instance.main]'): string => `
resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id
  ${more}
}
`

const moduleCall = (version: string, more: string): string => `
module "orders" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "${version}"
  engine  = "aurora-postgresql"
  ${more}
}
`

const POSTGRESQL = 'engine = "aurora-postgresql"'

const yields: readonly Yield[] = [
  {
    rule: 'missing-activity-stream',
    to: 'invalid-resource-arn',
    configuration: KEY + cluster(POSTGRESQL) + INSTANCE + stream().replace('main.arn', 'main.id'),
    mend: ['aws_rds_cluster.main.id\n  mode', '"arn:aws:rds:us-east-1:123456789012:cluster:billing"\n  mode'],
  },
  {
    rule: 'missing-instance-depends-on',
    to: 'cluster-without-instance',
    configuration: KEY + cluster(POSTGRESQL) + INSTANCE.replace('main" {', 'main" {\n  count = 0') + stream(''),
    mend: ['count = 0', 'count = 1'],
  },
  {
    rule: 'missing-instance-depends-on',
    to: 'unsupported-cluster',
    configuration: KEY + cluster(`${POSTGRESQL}\n  engine_mode = "serverless"`) + INSTANCE + stream(''),
    mend: ['"serverless"', '"provisioned"'],
  },
  {
    rule: 'cluster-without-instance',
    to: 'unsupported-cluster',
    configuration: KEY + cluster('engine = "postgres"') + stream(''),
    mend: ['"postgres"', '"aurora-postgresql"'],
  },
  {
    rule: 'unsupported-engine-version',
    to: 'unsupported-cluster',
    configuration:
      KEY +
      cluster('engine = "aurora-postgresql"\n  engine_mode = "serverless"\n  engine_version = "10.7"') +
      INSTANCE +
      stream(),
    mend: ['"serverless"', '"provisioned"'],
  },
  {
    rule: 'unsupported-instance-class',
    to: 'unsupported-cluster',
    configuration:
      KEY +
      cluster(`${POSTGRESQL}\n  engine_mode = "serverless"`) +
      INSTANCE.replace('db.r6g.large', 'db.t3.medium') +
      stream(),
    mend: ['"serverless"', '"provisioned"'],
  },
  {
    rule: 'unsupported-mode',
    to: 'unsupported-cluster',
    configuration:
      KEY +
      cluster('engine = "aurora-mysql"\n  engine_mode = "serverless"') +
      INSTANCE +
      stream().replace('"async"', '"sync"'),
    mend: ['"serverless"', '"provisioned"'],
  },
  {
    rule: 'duplicate-activity-stream',
    to: 'invalid-resource-arn',
    configuration:
      KEY +
      cluster(POSTGRESQL) +
      INSTANCE +
      stream() +
      stream().replace('"main" {', '"second" {').replace('aws_rds_cluster.main.arn', '"aws_rds_cluster.main.arn"'),
    mend: ['"aws_rds_cluster.main.arn"', 'aws_rds_cluster.main.arn'],
  },
  {
    rule: 'kms-key-forces-replacement',
    to: 'aws-managed-kms-key',
    configuration: cluster(POSTGRESQL) + INSTANCE + stream().replace('aws_kms_key.audit.key_id', '"alias/aws/rds"'),
    mend: ['alias/aws/rds', 'alias/orders-audit'],
  },
  {
    rule: 'region-mismatch',
    to: 'aws-managed-kms-key',
    configuration: `
provider "aws" {
  region = "us-east-1"
}
${
  cluster(POSTGRESQL) +
  INSTANCE +
  stream().replace('aws_kms_key.audit.key_id', '"arn:aws:kms:us-west-2:123456789012:alias/aws/rds"')
}`,
    mend: ['alias/aws/rds', 'alias/orders-audit'],
  },
  {
    rule: 'missing-activity-stream',
    to: 'invalid-module-inputs',
    configuration: moduleCall('10.2.0', 'create_db_cluster_activity_stream = true'),
    mend: ['create_db_cluster_activity_stream = true', 'port = 5432'],
  },
  {
    rule: 'missing-instance-depends-on',
    to: 'invalid-module-inputs',
    configuration:
      KEY +
      moduleCall('7.7.1', 'instances = {}') +
      stream('').replace('aws_rds_cluster.main.arn', 'module.orders.cluster_arn'),
    mend: ['instances = {}', 'instances = { writer = { instance_class = "db.r6g.large" } }'],
  },
  {
    rule: 'kms-key-forces-replacement',
    to: 'invalid-module-inputs',
    configuration: moduleCall(
      '10.2.0',
      `instances = { writer = { instance_class = "db.r6g.large" } }
  cluster_activity_stream = { mode = "async", kms_key_id = "alias/aws/rds" }`,
    ),
    mend: ['alias/aws/rds', 'alias/orders-audit'],
  },
]

const rulesThatFire = async (configuration: string): Promise<readonly string[]> => {
  const { findings, diagnostics } = await lintFiles({ 'main.tf': configuration })
  expect(diagnostics).toEqual([])
  return findings.map(({ rule }) => rule)
}

test('every pair that the metadata names is shown here, and no other', () => {
  const named = rules.flatMap(({ metadata }) => metadata.yieldsTo.map((to) => `${metadata.id} -> ${to}`))
  expect(yields.map(({ rule, to }) => `${rule} -> ${to}`).sort()).toEqual(named.sort())
})

describe.each(yields)('$rule yields to $to', ({ rule, to, configuration, mend: [wrong, right] }) => {
  test('where both would report one mistake', async () => {
    expect(await rulesThatFire(configuration)).toEqual([to])
  })

  test('and speaks where the other has nothing to say', async () => {
    expect(configuration).toContain(wrong)
    const found = await rulesThatFire(configuration.replace(wrong, right))
    expect(found).toContain(rule)
    expect(found).not.toContain(to)
  })
})
